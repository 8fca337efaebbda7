/// How the cells of a text file are written: what separates them and what protects them.
struct Dialect: Sendable, Hashable {
    var delimiter: UInt8
    /// Nil when the file uses none. A quote inside a protected cell is doubled (RFC 4180).
    var quote: UInt8?

    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// Delimiters looked for, the likeliest in French files first: it wins when two fit as well.
    static let candidates: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: "|")]

    /// Cuts one record into its cells, quotes undone.
    func cells(of record: ArraySlice<UInt8>) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isProtected = false, atStart = true
        var index = record.startIndex
        while index < record.endIndex {
            let byte = record[index]
            index += 1
            if isProtected {
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

    /// The delimiter that cuts the sample most evenly into the most cells.
    static func detected(in sample: ArraySlice<UInt8>, quote: UInt8?) -> Dialect {
        var best = (score: 0, dialect: Dialect(delimiter: UInt8(ascii: ","), quote: quote))
        for delimiter in candidates {
            let dialect = Dialect(delimiter: delimiter, quote: quote)
            let counts = RecordScanner.records(in: sample, dialect, limit: 200).map { dialect.cells(of: $0).count }
            let groups = Dictionary(grouping: counts.filter { $0 > 1 }) { $0 }
            guard let (cells, same) = groups.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) else { continue }
            let score = same.count * 1_000 / max(1, counts.count) * 100 + min(cells, 99)
            if score > best.score { best = (score, dialect) }
        }
        return best.dialect
    }
}
