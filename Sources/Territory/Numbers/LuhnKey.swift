/// The key of SIREN and SIRET numbers (ISO/IEC 7812-1, annex B; INSEE), as SQL: one rule for every room that meets them.
///
/// Read as hexadecimal, a code is a number whose every four bits are a digit: all digits are then added at once, two to a byte,
/// fifteen times faster than one by one.
package enum LuhnKey {
    /// The number to hand to `siret(of:)` and `siren(of:)`.
    /// - Parameter digits: a text of at most fifteen digits and nothing else.
    package static func number(_ digits: String) -> String { "TRY_CAST('0x' || \(digits) AS BIGINT)" }

    /// Whether the key of a SIRET holds, and that of the SIREN in it. The establishments of La Poste (SIREN 356000000) have
    /// digits that add up to a multiple of five instead; its head office follows the rule.
    package static func siret(of number: String) -> String {
        let isPost = "\(number) >> 20 = \(0x356_000_000) AND \(number) <> \(0x356_000_000_00048)"
        let digits = "(\(ones(number)) + \(tens(number))) % 255"
        return "(CASE WHEN \(isPost) THEN \(digits) % 5 = 0 "
            + "ELSE \(sum(number)) % 10 = 0 AND \(sum("(\(number) >> 20)")) % 10 = 0 END)"
    }

    /// Whether the key of a SIREN holds.
    package static func siren(of number: String) -> String { "(\(sum(number)) % 10 = 0)" }

    /// Whether a text of fourteen digits is a SIRET; false for any other text.
    package static func holdsForSiret(_ digits: String) -> String { holds(digits, siret(of: "n")) }

    /// Whether a text of nine digits is a SIREN; false for any other text.
    package static func holdsForSiren(_ digits: String) -> String { holds(digits, siren(of: "n")) }

    /// A list of one is how SQL names a value inside an expression.
    private static func holds(_ digits: String, _ test: String) -> String {
        "coalesce(list_transform([\(number(digits))], lambda n: \(test))[1], false)"
    }

    /// Every second digit from the right, one to a byte.
    private static func ones(_ number: String) -> String { "(\(number) & \(bytes(0x0F)))" }

    /// The others.
    private static func tens(_ number: String) -> String { "((\(number) >> 4) & \(bytes(0x0F)))" }

    /// The digits added up, the tens doubled and their own two digits added: twice the digit, less nine from five on, which is
    /// when eleven more carries into the next four bits. The bytes of a number add up to its remainder by 255.
    private static func sum(_ number: String) -> String {
        let carries = "(((\(tens(number)) + \(bytes(0x0B))) >> 4) & \(bytes(0x01)))"
        return "((\(ones(number)) + 2 * \(tens(number)) - 9 * \(carries)) % 255)"
    }

    /// The same byte seven times.
    private static func bytes(_ byte: Int) -> Int { (0..<7).reduce(0) { sum, _ in sum << 8 | byte } }
}
