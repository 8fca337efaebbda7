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
    /// The way most cells are written, when it can be read without being taken apart.
    var usual: Usual?
    /// Readable, yet to be told: a kind of finding, when it holds, and its detail. Both look at the prepared text.
    var doubts: @Sendable (SQL) -> [Doubt] = { _ in [] }

    /// A pattern the whole cell has, and the value it then is: never null when `isCertain`, never in doubt.
    struct Usual: Sendable {
        let pattern: String
        let isCertain: Bool
        let value: @Sendable (SQL) -> SQL
    }

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

extension Reading {
    func usually(_ pattern: String, certain: Bool, _ value: @escaping @Sendable (SQL) -> SQL) -> Reading {
        var reading = self
        reading.usual = Usual(pattern: pattern, isCertain: certain, value: value)
        return reading
    }

    /// What is computed once of a cell: null for a cell written the usual way.
    func piece(of text: SQL) -> SQL {
        guard let usual else { return prepared(text) }
        return "CASE WHEN \(Text.matches(text, usual.pattern)) THEN NULL ELSE \(prepared(text)) END"
    }

    /// The value of a cell and of its piece.
    func value(of text: SQL, _ piece: SQL) -> SQL {
        guard let usual else { return value(piece) }
        return "CASE WHEN \(piece) IS NULL THEN \(usual.value(text)) ELSE \(value(piece)) END"
    }

    /// Whether a filled cell cannot be read.
    func isUnreadable(_ column: Relation.Column, _ piece: SQL) -> SQL {
        let filled: SQL = "NOT \(Text.isBlank(column))"
        if usual?.isCertain == true { return "\(filled) AND \(value(piece)) IS NULL" }
        return "\(filled) AND \(value(of: Text.of(column), piece)) IS NULL"
    }
}
