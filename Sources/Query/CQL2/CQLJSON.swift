internal import Foundation

/// CQL2 JSON read into the same nodes as the text.
struct CQLJSON {
    /// JSON as a filter needs it.
    private indirect enum Value: Decodable {
        case null
        case boolean(Bool)
        case number(Double)
        case integer(Int64)
        case text(String)
        case list([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let one = try decoder.singleValueContainer()
            if one.decodeNil() {
                self = .null
            } else if let value = try? one.decode(Bool.self) {
                self = .boolean(value)
            } else if let value = try? one.decode(Double.self) {
                if let whole = try? one.decode(Int64.self), Int64(exactly: value) != whole {
                    self = .integer(whole)
                } else {
                    self = .number(value)
                }
            } else if let value = try? one.decode(String.self) {
                self = .text(value)
            } else if let value = try? one.decode([Value].self) {
                self = .list(value)
            } else {
                self = .object(try one.decode([String: Value].self))
            }
        }

        var text: String? { if case .text(let text) = self { text } else { nil } }
        var number: Double? { if case .number(let number) = self { number } else { nil } }
        var items: [Value]? { if case .list(let items) = self { items } else { nil } }
    }

    private let clause: String
    private let text: String
    private var nodes = 0

    static func node(_ text: String, _ clause: String) throws(QueryFault) -> CQLNode {
        var reader = CQLJSON(clause: clause, text: text)
        guard text.utf8.count <= Lexer.limit, !deep(text),
            let value = try? JSONDecoder().decode(Value.self, from: Data(text.utf8))
        else { throw reader.fault("the filter is no JSON", fr: "le filtre n'est pas du JSON") }
        return try reader.node(value)
    }

    private init(clause: String, text: String) {
        self.clause = clause
        self.text = text
    }

    private static func deep(_ text: String) -> Bool {
        var depth = 0
        for byte in text.utf8 {
            if byte == 91 || byte == 123 { depth += 1 }
            if byte == 93 || byte == 125 { depth -= 1 }
            if depth > TokenCursor.deepest * 2 { return true }
        }
        return false
    }

    private func fault(_ words: String, fr french: String) -> QueryFault {
        QueryFault(.syntax, words, fr: french, clause: clause)
    }

    private mutating func node(_ value: Value) throws(QueryFault) -> CQLNode {
        nodes += 1
        if nodes > TokenCursor.mostNodes { throw CQLParser.tooLong(clause) }
        switch value {
        case .boolean(let flag): return .boolean(flag)
        case .number(let number): return .number(number)
        case .integer(let number): return .integer(number)
        case .text(let text): return .text(text)
        case .list(let items): return .list(try all(items))
        case .object(let members): return try node(members)
        case .null: throw fault("null is no value of a filter", fr: "null n'est pas une valeur d'un filtre")
        }
    }

    private mutating func all(_ values: [Value]) throws(QueryFault) -> [CQLNode] {
        var nodes: [CQLNode] = []
        for value in values { nodes.append(try node(value)) }
        return nodes
    }

    private mutating func node(_ members: [String: Value]) throws(QueryFault) -> CQLNode {
        let spot = members.values.compactMap(\.text).first.flatMap { position(of: $0) } ?? .none
        if let name = members["op"]?.text {
            return .call(name.lowercased(), try all(members["args"]?.items ?? []), spot)
        }
        if let name = members["property"]?.text { return .property(name, spot) }
        if let text = members["date"]?.text { return .date(text) }
        if let text = members["timestamp"]?.text { return .timestamp(text) }
        if let ends = members["interval"]?.items, ends.count == 2 {
            return .interval(try node(ends[0]), try node(ends[1]))
        }
        if let edges = members["bbox"]?.items?.compactMap(\.number), edges.count == 4 || edges.count == 6,
            members["type"] == nil
        {
            return .box(edges)
        }
        if members["type"] != nil, let geometry = Self.geometry(members, 0), CQLShape.isSound(geometry) {
            return .geometry(geometry)
        }
        let names = members.keys.sorted().joined(separator: ", ")
        throw fault(
            "an object of \(names) means nothing in a filter", fr: "un objet de \(names) ne veut rien dire dans un filtre")
    }

    /// Where a name stands in the filter, the first time.
    private func position(of name: String) -> CQLSpot? {
        guard let range = text.range(of: "\"\(name)\"") else { return nil }
        return CQLSpot(position: text[..<range.lowerBound].unicodeScalars.count + 1)
    }

    private static func geometry(_ members: [String: Value], _ depth: Int) -> Geometry? {
        let places = members["coordinates"]
        switch members["type"]?.text {
        case "Point": return places.flatMap(position).map { .point($0) }
        case "LineString": return list(places, position).map { .line($0) }
        case "Polygon": return list(places) { list($0, position) }.map { .polygon($0) }
        case "MultiPoint": return list(places, position).map { .points($0) }
        case "MultiLineString": return list(places) { list($0, position) }.map { .lines($0) }
        case "MultiPolygon": return list(places) { list($0) { list($0, position) } }.map { .polygons($0) }
        case "GeometryCollection" where depth < 8:
            return list(members["geometries"]) {
                if case .object(let part) = $0 { geometry(part, depth + 1) } else { nil }
            }.map { .collection($0) }
        default: return nil
        }
    }

    private static func list<T>(_ value: Value?, _ item: (Value) -> T?) -> [T]? {
        guard let values = value?.items else { return nil }
        let items = values.compactMap(item)
        return items.count == values.count ? items : nil
    }

    private static func position(_ value: Value) -> Geometry.Position? {
        guard let numbers = value.items?.compactMap(\.number), numbers.count >= 2 else { return nil }
        return Geometry.Position(longitude: numbers[0], latitude: numbers[1])
    }
}
