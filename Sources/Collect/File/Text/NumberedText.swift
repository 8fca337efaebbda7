internal import DuckDB
internal import Foundation
internal import Territory

/// Rewrites a text file for the engine, in one pass over its bytes: UTF-8, one line end, every record rectangular and led by
/// the number of its row. Measured, this costs a fifth of what numbering the rows inside the engine does, because the engine
/// then reads on all its threads; and blank lines, short rows and long rows keep their place.
struct NumberedText {
    /// What the pass learnt.
    struct Outcome {
        var rows = 0
        var spansLines = false
    }

    let dialect: Dialect
    /// Rows up to this one are titles and what stands above them.
    let header: Int
    let width: Int
    let source: String
    let place: Place
    /// Takes the findings: `code, severity, _source, _row, field, value, detail`.
    let findings: Appender

    /// Copies `input` to `output`.
    func write(_ input: inout TextStream, to output: FileHandle) throws -> Outcome {
        var outcome = Outcome()
        var pending: [UInt8] = []
        var row = 0, blanks = 0
        var isLast = false
        while !isLast {
            let block = try input.next()
            isLast = block == nil
            pending += block ?? []
            var lines: [UInt8] = []
            lines.reserveCapacity(pending.count + pending.count / 8)
            let used = try pending.withUnsafeBufferPointer { bytes in
                try number(bytes, isLast: isLast, &row, &blanks, &outcome, into: &lines)
            }
            pending.removeFirst(used)
            try output.write(contentsOf: lines)
        }
        return outcome
    }

    /// Numbers the whole records of a buffer.
    /// - Returns: how many bytes they took.
    private func number(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ row: inout Int, _ blanks: inout Int,
        _ outcome: inout Outcome, into lines: inout [UInt8]
    ) throws -> Int {
        var start = 0
        var isOpen = false
        while let record = RecordScanner.record(in: bytes, from: start, dialect, isLast: isLast, isOpen: &isOpen) {
            if isOpen { throw CollectFault(.openQuote, subject: source, at: place, ["line": Bilingual(String(row + 1))]) }
            row += 1
            defer { start = record.next }
            guard row > header else { continue }
            // Blank lines at the end are no rows; those in between keep the numbers of the others right.
            if record.end == start { blanks += 1; continue }
            for blank in stride(from: blanks, to: 0, by: -1) { appendBlank(row - blank, to: &lines) }
            blanks = 0
            append(row, to: &lines)
            try append(record, from: start, of: bytes, row: row, to: &lines)
            outcome.rows += 1
            outcome.spansLines = outcome.spansLines || record.spansLines
        }
        return start
    }

    private func append(
        _ record: RecordScanner.Record, from start: Int, of bytes: UnsafeBufferPointer<UInt8>, row: Int,
        to lines: inout [UInt8]
    ) throws {
        let missing = width - 1 - record.delimiters
        if missing > 0 { try report(TextFindings.shortRow, row: row, value: nil, count: missing) }
        if missing >= 0, record.isPlain {
            lines.append(contentsOf: bytes[start..<record.end])
        } else {
            let cells = dialect.cells(of: ArraySlice(bytes[start..<record.end]))
            let extra = cells.dropFirst(width).filter { !$0.allSatisfy(\.isWhitespace) }
            if !extra.isEmpty {
                try report(TextFindings.longRow, row: row, value: extra.joined(separator: " · "), count: -missing)
            }
            lines.append(contentsOf: cells.prefix(width).map { written($0) }.joined(separator: [dialect.delimiter]))
        }
        for _ in 0..<max(0, missing) { lines.append(dialect.delimiter) }
        lines.append(Dialect.newline)
    }

    private func append(_ row: Int, to lines: inout [UInt8]) {
        lines.append(contentsOf: String(row).utf8)
        lines.append(dialect.delimiter)
    }

    private func appendBlank(_ row: Int, to lines: inout [UInt8]) {
        append(row, to: &lines)
        for _ in 1..<max(1, width) { lines.append(dialect.delimiter) }
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
