internal import DuckDB

/// Text as towns type it: what a space is, what empty means, how words compare.
enum Text {
    /// Every Unicode space and control character, the zero-width ones and a stray byte order mark: U+00A0, U+202F, U+FEFF …
    static let space = #"[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]"#

    /// The cell as text, whatever its type.
    static func of(_ column: Relation.Column) -> SQL {
        column.isText ? "\(name: column.name)" : "CAST(\(name: column.name) AS VARCHAR)"
    }

    /// The same without the plain space.
    private static let otherSpace =
        #"[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]"#

    /// Without spaces at its edges. Looking costs a fourth of rewriting, and most cells need none.
    static func trimmed(_ text: SQL) -> SQL {
        """
        CASE WHEN regexp_matches(\(text), \(.constant("^\(space)|\(space)$")))
        THEN regexp_replace(\(text), \(.constant("^\(space)+|\(space)+$")), '', 'g') ELSE \(text) END
        """
    }

    /// Without spaces at its edges, each inner run of spaces being one plain space.
    static func spaced(_ text: SQL) -> SQL {
        """
        CASE WHEN regexp_matches(\(text), \(.constant("\(otherSpace)|  |^ | $")))
        THEN trim(regexp_replace(\(text), \(.constant("\(space){2,}|\(otherSpace)")), ' ', 'g')) ELSE \(text) END
        """
    }

    /// Whether a cell is empty: null, or nothing but spaces.
    static func isBlank(_ column: Relation.Column) -> SQL {
        guard column.isText else { return "\(name: column.name) IS NULL" }
        return isBlank("\(name: column.name)")
    }

    /// Whether a text is null, or nothing but spaces.
    static func isBlank(_ text: SQL) -> SQL {
        "coalesce(regexp_full_match(\(text), \(.constant("\(space)*"))), true)"
    }

    /// Whether the whole text has a pattern of this room's own making.
    static func matches(_ text: SQL, _ pattern: String) -> SQL {
        "regexp_full_match(\(text), \(.constant(pattern)))"
    }

    /// Lower case without accents.
    static func folded(_ text: SQL) -> SQL {
        "lower(strip_accents(\(text)))"
    }
}

extension Text {
    /// The cell as a key: nothing but spaces is the same as nothing.
    static func key(_ column: Relation.Column) -> SQL {
        guard column.isText else { return "\(name: column.name)" }
        return "CASE WHEN NOT \(isBlank(column)) THEN \(name: column.name) END"
    }
}
