/// The names of shapes in well-known text.
enum CQLShape {
    static let names: Set = [
        "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection",
    ]

    /// A third coordinate is passed over; a line or ring that is none is refused.
    static func isSound(_ geometry: Geometry) -> Bool { !geometry.positions.isEmpty && geometry.isSound }
}

extension CQLParser {
    /// Well-known text (06-103r4 §7), the first coordinate first whatever the system.
    mutating func geometry() throws(QueryFault) -> Geometry {
        try count()
        let start = token, kind = token.value.lowercased()
        advance()
        if ["z", "m", "zm"].contains(where: token.isWord) { advance() }
        let geometry: Geometry
        switch kind {
        case "point":
            let points = try positions()
            guard points.count == 1 else { throw source.unexpected(start) }
            geometry = .point(points[0])
        case "linestring": geometry = .line(try positions())
        case "polygon": geometry = .polygon(try rings())
        case "multipoint": geometry = .points(try points())
        case "multilinestring": geometry = .lines(try rings())
        case "multipolygon":
            geometry = .polygons(try list { parser throws(QueryFault) in try parser.rings() })
        default:
            geometry = .collection(
                try list { parser throws(QueryFault) in
                    guard CQLShape.names.contains(parser.token.value.lowercased()), parser.token.kind == .word else {
                        throw parser.source.unexpected(parser.token)
                    }
                    return try parser.nested { parser throws(QueryFault) in try parser.geometry() }
                })
        }
        guard CQLShape.isSound(geometry) else { throw source.unexpected(start) }
        return geometry
    }

    /// `MULTIPOINT((1 2), (3 4))` and `MULTIPOINT(1 2, 3 4)` are both written.
    private mutating func points() throws(QueryFault) -> [Geometry.Position] {
        guard following.isSymbol("(") else { return try positions() }
        return try rings().flatMap(\.self)
    }

    private mutating func rings() throws(QueryFault) -> [[Geometry.Position]] {
        try list { parser throws(QueryFault) in try parser.positions() }
    }

    private mutating func positions() throws(QueryFault) -> [Geometry.Position] {
        try list { parser throws(QueryFault) in
            let first = try parser.coordinate(), second = try parser.coordinate()
            for _ in 0..<2 where !parser.token.isSymbol(",") && !parser.token.isSymbol(")") { _ = try parser.coordinate() }
            return Geometry.Position(longitude: first, latitude: second)
        }
    }

    private mutating func coordinate() throws(QueryFault) -> Double {
        let sign: Double = takeSymbol("-") ? -1 : 1
        guard token.kind == .integer || token.kind == .decimal, let number = Double(token.value), number.isFinite else {
            throw source.unexpected(token)
        }
        advance()
        return sign * number
    }

    private mutating func list<T>(_ item: (inout CQLParser) throws(QueryFault) -> T) throws(QueryFault) -> [T] {
        try expectSymbol("(")
        var items: [T] = []
        repeat { items.append(try item(&self)) } while takeSymbol(",")
        try expectSymbol(")")
        return items
    }
}
