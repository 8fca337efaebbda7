/// A function of the v1 language: `#null(f)`, `#exact(f, "v")`, `#now(years=-1)`.
struct SearchFunction {
    private let name: String
    private let arguments: [String]

    /// Reads from `#` to the closing parenthesis.
    init(read reader: inout SearchReader) throws(QueryFault) {
        _ = reader.take("#")
        var name = ""
        while let next = reader.peek, next.properties.isAlphabetic || next == "_" {
            name.unicodeScalars.append(next)
            _ = reader.take(next)
        }
        self.name = name.lowercased()
        guard reader.take("(") else { throw SearchFunction.unknown(name) }
        var arguments: [String] = []
        while true {
            reader.skipSpace()
            if reader.take(")") { break }
            if reader.take(",") { continue }
            guard reader.peek != nil else {
                throw SearchV1.fault("a parenthesis is missing after #\(name)", fr: "il manque une parenthèse après #\(name)")
            }
            arguments.append(reader.quoted() ?? SearchFunction.argument(&reader))
        }
        self.arguments = arguments
    }

    /// `weekday=MO(2)` holds parentheses of its own.
    private static func argument(_ reader: inout SearchReader) -> String {
        var text = reader.bare()
        if text.contains("="), reader.take("(") {
            text += "(" + reader.bare() + ")"
            _ = reader.take(")")
        }
        return text
    }

    private static func unknown(_ name: String) -> QueryFault {
        SearchV1.fault("Unknown function: #\(name.prefix(50))", fr: "fonction inconnue : #\(name.prefix(50))")
    }

    func predicate(over table: QueryTable) throws(QueryFault) -> Predicate {
        switch name {
        case "null": return .missing(.field(try field(0, table)))
        case "exact": return .compare(.field(try text(0, table)), .equal, .value(.text(try argument(1))))
        case "startswith": return .begins([try text(0, table)], try argument(1))
        case "search": return try search(table)
        case "distance", "polygon", "geometry": return try place(table)
        default: throw SearchFunction.unknown(name)
        }
    }

    /// `#now(…)` as an instant; nil for another function.
    func moment(now: CivilTime) throws(QueryFault) -> CivilTime? {
        guard name == "now" else { return nil }
        var numbers: [String: Int64] = [:]
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let (key, number) = Shift.argument(parts[0], parts[1]) else {
                throw SearchV1.fault(
                    "\(argument.prefix(50)) is not an argument of #now()",
                    fr: "\(argument.prefix(50)) n'est pas un argument de #now()")
            }
            numbers[key] = number
        }
        guard let moment = Shift(numbers).applied(to: now) else {
            throw SearchV1.fault("the date is out of range", fr: "la date est hors de portée")
        }
        return moment
    }

    /// `#search(f1, f2, "v")`, `#search(*, "v")`: the last word may be unfinished.
    private func search(_ table: QueryTable) throws(QueryFault) -> Predicate {
        guard arguments.count >= 2, let text = arguments.last else {
            throw SearchV1.fault("#search() takes fields and a text", fr: "#search() prend des champs et un texte")
        }
        var fields: [QueryField] = []
        if arguments[0] == "*" {
            fields = table.searched
        } else {
            for index in 0..<arguments.count - 1 { fields.append(try field(index, table)) }
            fields = fields.filter { table.searched.contains($0) || $0.type.isText }
        }
        let words = WordSearch.split(text)
        return .words(
            WordSearch(
                words.enumerated().map { WordSearch.Word($1, $0 == words.count - 1 ? .prefix : .whole) }, in: fields))
    }

    private func place(_ table: QueryTable) throws(QueryFault) -> Predicate {
        let field = try field(0, table)
        guard field.type.isGeographic else {
            throw SearchV1.fault("\(field.name) is not a geographic field", fr: "\(field.name) n'est pas un champ géographique")
        }
        switch name {
        case "geometry":
            let type = try argument(1).lowercased()
            return .located(field, .isOfType(SearchFunction.geometryTypes[type] ?? type))
        case "polygon": return .located(field, .intersects(try GeoFilter.polygon(try argument(1))))
        default:
            let place = arguments.count == 3 ? "\(arguments[1]),\(arguments[2])" : arguments.dropFirst().joined(separator: ",")
            return .located(field, try GeoFilter.near(place))
        }
    }

    private static let geometryTypes = [
        "point": "Point", "linestring": "LineString", "polygon": "Polygon", "multipoint": "MultiPoint",
        "multilinestring": "MultiLineString", "multipolygon": "MultiPolygon", "geometrycollection": "GeometryCollection",
    ]

    private func argument(_ index: Int) throws(QueryFault) -> String {
        guard index < arguments.count else {
            throw SearchV1.fault("an argument of #\(name)() is missing", fr: "il manque un argument à #\(name)()")
        }
        return arguments[index]
    }

    private func field(_ index: Int, _ table: QueryTable) throws(QueryFault) -> QueryField {
        let name = try argument(index)
        guard let field = table.field(name) else { throw QueryFault.unknownField(name, in: table).located(in: "q") }
        return field
    }

    private func text(_ index: Int, _ table: QueryTable) throws(QueryFault) -> QueryField {
        let field = try field(index, table)
        guard field.type.isText else {
            throw SearchV1.fault("\(field.name) is not a text field", fr: "\(field.name) n'est pas un champ de texte")
        }
        return field
    }
}
