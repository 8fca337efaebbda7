/// The properties of a feature: the number of a column, then a value as its type says, one after the other.
struct FlatProperties {
    private let bytes: ArraySlice<UInt8>
    private let columns: [FlatGeobufHeader.Column]

    init(_ bytes: ArraySlice<UInt8>, _ columns: [FlatGeobufHeader.Column]) {
        (self.bytes, self.columns) = (bytes, columns)
    }

    func each(_ body: (FlatGeobufHeader.Column, [UInt8]) throws -> Void) throws {
        var rest = bytes
        while !rest.isEmpty {
            let index = Int(try take(UInt16.self, &rest))
            guard index < columns.count else { throw FlatTable.Damaged() }
            try body(columns[index], try value(columns[index].type, &rest))
        }
    }

    private func value(_ type: UInt8, _ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
        switch type {
        case 0: try text(Int8.self, &rest)
        case 1: try text(UInt8.self, &rest)
        case 2: Array((try take(UInt8.self, &rest) == 0 ? "false" : "true").utf8)
        case 3: try text(Int16.self, &rest)
        case 4: try text(UInt16.self, &rest)
        case 5: try text(Int32.self, &rest)
        case 6: try text(UInt32.self, &rest)
        case 7: try text(Int64.self, &rest)
        case 8: try text(UInt64.self, &rest)
        case 9: Self.number("\(Float(bitPattern: try take(UInt32.self, &rest)))")
        case 10: Self.number("\(Double(bitPattern: try take(UInt64.self, &rest)))")
        case 11...13: try string(&rest)
        case 14: Array(try string(&rest).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().utf8)
        default: throw FlatTable.Damaged()
        }
    }

    private func text<N: FixedWidthInteger>(_ type: N.Type, _ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
        Array(String(try take(type, &rest)).utf8)
    }

    private func string(_ rest: inout ArraySlice<UInt8>) throws -> [UInt8] {
        let count = Int(try take(UInt32.self, &rest))
        guard count <= rest.count else { throw FlatTable.Damaged() }
        defer { rest = rest.dropFirst(count) }
        // Not UTF-8 would be refused by the engine: what is none becomes U+FFFD.
        return Array(String(decoding: rest.prefix(count), as: UTF8.self).utf8)
    }

    private func take<N: FixedWidthInteger>(_ type: N.Type, _ rest: inout ArraySlice<UInt8>) throws -> N {
        let number = try FlatTable.number(rest, 0, as: type)
        rest = rest.dropFirst(N.bitWidth / 8)
        return number
    }

    /// A whole number is written without `.0`, as everywhere.
    private static func number(_ text: String) -> [UInt8] { Array((text.hasSuffix(".0") ? String(text.dropLast(2)) : text).utf8) }
}
