internal import Foundation

/// Finds where records end: at a line end that no quote protects. A quote protects only from the start of a cell on, so that
/// `tube 5" acier` stays one cell.
enum RecordScanner {
    /// What the scanner saw of one record.
    struct Record {
        /// Just past the last byte of the record, before its line end.
        let end: Int
        /// Where the next record starts.
        let next: Int
        let delimiters: Int
        /// Whether a cell holds a line end, of whatever kind.
        let spansLines: Bool
        /// Whether every reader cuts it alike: no quote but around whole cells, no line end but in quotes.
        let isPlain: Bool
    }

    /// The record that starts at `start`, or nil when the buffer ends before it does. At the end of the file the rest is a
    /// record, and `isOpen` says that a quote was never closed.
    static func record(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ dialect: Dialect, isLast: Bool, isOpen: inout Bool
    ) -> Record? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        let found = memchr(base + start, Int32(Dialect.newline), bytes.count - start)
        let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        if let quote = dialect.quote, memchr(base + start, Int32(quote), end - start) != nil {
            return protected(in: bytes, from: start, dialect, isLast: isLast, isOpen: &isOpen)
        }
        guard end < bytes.count || (isLast && end > start) else { return nil }
        let stop = trimmed(bytes, start, end)
        // A sum without branches, which the compiler turns into vector instructions.
        var delimiters = 0
        for byte in UnsafeBufferPointer(rebasing: bytes[start..<stop]) { delimiters &+= byte == dialect.delimiter ? 1 : 0 }
        let isPlain = memchr(base + start, Int32(Dialect.carriageReturn), stop - start) == nil
        return Record(
            end: stop, next: min(end + 1, bytes.count), delimiters: delimiters, spansLines: !isPlain, isPlain: isPlain)
    }

    /// The same with quotes, byte by byte.
    private static func protected(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ dialect: Dialect, isLast: Bool, isOpen: inout Bool
    ) -> Record? {
        var delimiters = 0
        var isProtected = false, wasProtected = false, atStart = true, spansLines = false, isPlain = true
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : Dialect.newline
            if isProtected {
                if byte == dialect.quote {
                    if index + 1 < bytes.count, next == dialect.quote { index += 1 } else { isProtected = false }
                } else if byte == Dialect.newline || byte == Dialect.carriageReturn {
                    spansLines = true
                }
            } else if byte == Dialect.newline {
                return Record(
                    end: trimmed(bytes, start, index), next: index + 1, delimiters: delimiters, spansLines: spansLines,
                    isPlain: isPlain)
            } else if byte == dialect.delimiter {
                delimiters += 1
                wasProtected = false
                atStart = true
                index += 1
                continue
            } else if atStart, byte == dialect.quote {
                isProtected = true
                wasProtected = true
            } else if byte == dialect.quote || wasProtected || byte == Dialect.carriageReturn {
                // A quote inside a cell, text after a closing quote, a lone carriage return; the one of a CRLF is none.
                let endsLine = byte == Dialect.carriageReturn && next == Dialect.newline
                isPlain = isPlain && endsLine
                spansLines = spansLines || (byte == Dialect.carriageReturn && !endsLine)
            }
            atStart = false
            index += 1
        }
        guard isLast else { return nil }
        isOpen = isProtected
        return Record(
            end: trimmed(bytes, start, bytes.count), next: bytes.count, delimiters: delimiters, spansLines: spansLines,
            isPlain: isPlain)
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        end > start && bytes[end - 1] == Dialect.carriageReturn ? end - 1 : end
    }

    /// The first records of a sample, for detection.
    static func records(in sample: ArraySlice<UInt8>, _ dialect: Dialect, limit: Int) -> [ArraySlice<UInt8>] {
        let bytes = Array(sample)
        return bytes.withUnsafeBufferPointer { buffer in
            var records: [ArraySlice<UInt8>] = []
            var start = 0
            var isOpen = false
            while records.count < limit,
                let record = record(in: buffer, from: start, dialect, isLast: true, isOpen: &isOpen)
            {
                records.append(bytes[start..<record.end])
                start = record.next
            }
            return records
        }
    }
}
