internal import Foundation
internal import Territory

/// An XLSX workbook: its sheets, and what their cells refer to.
struct XlsxWorkbook {
    let archive: XlsxPackage
    let sheets: [XlsxReader.Sheet]
    let from1904: Bool
    private let parts: [XlsxPackage.Relations.Relation]
    let strings: SharedStrings
    let styles = XlsxStyles()

    /// Reads the list of sheets only; `load` reads what their cells need.
    /// - Throws: `collect.unreadable-file`, `collect.unknown-format`, `collect.file-too-large`.
    init(_ file: URL, subject: String) throws {
        archive = try XlsxPackage(file, subject: subject)
        let root = try archive.relations(of: "").first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
        guard root.hasSuffix(".xml"), archive.zip.member(root) != nil, archive.zip.member("word/document.xml") == nil else {
            throw archive.notAWorkbook
        }
        let listener = Listener()
        try archive.read(root, atMost: XlsxPackage.descriptionLimit, listener)
        parts = try archive.relations(of: root)
        from1904 = listener.from1904
        strings = SharedStrings(subject: subject)
        let targets = Dictionary(parts.filter { $0.type == "worksheet" }.map { ($0.id, $0.target) }) { first, _ in first }
        sheets = listener.tabs.enumerated().compactMap { index, tab in
            targets[tab.id].map { XlsxReader.Sheet(name: tab.name, isHidden: tab.isHidden, number: index + 1, part: $0) }
        }
    }

    /// Reads the shared texts and the styles.
    func load() throws {
        for part in parts where archive.zip.member(part.target) != nil {
            if part.type == "sharedStrings" { try archive.read(part.target, strings) }
            if part.type == "styles" { try archive.read(part.target, atMost: XlsxPackage.descriptionLimit, styles) }
        }
    }

    /// The sheets that a choice leaves, best first.
    /// - Throws: `collect.sheet-not-found`.
    func sheets(_ choice: SheetChoice) throws -> [XlsxReader.Sheet] {
        switch choice {
        case .detect: return sheets.filter { !$0.isHidden }
        case .number(let number):
            if let sheet = sheets.first(where: { $0.number == number }) { return [sheet] }
            throw sheetNotFound(String(number))
        case .name(let name):
            let plain = { (name: String) in name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }
            if let sheet = sheets.first(where: { $0.name == name }) ?? sheets.first(where: { plain($0.name) == plain(name) }) {
                return [sheet]
            }
            throw sheetNotFound(name)
        }
    }

    private func sheetNotFound(_ name: String) -> CollectFault {
        let names = sheets.map { "« \($0.name) »" }.joined(separator: ", ")
        return CollectFault(
            .sheetNotFound, subject: archive.subject, ["sheet": Bilingual(name), "sheets": Bilingual(names)])
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
