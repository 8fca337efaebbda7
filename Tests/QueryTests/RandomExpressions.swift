import Support

/// Well-formed conditions over the table of the tests, drawn by lot.
struct RandomExpressions {
    var random: Seeded

    init(_ seed: UInt64) { random = Seeded(seed) }

    mutating func condition(_ depth: Int = 3) -> String {
        if depth == 0 || random.once(in: 3) { return atom() }
        switch random.number(1...4) {
        case 1: return "not (\(condition(depth - 1)))"
        case 2: return "(\(condition(depth - 1)))"
        case 3: return "\(condition(depth - 1)) and \(condition(depth - 1))"
        default: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
        }
    }

    mutating func order() -> String {
        let parts = (0..<random.number(1...3)).map { _ in
            random.pick(["ville", "population", "montant", "jour", "code", "actif", "length(nom)", "id", "random(7)"])
                + random.pick(["", " asc", " desc"])
        }
        return parts.joined(separator: ", ")
    }

    private mutating func atom() -> String {
        switch random.number(1...13) {
        case 1: return "\(random.pick(["ville", "code", "nom", "tags", "chemin"])) \(sign()) \(text())"
        case 2: return "\(random.pick(["population", "montant", "id", "notes"])) \(sign()) \(number())"
        case 3: return "\(random.pick(["jour", "releve"])) \(sign()) date'\(date())'"
        case 4:
            return
                "\(random.pick(["ville", "population", "tags", "jour", "position", "zone", "actif"])) is \(random.pick(["", "not "]))null"
        case 5: return random.pick(["actif", "actif is true", "actif is not false", "actif = false", "true", "false"])
        case 6: return "\(random.pick(["ville", "code", "tags"])) in (\(text()), \(text()))"
        case 7:
            return
                "population \(random.pick(["in", ":"])) \(random.pick(["[", "]"]))\(number())..\(number())\(random.pick(["]", "["]))"
        case 8:
            return
                "\(random.pick(["search", "suggest", "startswith"]))(\(random.pick(["nom", "*", "nom, ville", "tags"])), \(text()))"
        case 9: return "nom like \(text())"
        case 10: return text()
        case 11: return "\(random.pick(["year", "month", "day", "hour"]))(releve) \(sign()) \(number())"
        case 12: return "within_distance(position, geom'POINT(2.35 48.85)', \(random.number(0...900))km)"
        default: return "population \(random.pick(["+", "-", "*", "/"])) \(number()) \(sign()) montant"
        }
    }

    private mutating func sign() -> String { random.pick(["=", "!=", "<", "<=", ">", ">=", ":", "<>"]) }
    private mutating func number() -> String {
        random.pick(["0", "1", "-7", "75", "14.5", "2020", "1e3", "9223372036854775807", "8"])
    }
    private mutating func date() -> String {
        random.pick(["2020", "2020-08", "2020-08-14", "2025-06-15T12:00", "2020-10-25T00:30:00Z"])
    }
    private mutating func text() -> String {
        random.pick([
            "'Paris'", "\"ecole\"", "'eau'", "'été'", "\"01\"", "'zzz'", "'saint denis'", "'%art%'", "'France'", "''", "'film*'",
        ])
    }
}
