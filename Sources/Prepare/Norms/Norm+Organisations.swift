internal import DuckDB
internal import Territory

// Numbers of organisations: SIRET and SIREN (INSEE), RNA (register of associations).
extension Norm {
    /// 14 digits. A zero lost in front comes back when the key then holds; a bad key is told, never mended.
    static let siret = Norm(word: "SIRET", clean: code) { code in
        "CASE WHEN \(Text.matches(code, #"\d{14}"#)) THEN \(code) WHEN \(lostZero(code, 13)) THEN '0' || \(code) END"
    } doubts: { code, read in
        let lost = Text.matches(code, #"\d+E\d{1,2}|\d{9}0{5}|\d{7,8}0{6}"#)
        return business(code, read, lost, isKey: hasKey(read, LuhnKey.siret), length: "14 chiffres", word: "SIRET")
    }

    /// 9 digits, as for a SIRET.
    static let siren = Norm(word: "SIREN", clean: code) { code in
        "CASE WHEN \(Text.matches(code, #"\d{9}"#)) THEN \(code) WHEN \(lostZero(code, 8)) THEN '0' || \(code) END"
    } doubts: { code, read in
        let lost = Text.matches(code, #"\d+E\d{1,2}"#)
        return business(code, read, lost, isKey: hasKey(read, LuhnKey.siren), length: "9 chiffres", word: "SIREN")
    }

    /// `W` and nine characters, the two or three first of which name the prefecture: `W751234567`, `W2A1000123`, `W9R1000456`.
    static let rna = Norm(word: "RNA", clean: code) { code in
        #"CASE WHEN \#(Text.matches(code, #"W\d[0-9A-Z]\d{7}"#)) THEN \#(code) END"#
    } doubts: { code, read in
        [shapeless(read, "RNA (W et 9 chiffres)")]
    }

    /// Letters and digits only, in capitals; the decimals of a spreadsheet go as well. Digits and plain spaces, as most are
    /// typed, need no regular expression to be rewritten.
    private static func code(_ cell: SQL) -> SQL {
        #"""
        CASE WHEN \#(Text.matches(cell, #"[\d ]+"#)) THEN replace(\#(cell), ' ', '') \#
        ELSE upper(regexp_replace(regexp_replace(\#(cell), '^\#(.trusted(Text.space))*(\d{8,})[.,]0+\#(.trusted(Text.space))*$', '\1'), \#
        '[^0-9A-Za-z]+', '', 'g')) END
        """#
    }

    /// Whether the key of a code made of digits holds. A list of one is how SQL names a value inside an expression.
    private static func hasKey(_ code: SQL, _ test: (String) -> String) -> SQL {
        "coalesce(list_transform([TRY_CAST('0x' || \(code) AS BIGINT)], lambda n: \(.trusted(test("n"))))[1], false)"
    }

    private static func lostZero(_ code: SQL, _ length: Int) -> SQL {
        let whole: SQL = "'0' || \(code)"
        let key = hasKey("(\(whole))", length == 13 ? LuhnKey.siret : LuhnKey.siren)
        return "\(Text.matches(code, #"\d{\#(length)}"#)) AND \(key)"
    }

    private static func business(
        _ code: SQL, _ read: SQL, _ lost: SQL, isKey: SQL, length: String, word: String
    ) -> [Doubt] {
        [
            Doubt(.lostDigits, lost, "\(text: word)"),
            Doubt(.badKey, "\(read) IS NOT NULL AND NOT \(lost) AND NOT \(isKey)", "\(text: word)"),
            Doubt(.restoredZero, "\(read) <> \(code)", "\(read)"),
            shapeless(read, "\(word) (\(length))", unless: lost),
        ]
    }
}
