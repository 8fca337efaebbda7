package import DuckDB
package import Territory

/// XLSX workbooks (ECMA-376).
package struct XlsxFormat: FileFormat {
    package static let name = "XLSX"
    package static let options = [SheetKeys.sheet, TextFormat.header]

    private let sheet: SheetChoice
    private let header: Int?

    package init(_ source: SourceDeclaration) {
        sheet = SheetChoice(source.options["sheet"])
        header = source.options["header"]?.integer
    }

    /// A zip archive; that it holds a workbook, the reader sees.
    package static func recognises(_ start: FileStart) -> Bool { start.begins(with: "PK\u{3}\u{4}") }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        let table = try XlsxReader(file: file.url).read(
            sheet: sheet, header: header, source: file.name, into: "sheet_\(file.number)", work: work, connection)
        return Collected(relation: table.relation, notes: table.notes)
    }
}

/// The keys that every workbook shares.
enum SheetKeys {
    static let sheet = Key(
        "sheet", .scalar,
        summary: Bilingual(
            fr: "Nom ou numéro de la feuille, détectée sans cela", en: "Name or number of the sheet, detected otherwise"))
}

extension SheetChoice {
    /// A number counts sheets from 1, a text is a name; nothing means the sheet is to be found.
    init(_ value: Value?) {
        if let number = value?.integer {
            self = .number(number)
        } else if let name = value?.written {
            self = .name(name)
        } else {
            self = .detect
        }
    }
}
