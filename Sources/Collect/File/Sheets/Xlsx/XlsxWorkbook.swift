internal import Foundation
internal import Territory

/// An XLSX workbook: its sheets, and what their cells refer to.
final class XlsxWorkbook: Workbook {
    let archive: SheetPackage
    let sheets: [Sheet]
    var subject: String { archive.subject }
    let from1904: Bool
    private let parts: [SheetPackage.Relations.Relation]
    /// The part of each sheet, by its number.
    private let sheetParts: [Int: String]
    private var isLoaded = false
    let strings: SharedStrings
    let styles = XlsxStyles()

    /// Reads the list of sheets only; the first sheet that is read brings what cells refer to.
    /// - Throws: `collect.unreadable-file`, `collect.unknown-format`, `collect.file-too-large`.
    init(_ file: URL, subject: String) throws {
        archive = try SheetPackage(file, subject: subject, format: XlsxFormat.name)
        let root = try archive.relations(of: "").first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard root.hasSuffix(".xml"), archive.zip.member(root) != nil, archive.zip.member("word/document.xml") == nil else {
            throw archive.notAWorkbook(of: XlsxFormat.name)
        }
        let listener = Listener()
        try archive.read(root, atMost: SheetPackage.descriptionLimit, listener)
        parts = try archive.relations(of: root)
        from1904 = listener.from1904
        strings = SharedStrings(subject: subject)
        let targets = Dictionary(parts.filter { $0.type == "worksheet" }.map { ($0.id, $0.target) }) { first, _ in first }
        let tabs = listener.tabs.enumerated().filter { targets[$1.id] != nil }
        sheets = tabs.map { index, tab in Sheet(name: tab.name, isHidden: tab.isHidden, number: index + 1) }
        sheetParts = Dictionary(tabs.map { index, tab in (index + 1, targets[tab.id] ?? "") }) { first, _ in first }
    }

    /// Reads the shared texts and the styles, once.
    private func load() throws {
        guard !isLoaded else { return }
        isLoaded = true
        for part in parts where archive.zip.member(part.target) != nil {
            if part.type == "sharedStrings" { try archive.read(part.target, strings) }
            if part.type == "styles" { try archive.read(part.target, atMost: SheetPackage.descriptionLimit, styles) }
        }
    }

    func read(_ sheet: Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> SheetTally {
        try load()
        let listener = SheetListener(XlsxSheetReader(self, take))
        try archive.read(sheetParts[sheet.number] ?? "", listener)
        return listener.parser.tally
    }

    /// The listener of `workbook.xml`.
    private final class Listener: XMLStream.Listener {
        private(set) var tabs: [(name: String, id: String, isHidden: Bool)] = []
        private(set) var from1904 = false

        func start(_ element: XMLStream.Element) {
            if element.name == "workbookPr" { from1904 = element.isTrue("date1904") }
            guard element.name == "sheet" else { return }
            // `hidden`, or `veryHidden` when only a macro can show it.
            let isHidden = element["state"]?.lowercased().hasSuffix("hidden") ?? false
            tabs.append((element["name"] ?? "", element.qualified("id") ?? "", isHidden))
        }

        func end() {}
    }
}
