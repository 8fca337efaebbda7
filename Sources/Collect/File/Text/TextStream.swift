internal import Foundation

/// A text file as blocks of UTF-8, whatever its encoding. Byte order marks are left out.
///
/// Where lines end with carriage returns alone (old Macintosh programs), each becomes a line end.
struct TextStream {
    /// A byte that the encoding does not allow, at an offset in the file.
    struct Invalid: Error { let byte: UInt8; let offset: Int }

    static let blockSize = 1 << 20

    private let handle: FileHandle
    private let encoding: TextEncoding
    private let table: [[UInt8]]?
    private let endsWithReturns: Bool
    private var carried = Data()
    private var offset = 0
    private var isFirst = true

    init(_ file: URL, encoding: TextEncoding, endsWithReturns: Bool = false) throws {
        handle = try FileHandle(forReadingFrom: file)
        self.encoding = encoding
        table = encoding.byteTable
        self.endsWithReturns = endsWithReturns
    }

    func close() { try? handle.close() }

    /// The next block, or nil at the end. UTF-8 blocks end where a character does.
    mutating func next() throws -> [UInt8]? {
        guard endsWithReturns, let block = try decoded() else { return try decoded() }
        return block.map { $0 == Dialect.carriageReturn ? Dialect.newline : $0 }
    }

    private mutating func decoded() throws -> [UInt8]? {
        guard var block = try handle.read(upToCount: Self.blockSize), !block.isEmpty else {
            return try carried.isEmpty ? nil : finish()
        }
        if isFirst {
            isFirst = false
            let mark = encoding.markLength(in: block)
            block = block.dropFirst(mark)
            offset = mark
        }
        return try decode(block)
    }

    private mutating func decode(_ block: Data) throws -> [UInt8] {
        switch encoding {
        case .utf8: return try validated(carried + block, isLast: false)
        case .utf16LittleEndian, .utf16BigEndian: return utf16(carried + block)
        default:
            guard let table else { preconditionFailure("a one-byte encoding has a table") }
            var output: [UInt8] = []
            output.reserveCapacity(block.count * 5 / 4)
            for byte in block {
                if byte < 0x80 { output.append(byte) } else { output.append(contentsOf: table[Int(byte)]) }
            }
            return output
        }
    }

    private mutating func finish() throws -> [UInt8] {
        let rest = carried
        carried = Data()
        return encoding == .utf8 ? try validated(rest, isLast: true) : []
    }

    /// Holds back a character cut by the end of the block; refuses what is no UTF-8.
    private mutating func validated(_ bytes: Data, isLast: Bool) throws -> [UInt8] {
        let cut = isLast ? 0 : Self.cutCharacter(at: bytes)
        let whole = [UInt8](bytes.dropLast(cut))
        do {
            _ = try UTF8Span(validating: whole.span)
        } catch {
            let first = error.byteOffsets.lowerBound
            throw Invalid(byte: whole[first], offset: offset + first)
        }
        carried = Data(bytes.suffix(cut))
        offset += whole.count
        return whole
    }

    /// How many bytes at the end begin a character that is not complete.
    private static func cutCharacter(at bytes: Data) -> Int {
        for back in 1...3 where bytes.count >= back {
            let byte = bytes[bytes.endIndex - back]
            if byte < 0x80 { return 0 }
            guard byte >= 0xC0 else { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            return length > back ? back : 0
        }
        return 0
    }

    private mutating func utf16(_ bytes: Data) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        let isLittle = encoding == .utf16LittleEndian
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isLittle ? second << 8 | first : first << 8 | second)
            index += 2
        }
        // The first half of a pair waits for the second, which the next block brings.
        if let last = units.last, UTF16.isLeadSurrogate(last) {
            units.removeLast()
            index -= 2
        }
        carried = Data(bytes[index...])
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
