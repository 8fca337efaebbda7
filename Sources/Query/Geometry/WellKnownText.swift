extension Geometry {
    /// Reads WKT (OGC 06-103r4 §7), longitude first; a third coordinate is passed over.
    /// - Returns: nil when it is not WKT, or not on the globe.
    package static func wellKnownText(_ text: String) -> Geometry? {
        guard text.utf8.count <= 1 << 16 else { return nil }
        var reader = WellKnownTextReader(text)
        guard let geometry = reader.geometry(depth: 0), reader.isAtEnd, geometry.isOnGlobe else { return nil }
        return geometry
    }

    /// Written for the engine.
    package var wellKnownText: String {
        switch self {
        case .point(let position): "POINT(\(position.text))"
        case .line(let line): "LINESTRING\(Self.text(line))"
        case .polygon(let rings): "POLYGON\(Self.text(rings))"
        case .points(let points): "MULTIPOINT\(Self.text(points))"
        case .lines(let lines): "MULTILINESTRING\(Self.text(lines))"
        case .polygons(let polygons): "MULTIPOLYGON(\(polygons.map { Self.text($0) }.joined(separator: ", ")))"
        case .collection(let parts): "GEOMETRYCOLLECTION(\(parts.map(\.wellKnownText).joined(separator: ", ")))"
        }
    }

    private static func text(_ positions: [Position]) -> String { "(\(positions.map(\.text).joined(separator: ", ")))" }
    private static func text(_ rings: [[Position]]) -> String { "(\(rings.map { text($0) }.joined(separator: ", ")))" }

    /// Coordinates in range, lines of two points at least, rings of four that close.
    var isOnGlobe: Bool {
        let inRange = positions.allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 }
        return inRange && !positions.isEmpty && isSound
    }

    /// Whether lines and rings have the points they need.
    var isSound: Bool {
        switch self {
        case .point, .points: true
        case .line(let line): line.count >= 2
        case .lines(let lines): lines.allSatisfy { $0.count >= 2 }
        case .polygon(let rings): Self.areSound(rings)
        case .polygons(let polygons): polygons.allSatisfy { Self.areSound($0) }
        case .collection(let parts): parts.allSatisfy(\.isSound)
        }
    }

    private static func areSound(_ rings: [[Position]]) -> Bool {
        !rings.isEmpty && rings.allSatisfy { $0.count >= 4 && $0.first == $0.last }
    }
}

extension Geometry.Position {
    fileprivate var text: String { "\(longitude) \(latitude)" }
}

private struct WellKnownTextReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return rest.isEmpty
        }
    }

    mutating func geometry(depth: Int) -> Geometry? {
        guard depth < 8 else { return nil }
        let kind = word()
        if ["Z", "M", "ZM"].contains(peekedWord) { _ = word() }
        switch kind {
        case "POINT": return positions().flatMap { $0.count == 1 ? .point($0[0]) : nil }
        case "LINESTRING": return positions().map { .line($0) }
        case "POLYGON": return list { $0.positions() }.map { .polygon($0) }
        case "MULTIPOINT": return points().map { .points($0) }
        case "MULTILINESTRING": return list { $0.positions() }.map { .lines($0) }
        case "MULTIPOLYGON": return list { $0.list { $0.positions() } }.map { .polygons($0) }
        case "GEOMETRYCOLLECTION": return list { $0.geometry(depth: depth + 1) }.map { .collection($0) }
        default: return nil
        }
    }

    /// `MULTIPOINT((1 2), (3 4))` and `MULTIPOINT(1 2, 3 4)` are both written.
    private mutating func points() -> [Geometry.Position]? {
        let before = rest
        if let points = positions() { return points }
        rest = before
        return list { $0.positions() }.map { $0.flatMap(\.self) }
    }

    private mutating func positions() -> [Geometry.Position]? { list { $0.position() } }

    private mutating func list<T>(_ item: (inout Self) -> T?) -> [T]? {
        guard take("(") else { return nil }
        var items: [T] = []
        repeat {
            guard let next = item(&self) else { return nil }
            items.append(next)
        } while take(",")
        return take(")") ? items : nil
    }

    private mutating func position() -> Geometry.Position? {
        guard let longitude = number(), let latitude = number() else { return nil }
        while let _ = number() {}
        return Geometry.Position(longitude: longitude, latitude: latitude)
    }

    private mutating func number() -> Double? {
        skipSpace()
        let digits = rest.prefix { ("0"..."9").contains(Unicode.Scalar($0)) || [43, 45, 46, 69, 101].contains($0) }
        guard !digits.isEmpty, let value = Double(String(digits) ?? ""), value.isFinite else { return nil }
        rest = rest.dropFirst(digits.count)
        return value
    }

    private var peekedWord: String {
        var copy = self
        return copy.word()
    }

    private mutating func word() -> String {
        skipSpace()
        let letters = rest.prefix { (65...90).contains($0 & 0xDF) }
        rest = rest.dropFirst(letters.count)
        return (String(letters) ?? "").uppercased()
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipSpace()
        guard let first = rest.first, Unicode.Scalar(first) == mark else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func skipSpace() { rest = rest.drop { $0 == 32 || (9...13).contains($0) } }
}
