internal import Foundation

/// Reads a text whose lines were written by different programs, each in its encoding: a line that is UTF-8 is kept as it is,
/// another is read as windows-1252. A text of windows-1252 alone comes out the same, since its accents are no UTF-8.
struct LineDecoder {
    /// Lines with characters beyond ASCII, by their encoding.
    private(set) var utf8Lines = 0
    private(set) var windowsLines = 0
    private let table = TextEncoding.windows1252.byteTable ?? []
    /// The start of a line whose end is in the next block.
    private var carried: [UInt8] = []

    /// Appends the lines of a block as UTF-8; at the end of the file, what is left as well.
    mutating func decode(_ bytes: ArraySlice<UInt8>, isLast: Bool, to text: inout [UInt8]) {
        let all = carried.isEmpty ? bytes : ArraySlice(carried + bytes)
        carried = []
        var start = all.startIndex
        while start < all.endIndex {
            let end = all[start...].firstIndex(of: Dialect.newline).map { $0 + 1 } ?? all.endIndex
            // What is far too long for a line is decoded as it comes, so that memory stays bounded.
            guard isLast || end < all.endIndex || all[end - 1] == Dialect.newline || end - start > NumberedText.recordLimit else {
                carried = Array(all[start...])
                return
            }
            append(all[start..<end], to: &text)
            start = end
        }
    }

    private mutating func append(_ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
        guard line.contains(where: { $0 >= 0x80 }) else { return text.append(contentsOf: line) }
        let isUTF8 = line.withUnsafeBufferPointer { (try? UTF8Span(validating: $0.span)) != nil }
        if isUTF8 {
            utf8Lines += 1
            text.append(contentsOf: line)
        } else {
            windowsLines += 1
            for byte in line { if byte < 0x80 { text.append(byte) } else { text.append(contentsOf: table[Int(byte)]) } }
        }
    }
}
