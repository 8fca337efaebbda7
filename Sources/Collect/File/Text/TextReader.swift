internal import DuckDB
internal import Foundation
internal import Territory

/// Reads one delimited text file: detects what is not declared, says what it detected, and hands the engine a file that it
/// can read on all its threads.
struct TextReader {
    let file: URL
    /// The path that people know.
    let name: String
    let declaration: TextDeclaration
    let place: Place

    private static let sampleSize = 256 << 10

    func collect(_ connection: Connection, _ work: WorkArea, number: Int) throws -> Collected {
        let declared = try declaredEncoding()
        let guessed = try declared ?? TextEncoding.detected(in: firstBytes())
        do {
            return try collect(guessed, connection, work, number)
        } catch let invalid as TextStream.Invalid {
            guard declared == nil else { throw wrongEncoding(guessed, invalid) }
            return try collect(.windows1252, connection, work, number)
        }
    }

    private func collect(
        _ encoding: TextEncoding, _ connection: Connection, _ work: WorkArea, _ number: Int
    ) throws -> Collected {
        let (sample, endsWithReturns) = try sample(encoding)
        let dialect = try dialect(sample)
        let records = RecordScanner.records(in: sample, dialect, limit: 200).map { dialect.cells(of: $0) }
        guard let header = TextHeader(records: records, declared: declaration.header) else {
            throw CollectFault(.noHeader, subject: name, at: place, ["header": Bilingual(String(declaration.header ?? 1))])
        }
        let path = work.folder.appending(path: "text_\(number).csv")
        let findings = "text_findings_\(number)"
        let input = try TextStream(file, encoding: encoding, endsWithReturns: endsWithReturns)
        let outcome = try rewrite(input, dialect, header, to: path, findings, connection, work)
        return Collected(
            relation: relation(path, dialect, header.names, parallel: !outcome.spansLines),
            notes: [note(encoding, dialect, header, outcome.rows)],
            findings: try connection.row("SELECT 1 FROM \(work.table(findings)) LIMIT 1") == nil
                ? [] : [Relation(sql: "SELECT * FROM \(work.table(findings))", columns: [])],
            layouts: [layout(encoding, dialect, header, records)])
    }

    private func layout(
        _ encoding: TextEncoding, _ dialect: Dialect, _ header: TextHeader, _ records: [[String]]
    ) -> FileLayout {
        FileLayout(
            options: [
                .init("encoding", encoding.rawValue.lowercased()),
                .init("delimiter", String(UnicodeScalar(dialect.delimiter))), .init("header", String(header.row)),
            ],
            opening: records.prefix(header.row).enumerated().map { .init(number: $0.offset + 1, cells: $0.element) })
    }

    private func rewrite(
        _ input: consuming TextStream, _ dialect: Dialect, _ header: TextHeader, to path: URL, _ table: String,
        _ connection: Connection, _ work: WorkArea
    ) throws -> NumberedText.Outcome {
        var input = input
        try connection.execute(
            """
            CREATE OR REPLACE TABLE \(work.table(table)) (code VARCHAR, severity VARCHAR, _source VARCHAR, _row BIGINT,
            field VARCHAR, value VARCHAR, detail VARCHAR)
            """)
        let appender = try work.appender(to: table, on: connection)
        let output = try WriteBehind(path)
        let text = NumberedText(
            dialect: dialect, header: header.row, width: header.names.count, source: name, place: place, findings: appender)
        let outcome = try text.write(&input, to: output)
        try output.finish()
        try appender.close()
        return outcome
    }

    /// The engine's own reader over the rewritten file; every option is told, nothing is sniffed.
    private func relation(_ path: URL, _ dialect: Dialect, _ names: [String], parallel: Bool) -> Relation {
        let columns = names.map { Relation.Column($0) }
        let types = (["'_row': 'BIGINT'"] + names.map { "\(literal($0)): 'VARCHAR'" }).joined(separator: ", ")
        let quote = dialect.quote.map { String(UnicodeScalar($0)) } ?? ""
        let cells = names.map { identifier($0) }.joined(separator: ", ")
        return Relation(
            sql: """
                SELECT \(cells), CAST(? AS VARCHAR) AS _source, _row
                FROM read_csv(?, auto_detect = false, header = false, delim = ?, quote = ?, escape = ?, new_line = '\\n',
                     strict_mode = false, max_line_size = 33554432, parallel = \(parallel), columns = {\(types)})
                """,
            parameters: [
                .text(name), .text(path.path), .text(String(UnicodeScalar(dialect.delimiter))), .text(quote), .text(quote),
            ], columns: columns)
    }
}

// Detection.
extension TextReader {
    private func declaredEncoding() throws -> TextEncoding? {
        guard let text = declaration.encoding else { return nil }
        guard let encoding = TextEncoding(named: text) else {
            throw CollectFault(.unknownEncoding, subject: name, at: place, ["encoding": Bilingual(text)])
        }
        return try encoding.marked(in: firstBytes())
    }

    private func firstBytes() throws -> Data {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        return try handle.read(upToCount: 4_096) ?? Data()
    }

    /// The start of the file, and whether its lines end with carriage returns alone.
    private func sample(_ encoding: TextEncoding) throws -> (start: ArraySlice<UInt8>, endsWithReturns: Bool) {
        var stream = try TextStream(file, encoding: encoding)
        var text: [UInt8] = []
        _ = try stream.read(into: &text)
        let start = text.prefix(Self.sampleSize)
        guard start.contains(Dialect.carriageReturn), !start.contains(Dialect.newline) else { return (start, false) }
        return (start.map { $0 == Dialect.carriageReturn ? Dialect.newline : $0 }[...], true)
    }

    private func dialect(_ sample: ArraySlice<UInt8>) throws(CollectFault) -> Dialect {
        let quote = declaration.quote.map { $0.utf8.first } ?? UInt8(ascii: "\"")
        guard let delimiter = declaration.delimiter?.utf8.first else { return Dialect.detected(in: sample, quote: quote) }
        return Dialect(delimiter: delimiter, quote: quote)
    }

    private func wrongEncoding(_ encoding: TextEncoding, _ invalid: TextStream.Invalid) -> CollectFault {
        let before = (try? FileHandle(forReadingFrom: file).read(upToCount: invalid.offset)) ?? Data()
        let line = before.reduce(1) { $0 + ($1 == Dialect.newline ? 1 : 0) }
        return CollectFault(
            .wrongEncoding, subject: name, at: place,
            [
                "encoding": Bilingual(encoding.rawValue), "byte": Bilingual("0x" + String(invalid.byte, radix: 16)),
                "line": Bilingual(String(line)),
            ])
    }

    private func note(_ encoding: TextEncoding, _ dialect: Dialect, _ header: TextHeader, _ rows: Int) -> Bilingual {
        let delimiter = dialect.delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(dialect.delimiter))
        return Bilingual(
            fr: "\(name) : \(encoding.rawValue), séparateur « \(delimiter) », titres ligne \(header.row), \(rows) lignes",
            en: "\(name): \(encoding.rawValue), delimiter \"\(delimiter)\", titles on row \(header.row), \(rows) rows")
    }
}
