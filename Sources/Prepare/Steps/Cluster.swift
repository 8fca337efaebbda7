internal import DuckDB
internal import Territory

/// Brings the variants of one name together: applies the decisions kept in the recipe, and proposes those not yet taken.
///
/// Nothing is merged by itself. A proposal is the most frequent spelling of a group, or the kept name in it; one note for each
/// variant, at its first row. A name listed under `keep`, even with no variant, is decided and no longer told.
struct Cluster: Step {
    static let spec = Spec(
        name: "cluster",
        summary: Bilingual(
            fr: "rassemble les variantes d'un nom : applique les décisions gardées, propose celles qui restent à prendre",
            en: "brings variants of one name together: applies the decisions kept, proposes those still to take"),
        argument: .object(keys),
        example: "cluster: { column: nom, keep: { Asso des amis: [ASSO. DES AMIS, Amis (asso des)] } }",
        effect: Bilingual(
            fr:
                "lignes et colonnes : inchangées ; seules les variantes gardées sont remplacées, les autres sont proposées en remarque",
            en: "rows and columns: unchanged; only the variants kept are replaced, the others are proposed as notes"),
        knownAs: KnownAs(
            openRefine: ["cluster and edit", "key collision", "fingerprint", "nearest neighbor"], workbench: ["Refine"],
            others: ["fuzzy matching", "fuzzyjoin", "dédoublonner"]))
    static let findings = [FindingKind.variant]

    private static let keys = [
        Key("column", .scalar, required: true, summary: Bilingual(fr: "la colonne des noms", en: "the column of names")),
        Key(
            "method", .choice(NameKey.allCases.map(\.rawValue)),
            summary: Bilingual(
                fr: "ce qui rapproche deux noms : mêmes mots, mêmes paires de lettres, mêmes sons, ou ressemblance",
                en: "what brings two names together: same words, same pairs of letters, same sounds, or likeness"),
            default: "fingerprint"),
        Key(
            "threshold", .number,
            summary: Bilingual(
                fr: "near : ressemblance de Jaro-Winkler à partir de laquelle proposer, de 0,5 à 1",
                en: "near: Jaro-Winkler likeness from which to propose, 0.5 to 1"),
            default: "0.92"),
        Key(
            "keep", .map(.oneOrMany(.scalar)),
            summary: Bilingual(
                fr: "les décisions : le nom gardé, puis les variantes qu'il remplace",
                en: "the decisions: the name kept, then the variants it replaces")),
    ]

    private let at: StepPlace
    private let column: NamedColumn
    private let method: NameKey
    private let threshold: Double
    private let kept: [(name: String, variants: [String])]

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        let column = try at.required("column", of: argument)
        self.column = NamedColumn(try at.written(column), at: column.place).literal
        method = argument["method"]?.text.flatMap(NameKey.init) ?? .fingerprint
        threshold = argument["threshold"]?.number ?? 0.92
        guard (0.5...1).contains(threshold) else {
            throw at.badArgument(
                Bilingual(fr: "une ressemblance de 0,5 à 1", en: "a likeness from 0.5 to 1"), at: argument["threshold"]?.place)
        }
        var kept: [(String, [String])] = []
        if let decisions = argument["keep"], !decisions.isNull {
            for entry in try at.entries(decisions) {
                var variants: [String] = []
                for variant in entry.value.oneOrMany { variants.append(try at.written(variant)) }
                kept.append((entry.key, variants))
            }
        }
        try Self.refuseContradictions(kept, at, argument["keep"]?.place)
        self.kept = kept
    }

    /// One variant under two names would make the order of the recipe decide.
    private static func refuseContradictions(
        _ kept: [(name: String, variants: [String])], _ at: StepPlace, _ place: Place?
    ) throws(PrepareFault) {
        let all = kept.flatMap { $0.variants.map { $0.trimmed } + [$0.name.trimmed] }
        guard Set(all).count == all.count else {
            let expected = Bilingual(fr: "chaque nom une seule fois sous « keep »", en: "each name once only under \"keep\"")
            throw at.badArgument(expected, at: place)
        }
    }

    func names(_ column: String) -> Bool { self.column.name == column }

    func apply(to input: StepInput) throws -> StepOutput {
        let column = try at.columns([column], of: input)[0]
        let decided = decisions(Text.of(column))
        let items = input.replacingOrAdding([Item(column.name, decided)])
        let proposals = NameProposals(method: method, likeness: threshold, kept: kept.map(\.name.trimmed))
        let rows: SQL = """
            SELECT \(Text.trimmed(decided)) AS name, _source, _row FROM \(input.rows) WHERE NOT \(Text.isBlank(column))
            """
        return StepOutput(input, items, findings: [proposals.findings(rows, field: column.name)])
    }

    /// Edge spaces aside, a variant becomes the name it was put under; everything else stays.
    private func decisions(_ cell: SQL) -> SQL {
        let cases = kept.filter { !$0.variants.isEmpty }.map { name, variants -> SQL in
            let words = variants.map { SQL("\(text: $0.trimmed)") }.joined(", ")
            return "WHEN \(Text.trimmed(cell)) IN (\(words)) THEN \(text: name)"
        }
        return cases.isEmpty ? cell : "CASE \(cases.joined(" ")) ELSE \(cell) END"
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
