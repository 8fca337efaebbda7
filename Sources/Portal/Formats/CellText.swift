internal import DuckDB
internal import Query
internal import Territory

/// One cell of a table, as people read it: right-aligned numbers, dates in figures, a dash that says "not given" (RGAA 5, portal 3.3).
struct CellText: Sendable {
    let site: Site
    /// Whether long texts are shown to their end.
    var isWhole = false

    /// Longer texts are cut in a table; the sheet of the row has them whole.
    private static let limit = 300

    func html(_ value: SQLValue, of field: Exhibit.Field) -> HTML {
        guard let text = text(value, of: field) else {
            return "<span aria-hidden=\"true\">–</span><span class=\"unseen\">\(site.pick("non renseigné", "not given"))</span>"
        }
        if text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(" "), text.count < 500 {
            return "<a href=\"\(text)\" rel=\"nofollow noreferrer\">\(String(text.prefix(60)))</a>"
        }
        return !isWhole && text.count > Self.limit ? "\(String(text.prefix(Self.limit)))…" : "\(text)"
    }

    func text(_ value: SQLValue, of field: Exhibit.Field) -> String? {
        let numbers = NumberText(language: site.language)
        switch value {
        case .null, .blob: return nil
        case .boolean(let value): return value ? site.pick("oui", "yes") : site.pick("non", "no")
        case .double(let number): return numbers.amount(number, field.unit)
        // A whole number without unit is a year or a code as often as a count: it is never cut into groups.
        case .integer(let number): return field.unit == nil ? String(number) : numbers.amount(Double(number), field.unit)
        case .decimal(let text): return Double(text).map { numbers.amount($0, field.unit) } ?? text
        case .text(let text): return text.isEmpty ? nil : text
        case .date(let text): return site.language == .french ? Self.day(text) : text
        case .timestamp(let text): return String(text.prefix(16))
        case .list(let values):
            let texts = values.compactMap { self.text($0, of: field) }
            return texts.isEmpty ? nil : texts.joined(separator: site.pick(" ; ", "; "))
        case .structure(let members):
            let point = ["lat", "lon"].compactMap { name in members.first { $0.name == name }?.value.text.flatMap { Double($0) } }
            guard point.count == 2 else { return nil }
            return point.map { String(($0 * 1e5).rounded() / 1e5) }.joined(separator: ", ")
        }
    }

    /// `31/03/2025`.
    private static func day(_ text: String) -> String {
        text.prefix(10).split(separator: "-").reversed().joined(separator: "/")
    }

    static func isNumber(_ field: Exhibit.Field) -> Bool { field.query.type.isNumber && !field.query.isMultivalued }
}
