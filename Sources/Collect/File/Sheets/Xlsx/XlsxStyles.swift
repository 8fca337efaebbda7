internal import Foundation

/// Which cell styles show numbers as dates: all that is read of `styles.xml`.
final class XlsxStyles: XMLStream.Listener {
    private var kinds: [NumberKind] = []
    private var formats: [Int: NumberKind] = [:]
    private var isInCellFormats = false

    /// The kind of a cell by the number of its style.
    subscript(style: Int) -> NumberKind {
        kinds.indices.contains(style) ? kinds[style] : .number
    }

    func start(_ element: XMLStream.Element) {
        switch element.name {
        case "numFmt":
            guard let id = element["numFmtId"].flatMap({ Int($0) }) else { return }
            formats[id] = NumberKind(format: element["formatCode"] ?? "")
        case "cellXfs": isInCellFormats = true
        case "cellStyles", "dxfs": isInCellFormats = false
        case "xf" where isInCellFormats:
            let id = element["numFmtId"].flatMap { Int($0) } ?? 0
            kinds.append(formats[id] ?? NumberKind(builtin: id))
        default: break
        }
    }

    func end() {}
}
