internal import DuckDB
internal import Foundation
internal import Territory

/// Rewrites a text file for the engine, in one pass over its bytes: UTF-8, one line end, every record rectangular and led by
/// the number of its row. Measured, this costs half of what numbering the rows inside the engine does, because the engine
/// then reads on all its threads; and blank lines, short rows and long rows keep their place.
struct NumberedText {
    /// What the pass learnt.
    struct Outcome {
        var rows = 0
        var spansLines = false
        /// The longest record as it was written, in bytes.
        var longest = 0
        /// Lines that were skipped as comments.
        var comments = 0
    }

    /// The longest record that the engine is asked to read, in bytes; longer ones are no table.
    static let recordLimit = 32_000_000

    /// Where the pass stands.
    private struct Position {
        /// The row last seen.
        var row = 0
        /// Blank lines not yet written: at the end of the file they are no rows.
        var blanks: [Int] = []
        /// Bytes of UTF-8 before the text at hand.
        var offset = 0
    }

    let dialect: Dialect
    /// Rows up to this one are titles and what stands above them.
    let header: Int
    let width: Int
    let source: String
    let place: Place
    var recordLimit = NumberedText.recordLimit
    /// Takes the findings: `code, severity, _source, _row, field, value, detail`.
    let findings: Appender

    /// Copies `input` to `output`.
    func write(_ input: inout TextStream, to output: WriteBehind) throws -> Outcome {
        var outcome = Outcome(), position = Position()
        var text: [UInt8] = []
        var isLast = false
        while !isLast {
            isLast = try !input.read(into: &text)
            var lines: [UInt8] = []
            lines.reserveCapacity(text.count + text.count / 8)
            let used = try text.withUnsafeBufferPointer { bytes in
                try number(bytes, isLast: isLast, &position, &outcome, into: &lines)
            }
            text.removeSubrange(..<used)
            if text.count > recordLimit { throw tooLong(text, after: position.row) }
            position.offset += used
            output.write(lines)
        }
        return outcome
    }

    /// Numbers the whole records of a text.
    /// - Returns: how many bytes they took.
    private func number(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ position: inout Position, _ outcome: inout Outcome,
        into lines: inout [UInt8]
    ) throws -> Int {
        // A record ends at a line end, and so does a character: up to the last line end the text is whole.
        let whole = isLast ? bytes.count : Self.endOfLastLine(bytes)
        try TextStream.validate(UnsafeBufferPointer(rebasing: bytes[..<whole]), at: position.offset)
        var start = 0
        var isOpen = false
        while let record = RecordScanner.record(in: bytes, from: start, dialect, isLast: isLast, isOpen: &isOpen) {
            position.row += 1
            if isOpen { throw fault(.openQuote, row: position.row) }
            if record.next - start > recordLimit { throw fault(.longRecord, row: position.row) }
            if record.isComment {
                outcome.comments += 1
            } else if position.row > header {
                let written = lines.count
                try append(record, from: start, of: bytes, &position, to: &lines)
                outcome.longest = max(outcome.longest, lines.count - written)
                outcome.spansLines = outcome.spansLines || record.spansLines
                if record.end > start { outcome.rows = position.row - header }
            }
            start = record.next
        }
        return start
    }

    /// What follows the last line end is left for the next block.
    private static func endOfLastLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var end = bytes.count
        while end > 0 {
            // Piece by piece from the end: a record may fill many blocks.
            let start = max(0, end - 4_096)
            if memchr(base + start, Int32(Dialect.newline), end - start) != nil {
                return (bytes[start..<end].lastIndex(of: Dialect.newline) ?? start) + 1
            }
            end = start
        }
        return 0
    }

    /// A record without end: a quote that is never closed, or no lines at all.
    private func tooLong(_ text: [UInt8], after row: Int) -> CollectFault {
        var isOpen = false
        _ = text.withUnsafeBufferPointer { RecordScanner.record(in: $0, from: 0, dialect, isLast: true, isOpen: &isOpen) }
        return fault(isOpen ? .openQuote : .longRecord, row: row + 1)
    }

    private func fault(_ code: CollectFault.Code, row: Int) -> CollectFault {
        CollectFault(code, subject: source, at: place, ["line": Bilingual(String(row)), "limit": TextMessages.recordLimit])
    }

    private func append(
        _ record: RecordScanner.Record, from start: Int, of bytes: UnsafeBufferPointer<UInt8>, _ position: inout Position,
        to lines: inout [UInt8]
    ) throws {
        // Blank lines at the end are no rows; those in between keep the numbers of the others right.
        guard record.end > start else { return position.blanks.append(position.row) }
        let row = position.row
        for blank in position.blanks { append(blank, cells: width, to: &lines) }
        position.blanks.removeAll(keepingCapacity: true)
        append(row, to: &lines)
        let missing = width - 1 - record.delimiters
        let cells = UnsafeBufferPointer(rebasing: bytes[start..<record.end])
        if missing >= 0, record.isPlain {
            lines.append(contentsOf: cells)
        } else {
            try rewrite(dialect.cells(of: ArraySlice(cells)), row: row, to: &lines)
        }
        if missing > 0 {
            lines.append(contentsOf: repeatElement(dialect.delimiter, count: missing))
            try report(TextFindings.shortRow, row: row, value: nil, count: missing)
        }
        lines.append(Dialect.newline)
    }

    /// A row that not every reader would cut alike, or with more cells than titles: each cell is protected anew, and what is
    /// in excess is told, unless it is empty.
    private func rewrite(_ cells: [String], row: Int, to lines: inout [UInt8]) throws {
        let extra = cells.dropFirst(width).filter { !$0.allSatisfy(\.isWhitespace) }
        if !extra.isEmpty {
            try report(TextFindings.longRow, row: row, value: extra.joined(separator: " · "), count: cells.count - width)
        }
        lines.append(contentsOf: cells.prefix(width).map { written($0) }.joined(separator: [dialect.delimiter]))
    }

    /// The number of a row and its delimiter, digit by digit: a million texts made only to be copied would cost more than
    /// the copy.
    private func append(_ row: Int, to lines: inout [UInt8]) {
        var power = 1
        while power <= row / 10 { power *= 10 }
        var rest = row
        while power > 0 {
            lines.append(UInt8(ascii: "0") + UInt8(rest / power))
            rest %= power
            power /= 10
        }
        lines.append(dialect.delimiter)
    }

    /// A blank line, as empty cells.
    private func append(_ row: Int, cells: Int, to lines: inout [UInt8]) {
        append(row, to: &lines)
        lines.append(contentsOf: repeatElement(dialect.delimiter, count: max(0, cells - 1)))
        lines.append(Dialect.newline)
    }

    private func written(_ cell: String) -> [UInt8] {
        // Without quotes nothing can protect a lone carriage return, which the engine takes for a line end.
        guard let quote = dialect.quote else { return cell.utf8.map { $0 == Dialect.carriageReturn ? UInt8(ascii: " ") : $0 } }
        let doubled = cell.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return [quote] + doubled + [quote]
    }

    private func report(_ kind: FindingKind, row: Int, value: String?, count: Int) throws(EngineFault) {
        try findings.append(kind.code)
        try findings.append(kind.severity.rawValue)
        try findings.append(source)
        try findings.append(Int64(row))
        try findings.appendNull()
        try findings.append(value)
        try findings.append(String(count))
        try findings.endRow()
    }
}
