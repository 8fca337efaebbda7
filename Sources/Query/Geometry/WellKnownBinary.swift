extension Geometry {
    /// Reads WKB written in hexadecimal (OGC 06-103r4 §8), of either byte order; an SRID and a third coordinate are passed over.
    package static func wellKnownBinary(hexadecimal text: String) -> Geometry? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0, (18...(1 << 17)).contains(digits.count) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digit(digits[index]), let low = digit(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        var reader = WellKnownBinaryReader(bytes: bytes[...])
        guard let geometry = reader.geometry(depth: 0), reader.bytes.isEmpty, geometry.isOnGlobe else { return nil }
        return geometry
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

private struct WellKnownBinaryReader {
    var bytes: ArraySlice<UInt8>
    private var isLittleEndian = true
    private var dimensions = 2

    init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    mutating func geometry(depth: Int) -> Geometry? {
        guard depth < 8, let order = bytes.popFirst(), order <= 1 else { return nil }
        isLittleEndian = order == 1
        guard let code = integer() else { return nil }
        if code & 0x2000_0000 != 0 { _ = integer() }
        let plain = code & 0x0FFF_FFFF
        let extra = (code & 0x8000_0000 != 0 ? 1 : 0) + (code & 0x4000_0000 != 0 ? 1 : 0)
        dimensions = 2 + max(extra, [0, 1, 1, 2][Int(min(plain / 1_000, 3))])
        switch plain % 1_000 {
        case 1: return position().map { .point($0) }
        case 2: return positions().map { .line($0) }
        case 3: return list { $0.positions() }.map { .polygon($0) }
        case 4: return parts(depth) { if case .point(let point) = $0 { point } else { nil } }.map { .points($0) }
        case 5: return parts(depth) { if case .line(let line) = $0 { line } else { nil } }.map { .lines($0) }
        case 6: return parts(depth) { if case .polygon(let rings) = $0 { rings } else { nil } }.map { .polygons($0) }
        case 7: return parts(depth) { $0 }.map { .collection($0) }
        default: return nil
        }
    }

    private mutating func parts<T>(_ depth: Int, _ part: (Geometry) -> T?) -> [T]? {
        list { $0.geometry(depth: depth + 1).flatMap(part) }
    }

    private mutating func positions() -> [Geometry.Position]? { list { $0.position() } }

    private mutating func list<T>(_ item: (inout Self) -> T?) -> [T]? {
        guard let count = integer(), Int(count) <= bytes.count else { return nil }
        var items: [T] = []
        for _ in 0..<count {
            guard let next = item(&self) else { return nil }
            items.append(next)
        }
        return items
    }

    private mutating func position() -> Geometry.Position? {
        let numbers = (0..<dimensions).compactMap { _ in number() }
        guard numbers.count == dimensions, numbers.allSatisfy(\.isFinite) else { return nil }
        return Geometry.Position(longitude: numbers[0], latitude: numbers[1])
    }

    private mutating func integer() -> UInt32? { take(4).map { UInt32(truncatingIfNeeded: $0) } }
    private mutating func number() -> Double? { take(8).map { Double(bitPattern: $0) } }

    private mutating func take(_ count: Int) -> UInt64? {
        guard bytes.count >= count else { return nil }
        let taken = bytes.prefix(count)
        bytes = bytes.dropFirst(count)
        return (isLittleEndian ? Array(taken.reversed()) : Array(taken)).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
