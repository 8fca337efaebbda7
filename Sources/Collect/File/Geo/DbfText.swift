/// The cells of a dBASE record as text.
struct DbfText {
    private let encoding: TextEncoding
    private let table: [[UInt8]]?

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        table = encoding.byteTable
    }

    /// The value of a cell as UTF-8; nil when it is empty.
    func value(_ cell: ArraySlice<UInt8>, _ type: UInt8) throws -> [UInt8]? {
        let written = Self.trimmed(cell)
        switch type {
        case UInt8(ascii: "L"): return Self.boolean(written)
        case UInt8(ascii: "D"): return Self.date(written)
        // A number that does not fit its field is written as stars.
        case UInt8(ascii: "N"), UInt8(ascii: "F"):
            return written.isEmpty || written.allSatisfy { $0 == UInt8(ascii: "*") } ? nil : Array(written)
        default: return written.isEmpty ? nil : try text(written)
        }
    }

    /// Any text of the file.
    func text(_ bytes: ArraySlice<UInt8>) throws -> [UInt8] {
        if let table { return bytes.flatMap { $0 < 0x80 ? [$0] : table[Int($0)] } }
        let copy = Array(bytes)
        try copy.withUnsafeBufferPointer { try TextStream.validate($0, at: 0) }
        return copy
    }

    private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var cell = cell.prefix { $0 != 0 }
        while cell.last == 0x20 { cell.removeLast() }
        return cell.drop { $0 == 0x20 }
    }

    private static func boolean(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
        switch cell.first {
        case UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: "Y"), UInt8(ascii: "y"): Array("true".utf8)
        case UInt8(ascii: "F"), UInt8(ascii: "f"), UInt8(ascii: "N"), UInt8(ascii: "n"): Array("false".utf8)
        default: nil
        }
    }

    /// `20240203` as `2024-02-03`; zeros are no date.
    private static func date(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
        guard cell.contains(where: { $0 != UInt8(ascii: "0") }) else { return nil }
        let digits = Array(cell), hyphen = UInt8(ascii: "-")
        guard digits.count == 8 else { return digits }
        return digits[0..<4] + [hyphen] + digits[4..<6] + [hyphen] + digits[6..<8]
    }
}
