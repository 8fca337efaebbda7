internal import Foundation
package import DuckDB
package import Territory

/// ODS workbooks (OpenDocument 1.2 and later), as LibreOffice writes them.
package struct OdsFormat: FileFormat {
    package static let name = "ODS"
    package static let options = SheetOptions.keys

    private let sheets: SheetOptions

    package init(_ source: SourceDeclaration) {
        sheets = SheetOptions(source)
    }

    /// A zip archive whose first member, stored as it is, says what it holds (OpenDocument 1.2 part 3, 3.3).
    package static func recognises(_ start: FileStart) -> Bool {
        guard start.begins(with: "PK\u{3}\u{4}") else { return false }
        let kind = start.bytes.prefix(200).range(of: Data("mimetypeapplication/vnd.oasis.opendocument".utf8))
        return kind != nil || ["ods", "ots"].contains(start.fileExtension)
    }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        try sheets.collect(OdsWorkbook(file.url, subject: file.name), file, connection, work)
    }
}
