package import Territory

/// What inspection tells of a file. Encodes to the JSON of `lavoir inspect --json`: keys and codes are stable, sentences are
/// `{ fr, en }` and may change; `profile` counts the changes of the shape.
package struct Profile: Sendable, Encodable {
    package let profile = 1
    package let structure: Structure
    package let columns: [Column]
    /// What names a row: single columns, or else pairs; the likeliest first.
    package let keys: [[String]]
    package let traps: [TrapReport]
    /// The schemas compared, the best fits first.
    package let schemas: [Schema]

    /// How the file is made.
    package struct Structure: Sendable, Encodable {
        package let file: String
        package let bytes: Int
        package let format: String
        /// The options of the source as found: `encoding`, `delimiter`, `sheet`, `header`.
        package let options: [Option]
        package let sheets: [String]
        /// The row of the titles; 0 when there are none.
        package let header: Int
        package let rows: Int
        package let columns: Int
        package let notes: [Bilingual]
    }

    /// An option of a source, as it would be declared.
    package struct Option: Sendable, Encodable {
        package let name: String
        package let value: String
    }

    /// What a column holds.
    package struct Column: Sendable, Encodable {
        package let name: String
        /// From 1.
        package let position: Int
        package let type: ColumnType
        /// The part of the filled cells that the type fits, 0 to 1.
        package let fit: Double
        package let filled: Int
        package let empty: Int
        package let distinct: Int
        /// Whether distinct, frequent and patterns come from some of the rows, spread over the file.
        package let isEstimate: Bool
        /// Ranges of numbers and dates, as text.
        package let least: String?
        package let greatest: String?
        package let sum: Double?
        package let mean: Double?
        /// Lengths in characters; nothing when the column is empty.
        package let shortest: Int?
        package let longest: Int?
        package let frequent: [Count]
        package let patterns: [Count]
        /// The field of the proposed schema that the column goes to.
        package let field: String?
    }

    /// A value, or a pattern of values, and how often it stands.
    package struct Count: Sendable, Encodable {
        package let value: String
        package let count: Int
    }

    /// A schema compared with the file.
    package struct Schema: Sendable, Encodable {
        package let name: String
        package let title: String?
        /// 0 to 1.
        package let score: Double
        package let isProposed: Bool
        package let matches: [Match]
        package let required: Int
        /// Required fields that nothing fills, with what they want.
        package let missing: [Bilingual]
    }

    package struct Match: Sendable, Encodable {
        package let field: String
        package let column: String
        package let score: Double
    }
}

/// A trap met in the file.
package struct TrapReport: Sendable, Encodable {
    package let code: String
    package let what: Bilingual
    package let why: Bilingual
    package let mend: Bilingual
    package let columns: [String]
    package let count: Int
    package let isEstimate: Bool
    package let proofs: [Proof]

    /// A cell of the file: proof that the trap is there.
    package struct Proof: Sendable, Encodable {
        package let file: String
        package let row: Int
        package let column: String?
        package let value: String
    }

    init(_ finding: TrapFinding, of kind: TrapKind, in file: String) {
        let sign = finding.isEstimate ? "≈ " : ""
        let facts = [
            "count": Bilingual(
                fr: sign + Language.french.grouped(finding.count), en: sign + Language.english.grouped(finding.count)),
            "column": Bilingual(Self.names(finding.columns)), "detail": finding.detail,
        ]
        code = kind.code
        what = Bilingual(
            fr: Self.agreeing(kind.what.french, isOne: finding.count < 2),
            en: Self.agreeing(kind.what.english, isOne: finding.count == 1)
        ).filled(with: facts)
        why = kind.why
        mend = kind.mend
        columns = finding.columns
        count = finding.count
        isEstimate = finding.isEstimate
        proofs = finding.proofs.map { Proof(file: file, row: $0.row, column: $0.column, value: String($0.value.prefix(200))) }
    }

    /// `Nom`, or `Nom, Ville, CP (+ 4)`.
    private static func names(_ columns: [String]) -> String {
        let first = columns.prefix(3).joined(separator: ", ")
        return columns.count > 3 ? "\(first) (+ \(columns.count - 3))" : first
    }

    /// The noun behind the count loses its `s` when there is one only: sentences of traps have no verb after it.
    private static func agreeing(_ template: String, isOne: Bool) -> String {
        isOne ? template.replacing(#/(\{count\} \p{L}+?)s\b/#) { $0.output.1 } : template
    }
}
