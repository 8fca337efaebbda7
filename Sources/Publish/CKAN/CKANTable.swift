internal import Foundation
internal import Territory

/// A version in the words of CKAN's DataStore.
struct CKANTable: Sendable {
    /// The key on a resource that says which rows its table holds: their shape, and the hash of the file.
    static let mark = "datastore_source"
    /// Plugins that load uploaded files by themselves: what we would write, they write over.
    private static let loaders: Set = ["xloader", "datapusher", "datapusher_plus", "aircan_connector"]

    let table: PublishedTable
    let file: PublishedFile

    /// Nil when the portal has no DataStore, when something else feeds it, or when a column has no name it takes (no underscore first, no
    /// quotes, 63 bytes at most).
    init?(_ publication: Publication, on about: CKANAbout) {
        guard let table = publication.table,
            let csv = publication.files.first(where: { $0.format == "csv" && $0.purpose == .data }),
            about.extensions.contains("datastore"), Self.loaders.isDisjoint(with: about.extensions),
            table.fields.allSatisfy({ !$0.name.hasPrefix("_") && !$0.name.contains("\"") && $0.name.utf8.count <= 63 })
        else { return nil }
        self.table = table
        file = csv
    }

    var mark: String { "\(table.shape).\(file.sha256)" }

    /// Whether the table of a resource holds these rows.
    func isLoaded(_ resource: JSON?) -> Bool {
        resource?[Self.mark]?.text == mark && resource?["datastore_active"]?.boolean == true
    }

    /// Whether it has these columns and this key, whatever the rows.
    func hasShape(_ resource: JSON) -> Bool {
        resource[Self.mark]?.text?.hasPrefix(table.shape + ".") == true && resource["datastore_active"]?.boolean == true
    }

    /// The fields, with the dictionary that the portal shows.
    var fields: JSON {
        .list(
            table.fields.map { field in
                var info: [String: JSON] = [:]
                info["label"] = field.label.map { .text($0) }
                let words = [field.description, field.unit].compactMap { $0 }.joined(separator: " – ")
                if !words.isEmpty { info["notes"] = .text(words) }
                return ["id": .text(field.name), "type": .text(Self.type(field)), "info": .object(info)]
            })
    }

    /// PostgreSQL's names.
    private static func type(_ field: DescribedField) -> String {
        guard field.separator == nil else { return "json" }
        return switch field.kind {
        case .whole: "bigint"
        case .decimal: "numeric"
        case .real: "float8"
        case .boolean: "bool"
        case .date: "date"
        case .moment: "timestamp"
        case .json, .point: "json"
        case .text: "text"
        }
    }
}
