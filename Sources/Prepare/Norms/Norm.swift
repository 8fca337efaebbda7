internal import DuckDB
internal import Territory

/// The one way of writing a kind of value, in three expressions, so that no regular expression is run twice on a cell.
struct Norm: Sendable {
    /// What the value is, in a word both languages share or in French: it ends in a finding's detail.
    let word: String
    /// The cell without what people type around it.
    let clean: @Sendable (SQL) -> SQL
    /// The clean text in its one form; null when it has not the shape.
    let read: @Sendable (SQL) -> SQL
    /// What must be told, looking at the clean text and at what was read. A cell that is empty is not asked.
    let doubts: @Sendable (_ clean: SQL, _ read: SQL) -> [Doubt]

    struct Doubt {
        let kind: FindingKind
        let holds: SQL
        let detail: SQL
        /// Whether the value cannot be written in its form: no guess is made of what it was.
        var isLoss: Bool { kind.code == FindingKind.lostDigits.code || kind.code == FindingKind.wrongShape.code }

        init(_ kind: FindingKind, _ holds: SQL, _ detail: SQL) {
            self.kind = kind
            self.holds = holds
            self.detail = detail
        }
    }

    /// A text without the shape is told, and left as it stands.
    static func shapeless(_ read: SQL, _ word: String, unless: SQL = "false") -> Doubt {
        Doubt(.wrongShape, "\(read) IS NULL AND NOT \(unless)", "\(text: word)")
    }
}

/// The kinds `normalise` knows, by the name a recipe gives them.
enum NormKind: String, CaseIterable, Sendable {
    case siret, siren, rna, insee
    case postalCode = "postal-code"
    case telephone, person, place

    func norm(nationalForm: Bool) -> Norm {
        switch self {
        case .siret: .siret
        case .siren: .siren
        case .rna: .rna
        case .insee: .insee
        case .postalCode: .postalCode
        case .telephone: .telephone(nationalForm: nationalForm)
        case .person: .person
        case .place: .place
        }
    }
}
