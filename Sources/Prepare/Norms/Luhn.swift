/// The key of a SIREN or SIRET number (ISO/IEC 7812-1, annex B), by arithmetic on the whole column at once.
enum Luhn {
    /// Whether the key of a SIRET holds, and that of the SIREN in it. The establishments of La Poste (SIREN 356000000) have
    /// digits that add up to a multiple of five instead; its head office follows the rule.
    static func holdsForSiret(_ code: SQL) -> SQL {
        let number: SQL = "TRY_CAST(\(code) AS BIGINT)"
        let laPoste: SQL = "starts_with(\(code), '356000000') AND (\(sum(number, 14, doubling: false))) % 5 = 0"
        return """
            coalesce((\(laPoste)) OR ((\(sum(number, 14))) % 10 = 0 AND \(holdsForSiren("left(\(code), 9)"))), false)
            """
    }

    static func holdsForSiren(_ code: SQL) -> SQL {
        "coalesce((\(sum("TRY_CAST(\(code) AS BIGINT)", 9))) % 10 = 0, false)"
    }

    /// The digits added up, every second one from the right doubled, and its own two digits added: 7 counts 1 + 4.
    private static func sum(_ number: SQL, _ length: Int, doubling: Bool = true) -> SQL {
        var weight = 1
        var terms: [SQL] = []
        for index in 0..<length {
            let digit: SQL = "(\(number) // \(.trusted(String(weight)))) % 10"
            terms.append(doubling && index % 2 == 1 ? "2 * (\(digit)) - 9 * ((\(digit)) // 5)" : digit)
            weight *= 10
        }
        return terms.joined(" + ")
    }
}
