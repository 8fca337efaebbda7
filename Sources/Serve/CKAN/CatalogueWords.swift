internal import Foundation
internal import Query
internal import Territory

/// CKAN's names for what the catalogue holds.
struct CatalogueWords: Sendable {
    let table: QueryTable
    let territory: Territory

    private static let names = [
        "id": "dataset_id", "name": "dataset_id", "title": "title", "title_string": "title", "notes": "description",
        "tags": "keyword", "groups": "theme", "license_id": "license", "organization": "publisher", "owner_org": "publisher",
        "author": "publisher", "metadata_modified": "modified", "metadata_created": "modified",
    ]

    /// What every dataset here has.
    private static let given: Set = [
        "state", "capacity", "private", "type", "dataset_type", "site_id", "res_format", "entity_type", "permission_labels",
    ]

    /// The field of the catalogue; nil when it has none of the name.
    func field(_ name: String) -> QueryField? { Self.names[name].flatMap { table.field($0) } }

    /// The value that a facet shows and a filter takes: names of organizations and groups are written without accents.
    func key(_ name: String, _ value: String) -> String {
        switch name {
        case "organization", "owner_org", "groups": CKANOrganization.slug(value)
        case "license_id": licences.first { Licence($0).title == value } ?? value
        default: value
        }
    }

    private var licences: [String] { [territory.licence] + territory.datasets.compactMap(\.licence) }

    /// `field:value`. A value of `*` is any.
    func condition(_ name: String, _ value: String) throws(CKANFault) -> Query.Predicate {
        if Self.given.contains(name) || (name == "*" && value == "*") { return .everything }
        guard let field = field(name) else { throw .badSearch("undefined field \(name.prefix(100))") }
        if value == "*" { return .not(.missing(.field(field))) }
        switch name {
        case "organization", "owner_org": return value == CKANOrganization(territory).name ? .everything : .nothing
        case "groups":
            let themes = territory.datasets.compactMap(\.theme).filter { CKANOrganization.slug($0) == value || $0 == value }
            return themes.isEmpty ? .nothing : .any(themes.map { .compare(.field(field), .equal, .value(.text($0))) })
        case "license_id": return .compare(.field(field), .equal, .value(.text(Licence(value).title)))
        case "title", "notes": return .words(WordSearch(WordSearch.split(value).map { .init($0, .prefix) }, in: [field]))
        case "metadata_modified", "metadata_created": throw .badSearch("a range is expected: \(name):[2026-01-01 TO *]")
        default:
            if value.hasSuffix("*") { return .begins([field], String(value.dropLast())) }
            return .compare(.field(field), .equal, .value(.text(value)))
        }
    }

    /// `field:[a TO b]`, of dates.
    func range(_ name: String, _ lower: String, _ upper: String) throws(CKANFault) -> Query.Predicate {
        guard let field = field(name), field.type.isTemporal else { throw .badSearch("no range of \(name.prefix(100))") }
        var filter = Query.Predicate.not(.missing(.field(field)))
        for (text, comparison) in [(lower, Comparison.atLeast), (upper, .atMost)] where text != "*" {
            // A day alone begins at midnight, as Solr wants it written.
            guard let date = try? Date(text.utf8.count == 10 ? text + "T00:00:00Z" : text, strategy: .iso8601) else {
                throw .badSearch("this date cannot be read: \(text.prefix(100))")
            }
            filter = filter.and(.compareMoment(.field(field), comparison, Query.Moment(instant: CivilTime(date))))
        }
        return filter
    }

    /// Words alone: each is looked for in the texts of a dataset.
    func anywhere(_ word: String) -> Query.Predicate {
        let fields = ["dataset_id", "title", "description", "keyword", "theme", "publisher"].compactMap { table.field($0) }
        return .words(WordSearch(WordSearch.split(word).map { .init($0, .prefix) }, in: fields))
    }

    /// `metadata_modified desc, name asc`; what is not in the catalogue, such as `score`, orders nothing.
    func order(_ text: String) throws(CKANFault) -> [Ordering] {
        var order: [Ordering] = []
        for part in text.split(separator: ",") {
            let words = part.split(separator: " ").map(String.init)
            guard let name = words.first, words.count <= 2, words.count < 2 || ["asc", "desc"].contains(words[1].lowercased())
            else {
                throw .badSearch("Can't determine a Sort Order (asc or desc) in sort spec '\(text.prefix(200))'")
            }
            guard let field = field(name), !field.isMultivalued else { continue }
            order.append(Ordering(.field(field), isDescending: words.last?.lowercased() == "desc"))
        }
        return order
    }
}
