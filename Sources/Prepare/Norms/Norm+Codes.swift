internal import DuckDB
internal import Territory

// Codes of places: communes (INSEE, code officiel géographique) and post offices.
extension Norm {
    /// Five characters, `2A` and `2B` for Corsica. A zero lost in front comes back; six digits are told.
    static let insee = Norm(word: "code INSEE", clean: code) { code in
        #"""
        CASE WHEN \#(Text.matches(code, #"\d{5}|2[AB]\d{3}"#)) THEN \#(code) \#
        WHEN \#(Text.matches(code, #"[1-9]\d{3}"#)) THEN '0' || \#(code) END
        """#
    } doubts: { code, read in
        [restored(code, read), shapeless(read, "code INSEE (5 caractères)")]
    }

    /// Five digits, without the country in front nor the town or CEDEX behind. A zero lost in front comes back.
    static let postalCode = Norm(word: "code postal") { cell in
        #"regexp_replace(upper(\#(Text.spaced(cell))), '^(?:FR?[- ]?)?(\d{2}) ?(\d{2,3})(?:[.,]0+)?(?: ?-? ?\pL.*)?$', '\1\2')"#
    } read: { code in
        #"""
        CASE WHEN \#(Text.matches(code, #"\d{5}"#)) THEN \#(code) \#
        WHEN \#(Text.matches(code, #"[1-9]\d{3}"#)) THEN '0' || \#(code) END
        """#
    } doubts: { code, read in
        [restored(code, read), shapeless(read, "code postal (5 chiffres)")]
    }

    private static func code(_ cell: SQL) -> SQL {
        #"upper(regexp_replace(regexp_replace(\#(Text.spaced(cell)), '^(\d{4,5})[.,]0+$', '\1'), '[^0-9A-Za-z]+', '', 'g'))"#
    }

    private static func restored(_ code: SQL, _ read: SQL) -> Doubt {
        Doubt(.restoredZero, "length(\(code)) = 4 AND \(read) IS NOT NULL", "\(read)")
    }
}
