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
        var delimiters = 0
        /// Whether a cell holds a line end, of whatever kind.
        var spansLines = false
        /// Whether every reader cuts it alike: no quote but around whole cells, no line end but in quotes, no escape.
        var isPlain = true
        /// Whether a quote stands where none should: inside a cell that it does not protect, or before the cell's end.
        var hasStrayQuote = false
        /// Whether it is a line that is no row.
        var isComment = false
    }

    /// The record that starts at `start`, or nil when the buffer ends before it does. At the end of the file the rest is a
    /// record, and `isOpen` says that a quote was never closed.
    static func record(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ dialect: Dialect, isLast: Bool, isOpen: inout Bool
    ) -> Record? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        let found = memchr(base + start, Int32(Dialect.newline), bytes.count - start)
        let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        if let comment = dialect.comment, bytes[start] == comment {
            guard end < bytes.count || isLast else { return nil }
            return Record(end: start, next: min(end + 1, bytes.count), isComment: true)
        }
        if holds(base + start, end - start, dialect.quote) || holds(base + start, end - start, dialect.escape) {
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
        var record = Record(end: start, next: start)
        var isProtected = false, wasProtected = false, atStart = true
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : Dialect.newline
            if byte == dialect.escape, index + 1 < bytes.count, dialect.isEscapable(next) {
                record.spansLines = record.spansLines || next == Dialect.newline || next == Dialect.carriageReturn
                record.isPlain = false
                index += 1
            } else if isProtected {
                if byte == dialect.quote {
                    if index + 1 < bytes.count, next == dialect.quote { index += 1 } else { isProtected = false }
                } else if byte == Dialect.newline || byte == Dialect.carriageReturn {
                    record.spansLines = true
                }
            } else if byte == Dialect.newline {
                return record.ending(at: trimmed(bytes, start, index), next: index + 1)
            } else if byte == dialect.delimiter {
                record.delimiters += 1
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
                record.isPlain = record.isPlain && endsLine
                record.spansLines = record.spansLines || (byte == Dialect.carriageReturn && !endsLine)
                record.hasStrayQuote = record.hasStrayQuote || byte != Dialect.carriageReturn
            }
            atStart = false
            index += 1
        }
        guard isLast else { return nil }
        isOpen = isProtected
        return record.ending(at: trimmed(bytes, start, bytes.count), next: bytes.count)
    }

    private static func holds(_ base: UnsafePointer<UInt8>, _ count: Int, _ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return memchr(base, Int32(byte), count) != nil
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        end > start && bytes[end - 1] == Dialect.carriageReturn ? end - 1 : end
    }

    /// The first records of a sample, for detection.
    static func records(
        in sample: ArraySlice<UInt8>, _ dialect: Dialect, limit: Int
    ) -> [(record: Record, bytes: ArraySlice<UInt8>)] {
        let bytes = Array(sample)
        return bytes.withUnsafeBufferPointer { buffer in
            var records: [(record: Record, bytes: ArraySlice<UInt8>)] = []
            var start = 0
            var isOpen = false
            while records.count < limit,
                let record = record(in: buffer, from: start, dialect, isLast: true, isOpen: &isOpen)
            {
                records.append((record, bytes[start..<record.end]))
                start = record.next
            }
            return records
        }
    }
}

extension RecordScanner.Record {
    fileprivate func ending(at end: Int, next: Int) -> RecordScanner.Record {
        RecordScanner.Record(
            end: end, next: next, delimiters: delimiters, spansLines: spansLines, isPlain: isPlain,
            hasStrayQuote: hasStrayQuote)
    }
}
