/// How the cells of a text file are written: what separates them and what protects them.
struct Dialect: Sendable, Hashable {
    var delimiter: UInt8
    /// Nil when the file uses none. A quote inside a protected cell is doubled (RFC 4180).
    var quote: UInt8?
    /// What takes their meaning from a quote, a delimiter, a line end or itself that follows; before others it is itself.
    var escape: UInt8?
    /// What starts a line that is no row.
    var comment: UInt8?

    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// Delimiters looked for, the likeliest in French files first: it wins when two fit as well.
    static let candidates: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|")]

    /// Stands for a delimiter of several bytes once the text is read (ASCII 31, unit separator).
    static let unitSeparator: UInt8 = 0x1F

    /// Whether a byte loses its meaning behind the escape.
    func isEscapable(_ byte: UInt8) -> Bool {
        byte == quote || byte == delimiter || byte == escape || byte == Self.newline || byte == Self.carriageReturn
    }

    /// Cuts one record into its cells, quotes and escapes undone.
    func cells(of record: ArraySlice<UInt8>) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isProtected = false, atStart = true
        var index = record.startIndex
        while index < record.endIndex {
            let byte = record[index]
            index += 1
            if byte == escape, index < record.endIndex, isEscapable(record[index]) {
                cell.append(record[index])
                index += 1
                atStart = false
            } else if isProtected {
                guard byte == quote else { cell.append(byte); continue }
                if index < record.endIndex, record[index] == quote {
                    cell.append(byte)
                    index += 1
                } else {
                    isProtected = false
                }
            } else if byte == delimiter {
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
                atStart = true
            } else if atStart, byte == quote {
                isProtected = true
                atStart = false
            } else {
                cell.append(byte)
                atStart = false
            }
        }
        return cells + [String(decoding: cell, as: UTF8.self)]
    }
}
