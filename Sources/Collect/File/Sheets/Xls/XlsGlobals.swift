internal import Foundation

/// What all sheets of an XLS workbook share: their names and places, texts, styles, the day dates are counted from.
struct XlsGlobals {
    /// A sheet of cells, and where its records start in the stream.
    struct Tab {
        let name: String
        let isHidden: Bool
        let start: Int
        /// Charts and macros have tabs as well.
        let holdsCells: Bool
    }

    private(set) var tabs: [Tab] = []
    private(set) var texts: [[UInt8]] = []
    private(set) var from1904 = false
    private(set) var isEncrypted = false
    /// Excel 97 and later: texts are Unicode. Before, they are bytes of a code page.
    private(set) var isUnicode = true
    private(set) var isWorkbook = false
    private var codePage = 1252
    private var formats: [Int: NumberKind] = [:]
    private var cellFormats: [Int] = []

    init(_ stream: [UInt8]) {
        for record in BiffRecords(stream) {
            let body = record.body
            switch record.kind {
            case .begin:
                isWorkbook = [0x500, 0x600].contains(body.short(0)) && body.short(2) == 5
                isUnicode = body.short(0) == 0x600
            case .password: isEncrypted = true
            case .codePage: codePage = body.short(0)
            case .dateMode: from1904 = body.short(0) == 1
            case .sheet: tabs.append(tab(record))
            case .numberFormat: formats[body.short(0)] = NumberKind(format: formatText(record))
            case .cellFormat: cellFormats.append(body.short(2))
            case .sharedTexts: readTexts(record)
            case .end: return
            default: break
            }
            if isEncrypted || !isWorkbook { return }
        }
    }

    /// The kind of a cell by the number of its style.
    func kind(style: Int) -> NumberKind {
        guard cellFormats.indices.contains(style) else { return .number }
        return formats[cellFormats[style]] ?? NumberKind(builtin: cellFormats[style])
    }

    /// A text of a code page, as UTF-8.
    func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let encoding: String.Encoding = codePage == 10_000 || codePage == 32_768 ? .macOSRoman : .windowsCP1252
        return Array((String(bytes: bytes, encoding: encoding) ?? String(decoding: bytes, as: UTF8.self)).utf8)
    }

    private func tab(_ record: BiffRecords.Record) -> Tab {
        let body = record.body
        var text = BiffText(record.parts, skipping: 6)
        let name = isUnicode ? text.next(lengthBytes: 1) : decoded(body.part(7, body.byte(6)))
        return Tab(
            name: String(decoding: name, as: UTF8.self), isHidden: body.byte(4) & 3 != 0, start: body.word(0),
            holdsCells: body.byte(5) == 0)
    }

    private func formatText(_ record: BiffRecords.Record) -> String {
        var text = BiffText(record.parts, skipping: 2)
        let bytes = isUnicode ? text.next(lengthBytes: 2) : decoded(record.body.part(3, record.body.byte(2)))
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func readTexts(_ record: BiffRecords.Record) {
        let count = record.body.word(4)
        var text = BiffText(record.parts, skipping: 8)
        while texts.count < count, !text.isAtEnd { texts.append(text.next(lengthBytes: 2)) }
    }
}
