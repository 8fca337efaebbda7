internal import DuckDB
internal import Foundation

/// Reads one budget file (ministry document "DocumentBudgetaire", any version) into the tables: one header row per budget
/// document, one row per `LigneBudget`.
///
/// Elements are matched by the URI of their namespace, never by prefix, and unknown ones are passed over: annexes, seals,
/// editors' own blocks, and the `DocumentComptable` of a compte financier unique (CFU). `_row` is the ordinal of the
/// `LigneBudget` in the file, from 1, calculated ones included: an XML file has no header row to count.
final class TotemReader: XMLStream.Listener {
    /// The root is neither a budget nor a CFU; nothing when it is a CFU without a budget document.
    struct NotABudget: Error { let root: String? }

    private static let namespace = "http://www.minefi.gouv.fr/cp/demat/docbudgetaire"
    private static let cfuNamespace = "http://www.minefi.gouv.fr/cp/demat/doccfu"
    private static let headerIndex = index(TotemTables.headerFields)
    private static let lineIndex = index(TotemTables.lineFields)

    /// Where the reader stands.
    private enum Area { case outside, document, budget, heading, line, ignored }

    private let source: String
    private let headers: Appender
    private let lines: Appender
    private var areas: [Area] = []
    private var header = [String?](repeating: nil, count: TotemTables.headerFields.count)
    private var line = [String?](repeating: nil, count: TotemTables.lineFields.count)
    private var documents: Int64 = 0
    private var row: Int64 = 0

    private init(_ source: String, headers: Appender, lines: Appender) {
        (self.source, self.headers, self.lines) = (source, headers, lines)
    }

    /// Appends what a file says. `source` is what `_source` will hold.
    static func read(_ file: URL, as source: String, headers: Appender, lines: Appender) throws {
        let reader = TotemReader(source, headers: headers, lines: lines)
        try XMLStream.read(file, reader)
        if reader.documents == 0 { throw NotABudget(root: nil) }
    }

    func start(_ element: XMLStream.Element) throws {
        if areas.isEmpty { try accept(root: element) }
        let area = areas.last ?? .outside
        areas.append(area == .ignored ? .ignored : enter(element, from: area))
    }

    func end() throws {
        switch areas.popLast() {
        case .line:
            try append(line, to: lines, after: [documents, row])
        case .document:
            try append(header, to: headers, after: [documents])
        default: break
        }
    }

    private func accept(root: XMLStream.Element) throws {
        let known = [Self.namespace: "DocumentBudgetaire", Self.cfuNamespace: "CompteFinancierUnique"]
        guard known[root.namespace] == root.name else { throw NotABudget(root: root.name) }
    }

    private func enter(_ element: XMLStream.Element, from area: Area) -> Area {
        guard element.namespace == Self.namespace else { return area == .outside ? .outside : .ignored }
        switch (area, element.name) {
        case (.outside, "DocumentBudgetaire"): return beginDocument()
        case (.outside, _): return .outside
        case (.document, "EnTeteDocBudgetaire"), (.budget, "EnTeteBudget"), (.budget, "BlocBudget"): return .heading
        case (.document, "Budget"): return .budget
        case (.budget, "LigneBudget"): return beginLine(element)
        case (.heading, _): keep(element, in: &header, Self.headerIndex[element.name])
        case (.line, "CaracSup"):
            if element["Code"] == "Section" { keep(element, in: &line, Self.lineIndex[TotemTables.declaredSection]) }
        case (.line, _): keep(element, in: &line, Self.lineIndex[element.name])
        default: break
        }
        return .ignored
    }

    private func beginDocument() -> Area {
        documents += 1
        for index in header.indices { header[index] = nil }
        return .document
    }

    private func beginLine(_ element: XMLStream.Element) -> Area {
        row += 1
        // The sums that the prefecture's tool made are no lines of the budget; they still count in `_row`.
        guard !["true", "1"].contains(element["calculated"] ?? "") else { return .ignored }
        for index in line.indices { line[index] = nil }
        return .line
    }

    /// Almost every leaf is empty and holds its value in the attribute `V`; the first of a name wins.
    private func keep(_ element: XMLStream.Element, in values: inout [String?], _ index: Int?) {
        guard let index, values[index] == nil else { return }
        values[index] = element["V"]
    }

    private func append(_ values: [String?], to table: Appender, after numbers: [Int64]) throws {
        try table.append(source)
        for number in numbers { try table.append(number) }
        for value in values { try table.append(value) }
        try table.endRow()
    }

    private static func index(_ names: [String]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    }
}
