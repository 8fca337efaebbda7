internal import DuckDB
internal import Foundation
internal import Territory

/// Reads one file of JSON records.
struct JSONReading {
    let file: SourceFile
    /// Where the records are, when it is told.
    let path: JSONPath?
    let connection: Connection
    let work: WorkArea

    /// What was read, and how.
    struct Outcome {
        let table: RecordTable
        let notes: [Bilingual]
    }

    /// JSON is UTF-8 (RFC 8259 section 8.1). Programs that write something else write UTF-16, which shows, or windows-1252.
    func read(layout: @autoclosure () -> any JSONLayout) throws -> Outcome {
        let handle = try FileHandle(forReadingFrom: file.url)
        let start = try handle.read(upToCount: 4_096) ?? Data()
        try handle.close()
        let encoding = TextEncoding.detected(in: start)
        do {
            return try read(encoding, layout())
        } catch is TextStream.Invalid {
            return try read(.windows1252, layout())
        }
    }

    private func read(_ encoding: TextEncoding, _ layout: any JSONLayout) throws -> Outcome {
        do {
            let found = try path.map { ($0, []) } ?? JSONDetection.path(in: file.url, encoding: encoding)
            let table = try RecordTable("records_\(file.number)", work: work, connection, subject: file.name)
            try JSONStream.read(file.url, encoding: encoding, JSONRecords(found.0, into: table, layout: layout))
            guard table.rows > 0 else {
                let seen = try JSONDetection.path(in: file.url, encoding: encoding)
                throw noRecords(found.0, ([seen.path.written] + seen.others).compactMap(\.self))
            }
            return Outcome(table: table, notes: notes(found.0, found.1, table.rows, encoding))
        } catch let malformed as JSONStream.Malformed {
            throw CollectFault(
                .malformed, subject: file.name, at: file.place,
                [
                    "format": Bilingual("JSON"), "line": Bilingual(String(malformed.line)),
                    "column": Bilingual(String(malformed.column)), "reason": malformed.reason,
                ])
        }
    }

    private func notes(_ path: JSONPath, _ others: [String], _ rows: Int, _ encoding: TextEncoding) -> [Bilingual] {
        [RecordMessages.read(file.name, rows: rows, at: path.written)]
            + (others.isEmpty ? [] : [RecordMessages.others(others)])
            + (encoding == .utf8 ? [] : [RecordMessages.transcoded(file.name, from: encoding)])
    }

    private func noRecords(_ path: JSONPath, _ others: [String]) -> CollectFault {
        CollectFault(
            .noRecords, subject: file.name, at: file.place,
            ["records": RecordMessages.sought(path.written), "found": RecordMessages.found(others)])
    }
}
