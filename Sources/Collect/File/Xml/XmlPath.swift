/// Which elements of an XML file are records: a name, or the names on the way to it (`Matieres/Matiere1`). Prefixes and
/// namespaces are not looked at.
struct XmlPath: Sendable {
    private let names: [String]

    init(_ text: String) {
        names = text.split(separator: "/").map { String($0.split(separator: ":").last ?? $0) }
    }

    init(_ names: [String]) { self.names = names }

    var written: String { names.joined(separator: "/") }

    /// Whether the innermost of these elements is a record.
    func matches(_ elements: [String]) -> Bool {
        !names.isEmpty && elements.count >= names.count && elements.suffix(names.count).elementsEqual(names)
    }
}
