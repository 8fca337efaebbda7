package import DuckDB
package import Territory

/// XLS workbooks of Excel 5 to 2003 ([MS-XLS]).
package struct XlsFormat: FileFormat {
    package static let name = "XLS"
    package static let options = SheetOptions.keys

    private let sheets: SheetOptions

    package init(_ source: SourceDeclaration) {
        sheets = SheetOptions(source)
    }

    /// The container of old Office files, or the first record of a workbook without one.
    package static func recognises(_ start: FileStart) -> Bool {
        start.begins(with: [0xD0, 0xCF, 0x11, 0xE0]) || start.begins(with: [0x09, 0x08, 0x10, 0x00])
            || start.begins(with: [0x09, 0x08, 0x08, 0x00])
    }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        try sheets.collect(XlsWorkbook(file.url, subject: file.name), file, connection, work)
    }
}
