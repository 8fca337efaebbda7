internal import DuckDB
internal import Foundation
internal import Territory

/// The file that `NumberedText` makes of a text file, and the engine's reader over it.
struct RewrittenText {
    /// What the pass over the file learnt.
    struct Outcome {
        let text: NumberedText.Outcome
        let linesByEncoding: (utf8: Int, windows: Int)
    }

    let file: SourceFile
    let layout: TextReader.Layout
    let connection: Connection
    let work: WorkArea

    private var path: URL { work.folder.appending(path: "text_\(file.number).csv") }
    private var findingsName: String { "text_findings_\(file.number)" }

    func write() throws -> Outcome {
        try connection.execute(
            """
            CREATE OR REPLACE TABLE \(work.table(findingsName)) (code VARCHAR, severity VARCHAR, _source VARCHAR, _row BIGINT,
            field VARCHAR, value VARCHAR, detail VARCHAR)
            """)
        var input = try TextStream(
            file.url, encoding: layout.encoding, endsWithReturns: layout.endsWithReturns, delimiter: layout.delimiter)
        let appender = try work.appender(to: findingsName, on: connection)
        let output = try WriteBehind(path)
        let text = NumberedText(
            dialect: layout.dialect, header: layout.header.skipped, width: layout.header.names.count, source: file.name,
            place: file.place, findings: appender)
        let outcome = try text.write(&input, to: output)
        try output.finish()
        try appender.close()
        return Outcome(text: outcome, linesByEncoding: input.linesByEncoding)
    }

    /// What the pass found; nothing when all is well.
    func findings() throws -> [Relation] {
        let table = work.table(findingsName)
        guard try connection.row("SELECT 1 FROM \(table) LIMIT 1") != nil else { return [] }
        return [Relation(sql: "SELECT * FROM \(table)", columns: [])]
    }

    /// A cell as it is written: a delimiter of several bytes that quotes protected comes back.
    private func whole(_ name: String) -> String {
        guard let delimiter = layout.delimiter else { return identifier(name) }
        let text = literal(String(decoding: delimiter, as: UTF8.self))
        return "replace(\(identifier(name)), chr(\(Dialect.unitSeparator)), \(text))"
    }

    /// The engine's own reader over the rewritten file; every option is told, nothing is sniffed.
    ///
    /// Its buffers are as small as the longest record allows: by default they are sixteen times the record limit, half a
    /// gigabyte that no budget of memory bears.
    /// - Parameter columns: an expression for each column, when it is not the column itself.
    func relation(_ outcome: Outcome, columns: [(name: String, expression: String)]? = nil) -> Relation {
        let line = max(2 << 20, outcome.text.longest + 64), buffer = max(32 << 20, 2 * line)
        let dialect = layout.dialect
        let names = layout.header.names
        let types = (["'_row': 'BIGINT'"] + names.map { "\(literal($0)): 'VARCHAR'" }).joined(separator: ", ")
        let quote = dialect.quote.map { String(UnicodeScalar($0)) } ?? ""
        let columns = columns ?? names.map { ($0, whole($0)) }
        let cells = columns.map {
            $0.expression == identifier($0.name) ? $0.expression : "\($0.expression) AS \(identifier($0.name))"
        }
        return Relation(
            sql: """
                SELECT \(cells.joined(separator: ", ")), CAST(? AS VARCHAR) AS _source, _row
                FROM read_csv(?, auto_detect = false, header = false, delim = ?, quote = ?, escape = ?, new_line = '\\n',
                     strict_mode = false, max_line_size = \(line), buffer_size = \(buffer),
                     parallel = \(!outcome.text.spansLines), columns = {\(types)})
                """,
            parameters: [
                .text(file.name), .text(path.path), .text(String(UnicodeScalar(dialect.delimiter))), .text(quote), .text(quote),
            ], columns: columns.map { Relation.Column($0.name) })
    }
}
