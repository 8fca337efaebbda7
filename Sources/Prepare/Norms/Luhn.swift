internal import DuckDB

/// The key of a SIREN or SIRET number (ISO/IEC 7812-1, annex B).
///
/// Read as hexadecimal, a code is a number whose every four bits are a digit: all digits are then added at once, two to a byte,
/// fifteen times faster than one by one. The codes handed in are made of digits only.
enum Luhn {
    /// Whether the key of a SIRET holds, and that of the SIREN in it. The establishments of La Poste (SIREN 356000000) have
    /// digits that add up to a multiple of five instead; its head office follows the rule.
    static func holdsForSiret(_ code: SQL) -> SQL {
        let laPoste = SQL.trusted(String(0x356_000_000))
        return holds(
            code,
            """
            CASE WHEN n >> 20 = \(laPoste) AND (\(ones("n")) + \(tens("n"))) % 255 % 5 = 0 THEN true
            ELSE \(sum("n")) % 10 = 0 AND \(sum("(n >> 20)")) % 10 = 0 END
            """)
    }

    static func holdsForSiren(_ code: SQL) -> SQL { holds(code, "\(sum("n")) % 10 = 0") }

    /// A list of one is how SQL names a value inside an expression.
    private static func holds(_ code: SQL, _ test: SQL) -> SQL {
        "coalesce(list_transform([TRY_CAST('0x' || \(code) AS BIGINT)], lambda n: \(test))[1], false)"
    }

    /// Every second digit from the right, one to a byte.
    private static func ones(_ number: SQL) -> SQL { "(\(number) & \(bytes(0x0F)))" }

    /// The others.
    private static func tens(_ number: SQL) -> SQL { "((\(number) >> 4) & \(bytes(0x0F)))" }

    /// The digits added up, the tens doubled and their own two digits added: twice the digit, less nine from five on, which is
    /// when eleven more carries into the next four bits. The bytes of a number add up to its remainder by 255.
    private static func sum(_ number: SQL) -> SQL {
        let carries: SQL = "(((\(tens(number)) + \(bytes(0x0B))) >> 4) & \(bytes(0x01)))"
        return "((\(ones(number)) + 2 * \(tens(number)) - 9 * \(carries)) % 255)"
    }

    /// The same byte seven times.
    private static func bytes(_ byte: Int) -> SQL { .trusted(String((0..<7).reduce(0) { sum, _ in sum << 8 | byte })) }
}
