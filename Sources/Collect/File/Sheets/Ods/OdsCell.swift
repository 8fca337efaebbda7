/// A cell of an ODS sheet: the typed value, or else the text that is shown (OpenDocument 1.2 part 1, 19.385).
struct OdsCell {
    static let limit = 16 << 20
    private static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    private static let calculation = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

    private(set) var column = 0
    private(set) var repeated = 1
    private(set) var isFormula = false
    private(set) var isText = true
    private(set) var isError = false
    /// Whether the file says what kind of value it is: it does not for a formula that was never computed.
    private(set) var isTyped = false
    private(set) var text: [UInt8] = []
    private var isCovered = false
    private var value: Value?
    private var paragraphs = 0
    private var endsWithSpace = true

    private enum Value { case number(String), plain(String) }

    mutating func restart(_ element: XMLStream.Element, column: Int, isCovered: Bool) {
        self.column = column
        self.isCovered = isCovered
        repeated = element.count("number-columns-repeated")
        isFormula = element.value("formula", in: OdsSheetReader.tables) != nil
        isError = element.value("value-type", in: Self.calculation) == "error"
        text.removeAll(keepingCapacity: true)
        paragraphs = 0
        value = Self.typed(element)
        isText = value == nil
        isTyped = element.value("value-type", in: Self.office) != nil
        if value == nil { value = element.value("string-value", in: Self.office).map { .plain($0) } }
    }

    private static func typed(_ element: XMLStream.Element) -> Value? {
        switch element.value("value-type", in: office) {
        case "float", "percentage", "currency": element.value("value", in: office).map { .number($0) }
        case "date": element.value("date-value", in: office).map { .plain(CellDate.text(iso: $0)) }
        case "time": element.value("time-value", in: office).map { .plain(CellDate.text(duration: $0)) }
        case "boolean": element.value("boolean-value", in: office).map { .plain($0) }
        default: nil
        }
    }

    /// The cells it is merged with. What those hold is not shown, and not read.
    func range(in row: Int, of element: XMLStream.Element) -> MergedRange? {
        let columns = element.count("number-columns-spanned"), rows = element.count("number-rows-spanned")
        guard columns > 1 || rows > 1, column <= SheetRow.lastColumn, row <= SheetRow.lastRow else { return nil }
        return MergedRange(
            rows: row...min(row + rows - 1, SheetRow.lastRow), columns: column...min(column + columns - 1, SheetRow.lastColumn))
    }

    mutating func startParagraph() {
        if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
        paragraphs += 1
        endsWithSpace = true
    }

    /// White space is one space, none at the start; `text:s` stands for the others (OpenDocument 1.2 part 1, 6.1.2).
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        for byte in bytes {
            let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if !isSpace { text.append(byte) } else if !endsWithSpace { text.append(0x20) }
            endsWithSpace = isSpace
        }
    }

    /// Spaces, tabs and line ends that are elements.
    /// - Returns: whether they are of a bearable length.
    mutating func appendSpace(_ element: XMLStream.Element) -> Bool {
        switch element.name {
        case "s":
            let count = element.value("c", in: OdsSheetReader.texts).flatMap { Int($0) } ?? 1
            guard (0...Self.limit).contains(count) else { return false }
            text.append(contentsOf: repeatElement(0x20, count: count))
        case "tab": text.append(0x09)
        case "line-break": text.append(0x0A)
        default: return true
        }
        endsWithSpace = false
        return true
    }

    /// Appends what the cell holds.
    func write(to bytes: inout [UInt8]) {
        guard !isCovered else { return }
        switch value {
        case .number(let written): CellText.appendNumber(Array(written.utf8), to: &bytes)
        case .plain(let plain): bytes.append(contentsOf: Array(plain.utf8))
        case nil: bytes.append(contentsOf: text)
        }
    }
}

extension XMLStream.Element {
    /// How often something is there, or how far it reaches: 1 when nothing is said, never more than a sheet has rows.
    func count(_ attribute: String) -> Int {
        let count = value(attribute, in: OdsSheetReader.tables).flatMap { Int($0) } ?? 1
        return min(max(count, 1), SheetRow.lastRow)
    }

    /// Whether a row or a column is not shown.
    var isHidden: Bool { ["collapse", "filter"].contains(value("visibility", in: OdsSheetReader.tables) ?? "visible") }
}
