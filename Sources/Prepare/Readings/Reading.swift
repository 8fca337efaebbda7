internal import DuckDB
internal import Territory

/// How `parse` turns text into a typed value, in two expressions: one that takes the text apart, computed once, and one that
/// makes the value of it, null when it cannot.
struct Reading: Sendable {
    /// The SQL type of the value.
    let type: String
    /// What was expected, in a word both languages share or in French: it ends in a finding's detail.
    let kind: String
    let prepared: @Sendable (SQL) -> SQL
    let value: @Sendable (SQL) -> SQL
    /// Readable, yet to be told: a kind of finding, when it holds, and its detail. Both look at the prepared text.
    var doubts: @Sendable (SQL) -> [Doubt] = { _ in [] }

    struct Doubt {
        let kind: FindingKind
        /// A pattern any doubtful text has: it spares the rest of the rows the work.
        let hint: SQL
        let holds: SQL
        let detail: SQL
    }

    /// `oui`, `non`, `vrai`, `faux`, `true`, `false`, `yes`, `no`, `o`, `n`, `x`, `1`, `0`; case and accents ignored.
    static let boolean = Reading(type: "BOOLEAN", kind: "boolean") { text in
        Text.folded(Text.spaced(text))
    } value: { word in
        """
        CASE WHEN \(word) IN ('oui', 'o', 'vrai', 'true', 'yes', 'x', '1', '1.0') THEN true
        WHEN \(word) IN ('non', 'n', 'faux', 'false', 'no', '0', '0.0') THEN false END
        """
    }
}
