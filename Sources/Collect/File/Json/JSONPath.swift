/// Where the records of a JSON file are.
enum JSONPath: Equatable, Sendable {
    /// Each document is a record: NDJSON.
    case documents
    /// What the keys lead to, lists on the way passed through: the items of a list, or one object. No key: the file's list.
    case keys([String])

    /// From what a source says: `donnees.lignes`.
    init(_ text: String) { self = .keys(text.split(separator: ".").map(String.init)) }

    /// As a source would say it; nothing when there is nothing to say.
    var written: String? {
        guard case .keys(let keys) = self, !keys.isEmpty else { return nil }
        return keys.joined(separator: ".")
    }
}
