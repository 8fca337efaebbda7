internal import DuckDB
internal import Foundation
internal import Territory

/// Reads one delimited text file: detects what is not declared, says what it detected, and hands the engine a file that it
/// can read on all its threads.
struct TextReader {
    let file: SourceFile
    let declaration: TextDeclaration

    private static let sampleSize = 256 << 10
    private static let sampleRows = 200

    /// What was detected before the pass over the whole file.
    struct Layout {
        let encoding: TextEncoding
        let endsWithReturns: Bool
        let dialect: Dialect
        /// A delimiter of several bytes, for which a single one stands.
        let delimiter: [UInt8]?
        let header: TextHeader
        /// The first records, an empty one for a blank line or a comment.
        var records: [[String]] = []
    }

    func collect(_ connection: Connection, _ work: WorkArea) throws -> Collected {
        try TextSource(file: file, encoding: declaration.encoding).read { encoding in
            let layout = try layout(encoding)
            let text = RewrittenText(file: file, layout: layout, connection: connection, work: work)
            let outcome = try text.write()
            return Collected(
                relation: text.relation(outcome), notes: notes(layout, outcome),
                findings: try text.findings(), layouts: [told(layout, outcome)],
                titles: layout.header.titles)
        }
    }

    private func layout(_ encoding: TextEncoding) throws -> Layout {
        let declared = try delimiter()
        let several = declared.flatMap { $0.count > 1 ? $0 : nil }
        var stream = try TextStream(file.url, encoding: encoding, delimiter: several)
        var text: [UInt8] = []
        _ = try stream.read(into: &text)
        var sample = text.prefix(Self.sampleSize)
        let endsWithReturns = sample.contains(Dialect.carriageReturn) && !sample.contains(Dialect.newline)
        if endsWithReturns { sample = sample.map { $0 == Dialect.carriageReturn ? Dialect.newline : $0 }[...] }
        let dialect = dialect(sample, declared.map { $0.count > 1 ? Dialect.unitSeparator : $0[0] })
        let records = RecordScanner.records(in: sample, dialect, limit: Self.sampleRows).map { record, bytes in
            record.isComment ? [] : dialect.cells(of: bytes)
        }
        guard let header = TextHeader(records: records, choice: declaration.header) else { throw noHeader() }
        return Layout(
            encoding: encoding, endsWithReturns: endsWithReturns, dialect: dialect, delimiter: several, header: header,
            records: records)
    }

    private func noHeader() -> CollectFault {
        var row = 1
        if case .rows(let rows) = declaration.header { row = rows.last ?? 1 }
        return CollectFault(.noHeader, subject: file.name, at: file.place, ["header": Bilingual(String(row))])
    }

    private func delimiter() throws(CollectFault) -> [UInt8]? {
        guard let bytes = declaration.delimiterBytes else { return nil }
        guard !bytes.contains(where: { [Dialect.newline, Dialect.carriageReturn, UInt8(ascii: "\"")].contains($0) }) else {
            throw CollectFault(
                .wrongDelimiter, subject: file.name, at: declaration.delimiter?.place ?? file.place,
                ["value": Bilingual(declaration.delimiter?.text ?? "")])
        }
        return bytes
    }

    private func dialect(_ sample: ArraySlice<UInt8>, _ delimiter: UInt8?) -> Dialect {
        let given = Dialect(
            delimiter: delimiter ?? UInt8(ascii: ","), quote: declaration.quote.map { $0.utf8.first } ?? UInt8(ascii: "\""),
            escape: declaration.escape.flatMap { $0.utf8.first }, comment: declaration.comment.flatMap { $0.utf8.first })
        let isQuotingFree = delimiter == nil && declaration.quote == nil && declaration.escape == nil
        return Dialect.detected(in: sample, given: given, delimiter: delimiter == nil, quoting: isQuotingFree)
    }

    private func notes(_ layout: Layout, _ outcome: RewrittenText.Outcome) -> [Bilingual] {
        let (utf8, windows) = outcome.linesByEncoding
        let isMixed = layout.encoding == .mixed && utf8 > 0
        let encoding = layout.encoding == .mixed ? TextEncoding.windows1252.rawValue : layout.encoding.rawValue
        var notes = [
            TextMessages.found(
                file.name, encoding: isMixed ? "UTF-8 + \(encoding)" : encoding, delimiter: delimiterText(layout), layout.header,
                rows: outcome.text.rows)
        ]
        if isMixed { notes.append(TextMessages.mixed(file.name, utf8: utf8, windows: windows)) }
        if declaration.quote == nil, declaration.escape == nil,
            layout.dialect.quote != UInt8(ascii: "\"") || layout.dialect.escape != nil
        {
            notes.append(TextMessages.quoting(file.name, layout.dialect))
        }
        if outcome.text.comments > 0 { notes.append(TextMessages.comments(file.name, outcome.text.comments)) }
        if layout.header.untitled > 0 {
            notes.append(TextMessages.untitled(file.name, Array(layout.header.names.suffix(layout.header.untitled))))
        }
        return notes
    }

    /// What was detected, as a source would declare it.
    private func told(_ layout: Layout, _ outcome: RewrittenText.Outcome) -> FileLayout {
        var encoding = layout.encoding
        if encoding == .mixed, outcome.linesByEncoding.utf8 == 0 { encoding = .windows1252 }
        return FileLayout(
            options: [
                .init("encoding", encoding.rawValue.lowercased()), .init("delimiter", delimiterText(layout)),
                .init("header", rows: layout.header.titleRows),
            ],
            opening: layout.records.prefix(layout.header.skipped).enumerated().map {
                .init(number: $0.offset + 1, cells: $0.element)
            })
    }

    private func delimiterText(_ layout: Layout) -> String {
        if let delimiter = layout.delimiter { return String(decoding: delimiter, as: UTF8.self) }
        return layout.dialect.delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(layout.dialect.delimiter))
    }
}
