/// The key of SIREN and SIRET numbers, as SQL.
enum Luhn {
    /// A text without what people put between digits.
    static func digits(_ text: String) -> String { "regexp_replace(\(text), '[^0-9]', '', 'g')" }

    /// Whether a text of so many digits has a sound key. La Poste numbers its offices another way: SIREN 356000000, where the
    /// sum of the digits is a multiple of 5 (INSEE, SIRET number).
    static func holds(_ digits: String, _ length: Int) -> String {
        let terms = (0..<length).map { place in
            let digit = "TRY_CAST(substr(\(digits), \(place + 1), 1) AS INTEGER)"
            return (length - place) % 2 == 0 ? "(\(digit) * 2 - CASE WHEN \(digit) > 4 THEN 9 ELSE 0 END)" : digit
        }
        let plain = (0..<length).map { "TRY_CAST(substr(\(digits), \($0 + 1), 1) AS INTEGER)" }
        let luhn = "(\(terms.joined(separator: " + "))) % 10 = 0"
        guard length == 14 else { return "(\(luhn))" }
        return "(\(luhn) OR (starts_with(\(digits), '356000000') AND (\(plain.joined(separator: " + "))) % 5 = 0))"
    }
}
