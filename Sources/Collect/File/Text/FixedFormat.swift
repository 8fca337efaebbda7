package import DuckDB
package import Territory

/// Text in columns of fixed width, as old programs export it. Nothing tells it from other text: the source says so.
package struct FixedFormat: FileFormat {
    package static let name = "Fixed"
    package static let findings: [FindingKind] = []

    private let columns: [FixedColumn]
    private let encoding: String?
    /// The row of titles, which is passed; 0 when there is none.
    private let header: Int
    private let isTitled: Bool

    package init(_ source: SourceDeclaration) throws {
        encoding = source.options["encoding"]?.written
        if case .rows(let rows) = HeaderChoice(source.options["header"]) { header = rows.last ?? 0 } else { header = 0 }
        isTitled = source.options["columns"] == nil
        columns = try FixedColumn.all(columns: source.options["columns"], widths: source.options["widths"], of: source)
    }

    /// Only `format: fixed` says so.
    package static func recognises(_ start: FileStart) -> Bool { false }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        try TextSource(file: file, encoding: encoding).read { encoding in
            let names = try isTitled && header > 0 ? titles(file, encoding) : columns.map(\.name)
            let layout = TextReader.Layout(
                encoding: encoding, endsWithReturns: false, dialect: Dialect(delimiter: Dialect.unitSeparator, quote: nil),
                delimiter: nil, header: TextHeader(names: ["line"], skipped: header))
            let text = RewrittenText(file: file, layout: layout, connection: connection, work: work)
            let outcome = try text.write()
            let cut = zip(ColumnNames.unique(names), columns).map { name, column in
                (name: name, expression: column.expression(of: identifier("line")))
            }
            let (_, windows) = outcome.linesByEncoding
            let shown = windows > 0 ? TextEncoding.windows1252 : encoding
            let note = TextMessages.found(
                file.name, encoding: shown.rawValue, delimiter: nil, layout.header, rows: outcome.text.rows)
            return Collected(relation: text.relation(outcome, columns: cut), notes: [note])
        }
    }

    /// The titles stand in the same positions as the values.
    private func titles(_ file: SourceFile, _ encoding: TextEncoding) throws -> [String] {
        var stream = try TextStream(file.url, encoding: encoding)
        var text: [UInt8] = []
        _ = try stream.read(into: &text)
        let lines = text.split(separator: Dialect.newline, maxSplits: header, omittingEmptySubsequences: false)
        guard lines.count >= header else {
            throw CollectFault(.noHeader, subject: file.name, at: file.place, ["header": Bilingual(String(header))])
        }
        let line = Array(String(decoding: lines[header - 1], as: UTF8.self).unicodeScalars)
        return columns.map { $0.text(in: line) }
    }
}

extension FixedFormat {
    package static let options = [
        TextFormat.encoding, HeaderChoice.key,
        Key(
            "columns", .map(.scalar),
            summary: Bilingual(
                fr: "Largeur fixe : le premier et le dernier caractère de chaque colonne, comptés de 1 (`CODE: 1-5`)",
                en: "Fixed width: the first and the last character of each column, counted from 1 (`CODE: 1-5`)")),
        Key(
            "widths", .list(.integer),
            summary: Bilingual(
                fr: "Largeur fixe : le nombre de caractères de chaque colonne, de gauche à droite",
                en: "Fixed width: how many characters each column has, from the left")),
    ]
}
