package import DuckDB
package import Territory

/// XLSX workbooks (ECMA-376).
package struct XlsxFormat: FileFormat {
    package static let name = "XLSX"
    package static let options = SheetOptions.keys

    private let sheets: SheetOptions

    package init(_ source: SourceDeclaration) {
        sheets = SheetOptions(source)
    }

    /// A zip archive; that it holds a workbook, the reader sees.
    package static func recognises(_ start: FileStart) -> Bool { start.begins(with: "PK\u{3}\u{4}") }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        try sheets.collect(XlsxWorkbook(file.url, subject: file.name), file, connection, work)
    }
}
