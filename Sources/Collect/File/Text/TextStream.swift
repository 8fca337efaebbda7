internal import Foundation

/// A text file as UTF-8, whatever its encoding, a block at a time. Byte order marks are left out.
///
/// Where lines end with carriage returns alone (old Macintosh programs), each becomes a line end.
struct TextStream: ~Copyable {
    /// A byte that the encoding does not allow, at an offset in the file.
    struct Invalid: Error { let byte: UInt8; let offset: Int }

    static let blockSize = 4 << 20

    private let descriptor: Int32
    private let encoding: TextEncoding
    private let table: [[UInt8]]?
    private let endsWithReturns: Bool
    private var block = [UInt8](repeating: 0, count: blockSize)
    /// Half of a UTF-16 unit or pair, waiting for the rest.
    private var carried: [UInt8] = []
    private var offset = 0
    private var isAtEnd = false
    private var lines = LineDecoder()
    private var delimiter: DelimiterRewriter?

    /// - Parameter delimiter: one of several bytes, which becomes `Dialect.unitSeparator`.
    init(_ file: URL, encoding: TextEncoding, endsWithReturns: Bool = false, delimiter: [UInt8]? = nil) throws {
        descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CocoaError(.fileReadUnknown) }
        self.encoding = encoding
        self.endsWithReturns = endsWithReturns
        self.delimiter = delimiter.map { DelimiterRewriter($0) }
        table = encoding.byteTable
    }

    deinit { close(descriptor) }

    /// Lines of UTF-8 and lines of windows-1252, where they are mixed.
    var linesByEncoding: (utf8: Int, windows: Int) { (lines.utf8Lines, lines.windowsLines) }

    /// Appends the next block to `text`.
    /// - Returns: whether there was one.
    mutating func read(into text: inout [UInt8]) throws -> Bool {
        guard !isAtEnd else { return false }
        let count = block.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else { throw CocoaError(.fileReadUnknown) }
        isAtEnd = count == 0
        let mark = offset == 0 ? encoding.markLength(in: Data(block.prefix(min(4, count)))) : 0
        offset += count
        let start = text.count
        decode(mark..<count, to: &text)
        delimiter?.rewrite(&text, from: start, isLast: isAtEnd)
        if endsWithReturns {
            for index in start..<text.count where text[index] == Dialect.carriageReturn { text[index] = Dialect.newline }
        }
        return !isAtEnd || text.count > start
    }

    private mutating func decode(_ range: Range<Int>, to text: inout [UInt8]) {
        switch encoding {
        case .utf8: text.append(contentsOf: block[range])
        case .mixed: lines.decode(block[range], isLast: isAtEnd, to: &text)
        case .utf16LittleEndian, .utf16BigEndian: appendUTF16(block[range], to: &text)
        default: appendBytes(block[range], to: &text)
        }
    }

    /// Refuses what is no UTF-8 in a text that ends where a character does.
    /// - Parameter start: the offset of the text in the file, for the fault.
    static func validate(_ text: UnsafeBufferPointer<UInt8>, at start: Int) throws(Invalid) {
        do {
            _ = try UTF8Span(validating: text.span)
        } catch {
            let first = error.byteOffsets.lowerBound
            throw Invalid(byte: text[first], offset: start + first)
        }
    }

    private func appendBytes(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
        guard let table else { preconditionFailure("a one-byte encoding has a table") }
        text.reserveCapacity(text.count + bytes.count * 5 / 4)
        for byte in bytes {
            if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: table[Int(byte)]) }
        }
    }

    private mutating func appendUTF16(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
        let all = carried + bytes
        let isLittle = encoding == .utf16LittleEndian
        var units = stride(from: 0, to: all.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(all[index]), UInt16(all[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        // The first half of a pair waits for the second, which the next block brings.
        if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
        carried = Array(all[(units.count * 2)...])
        text.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
    }
}
