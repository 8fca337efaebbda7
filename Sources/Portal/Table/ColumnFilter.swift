internal import Query
internal import Territory

/// What a column is asked to hold, in a state of the table page: `min.montant=100`, `max.date=2024-12-31`, `mots.nom=judo`.
struct ColumnFilter: Sendable {
    enum Kind: String, Sendable {
        case least = "min"
        case most = "max"
        case words = "mots"
    }

    let field: Exhibit.Field
    let kind: Kind
    /// As the reader wrote it; empty when nothing is asked.
    let value: String

    /// One for each thing that the columns of a dataset can be asked, in their order. A facet has its values to choose from instead of words.
    static func all(_ exhibit: Exhibit, _ state: PageState) -> [ColumnFilter] {
        exhibit.fields.flatMap { field in
            kinds(of: field).map { kind in
                ColumnFilter(field: field, kind: kind, value: state["\(kind.rawValue).\(field.name)"] ?? "")
            }
        }
    }

    private static func kinds(of field: Exhibit.Field) -> [Kind] {
        let query = field.query
        if query.isMultivalued || query.type.isGeographic { return [] }
        if query.type.isNumber || query.type.isTemporal { return [.least, .most] }
        return query.type.isText && !query.isFacet ? [.words] : []
    }

    /// How an address calls it.
    var parameter: String { "\(kind.rawValue).\(field.name)" }

    var isAsked: Bool { !value.isEmpty }

    /// In the language of the API; nil when the value is none of the column's.
    var clause: String? {
        let name = ODSQL.name(field.name), sign = kind == .least ? ">=" : "<="
        if kind == .words {
            let words = WordSearch.split(value)
            return words.isEmpty ? nil : "\(name) like \(ODSQL.text(words.map { $0 + "*" }.joined(separator: " ")))"
        }
        if field.query.type.isTemporal {
            // A day holds all of its moments.
            let moment = kind == .most && field.query.type == .datetime ? "T23:59:59.999" : ""
            return value.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) == nil ? nil : "\(name) \(sign) date'\(value)\(moment)'"
        }
        let number = value.filter { !$0.isWhitespace }.replacing(",", with: ".")
        return number.wholeMatch(of: #/-?\d{1,18}(\.\d{1,18})?/#) == nil ? nil : "\(name) \(sign) \(number)"
    }

    /// What is asked, in words.
    func words(_ language: Language) -> String {
        switch kind {
        case .least: "\(field.label) ≥ \(value)"
        case .most: "\(field.label) ≤ \(value)"
        case .words: language == .french ? "\(field.label) : « \(value) »" : "\(field.label): “\(value)”"
        }
    }

    /// Why it cannot be asked.
    func fault(_ language: Language) -> String {
        let expected = field.query.type.isTemporal ? ("un jour, 2024-12-31", "a day, 2024-12-31") : ("un nombre", "a number")
        return language == .french
            ? "\(field.label) : « \(value) » n’est pas \(expected.0)." : "\(field.label): “\(value)” is not \(expected.1)."
    }
}
