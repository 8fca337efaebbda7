/// A table of FlatBuffers in bytes that nobody vouches for: every offset is checked before it is followed.
///
/// A table points back to its field offsets; a field that is absent has none. Numbers are little-endian.
struct FlatTable {
    /// An offset leads out of the bytes.
    struct Damaged: Error {}

    private let bytes: [UInt8]
    private let start: Int
    private let fields: Int
    private let fieldCount: Int

    /// The root of a buffer.
    init(root bytes: [UInt8]) throws(Damaged) {
        try self.init(bytes, at: Int(try FlatTable.number(bytes, 0, as: UInt32.self)))
    }

    private init(_ bytes: [UInt8], at start: Int) throws(Damaged) {
        self.bytes = bytes
        self.start = start
        fields = start - Int(try FlatTable.number(bytes, start, as: Int32.self))
        let length = Int(try FlatTable.number(bytes, fields, as: UInt16.self))
        guard length >= 4, fields >= 0, fields + length <= bytes.count else { throw Damaged() }
        fieldCount = (length - 4) / 2
    }

    /// A number; its default when the field is absent.
    func number<N: FixedWidthInteger>(_ field: Int, default other: N) throws(Damaged) -> N {
        guard let place = try place(of: field) else { return other }
        return try FlatTable.number(bytes, place, as: N.self)
    }

    func text(_ field: Int) throws(Damaged) -> String? {
        guard let vector = try vector(field, of: 1) else { return nil }
        return String(decoding: bytes[vector.start..<(vector.start + vector.count)], as: UTF8.self)
    }

    func table(_ field: Int) throws(Damaged) -> FlatTable? {
        guard let place = try place(of: field) else { return nil }
        return try follow(place)
    }

    func tables(_ field: Int) throws(Damaged) -> [FlatTable] {
        guard let vector = try vector(field, of: 4) else { return [] }
        var tables: [FlatTable] = []
        for index in 0..<vector.count { tables.append(try follow(vector.start + index * 4)) }
        return tables
    }

    func bytes(_ field: Int) throws(Damaged) -> ArraySlice<UInt8> {
        guard let vector = try vector(field, of: 1) else { return [] }
        return bytes[vector.start..<(vector.start + vector.count)]
    }

    func doubles(_ field: Int) throws(Damaged) -> [Double] {
        guard let vector = try vector(field, of: 8) else { return [] }
        var doubles: [Double] = []
        for index in 0..<vector.count {
            doubles.append(Double(bitPattern: try FlatTable.number(bytes, vector.start + index * 8, as: UInt64.self)))
        }
        return doubles
    }

    func integers(_ field: Int) throws(Damaged) -> [Int] {
        guard let vector = try vector(field, of: 4) else { return [] }
        var integers: [Int] = []
        for index in 0..<vector.count {
            integers.append(Int(try FlatTable.number(bytes, vector.start + index * 4, as: UInt32.self)))
        }
        return integers
    }

    private func place(of field: Int) throws(Damaged) -> Int? {
        guard field < fieldCount else { return nil }
        let offset = Int(try FlatTable.number(bytes, fields + 4 + field * 2, as: UInt16.self))
        return offset == 0 ? nil : start + offset
    }

    private func follow(_ place: Int) throws(Damaged) -> FlatTable {
        try FlatTable(bytes, at: place + Int(try FlatTable.number(bytes, place, as: UInt32.self)))
    }

    private func vector(_ field: Int, of size: Int) throws(Damaged) -> (start: Int, count: Int)? {
        guard let place = try place(of: field) else { return nil }
        let start = place + Int(try FlatTable.number(bytes, place, as: UInt32.self))
        let count = Int(try FlatTable.number(bytes, start, as: UInt32.self))
        guard count <= (bytes.count - start - 4) / size else { throw Damaged() }
        return (start + 4, count)
    }

    /// A little-endian number at an offset.
    static func number<N: FixedWidthInteger>(
        _ bytes: some RandomAccessCollection<UInt8>, _ offset: Int, as type: N.Type
    ) throws(Damaged) -> N {
        let size = N.bitWidth / 8
        guard offset >= 0, offset <= bytes.count - size else { throw Damaged() }
        var number: N = 0
        let start = bytes.index(bytes.startIndex, offsetBy: offset)
        for (index, byte) in bytes[start...].prefix(size).enumerated() { number |= N(truncatingIfNeeded: byte) << (8 * index) }
        return number
    }
}
