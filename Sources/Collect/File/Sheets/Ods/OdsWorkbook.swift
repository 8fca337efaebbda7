internal import Foundation
internal import Territory

/// An ODS workbook: one XML part holds all its sheets, in the order of their tabs (OpenDocument 1.2 part 1, 3.8).
struct OdsWorkbook: Workbook {
    static let content = "content.xml"

    let archive: SheetPackage
    let sheets: [Sheet]
    var subject: String { archive.subject }

    /// - Throws: `collect.unreadable-file`, `collect.unknown-format`, `collect.file-too-large`.
    init(_ file: URL, subject: String) throws {
        archive = try SheetPackage(file, subject: subject, format: OdsFormat.name)
        try Self.refuseEncrypted(archive)
        guard archive.zip.member(Self.content) != nil else { throw archive.notAWorkbook(of: OdsFormat.name) }
        let tabs = Tabs()
        try archive.read(Self.content, tabs)
        guard tabs.isSpreadsheet else { throw archive.notAWorkbook(of: OdsFormat.name) }
        sheets = tabs.names.enumerated().map { index, tab in
            Sheet(name: tab.name, isHidden: tabs.hiddenStyles.contains(tab.style), number: index + 1)
        }
    }

    func read(_ sheet: Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> SheetTally {
        let listener = SheetListener(OdsSheetReader(sheet.number, subject: subject, take))
        do { try archive.read(Self.content, listener) } catch is OdsSheetReader.Finished {}
        return listener.parser.tally
    }

    /// A file with a password keeps its names and hides its parts (OpenDocument 1.2 part 3, 4); since 1.4, one part hides all.
    private static func refuseEncrypted(_ archive: SheetPackage) throws {
        let manifest = Manifest()
        if archive.zip.member("META-INF/manifest.xml") != nil {
            try archive.read("META-INF/manifest.xml", atMost: SheetPackage.descriptionLimit, manifest)
        }
        if manifest.isEncrypted || archive.zip.member("encrypted-package") != nil {
            throw archive.unreadable(SheetMessages.password)
        }
    }

    private final class Manifest: XMLStream.Listener {
        private(set) var isEncrypted = false
        func start(_ element: XMLStream.Element) { isEncrypted = isEncrypted || element.name == "encryption-data" }
        func end() {}
    }

    /// The names of the sheets, and the styles that hide one.
    private final class Tabs: XMLStream.Listener {
        private(set) var isSpreadsheet = false
        private(set) var names: [(name: String, style: String)] = []
        private(set) var hiddenStyles: Set<String> = []
        private var tables = 0
        private var path: [Bool] = []
        private var style = ""

        func start(_ element: XMLStream.Element) {
            let isTable = element.name == "table" && element.namespace == OdsSheetReader.tables
            path.append(isTable)
            tables += isTable ? 1 : 0
            switch element.name {
            case "spreadsheet": isSpreadsheet = true
            case "style": style = element.qualified("name") ?? ""
            case "table-properties": if element.qualified("display") == "false" { hiddenStyles.insert(style) }
            // A table inside a cell is no sheet.
            case "table" where isTable && tables == 1:
                names.append((element.qualified("name") ?? "", element.qualified("style-name") ?? ""))
            default: break
            }
        }

        func end() { tables -= path.popLast() == true ? 1 : 0 }
    }
}
