internal import DuckDB
internal import Lake
internal import Query
internal import Territory

/// A row as the v1 API writes it, made by the engine: `{"datasetid", "recordid", "fields", "geometry", "record_timestamp"}`. A
/// value that is null is absent, a point is `[latitude, longitude]`, a shape its bare geometry.
struct V1Row: Sendable {
    /// The question, with the identifier and the geometry behind what is shown.
    private let plan: QueryPlan
    private let shown: Int
    private let hasPlace: Bool
    private let dataset: String
    private let time: String

    init(_ plan: QueryPlan, over copy: OpenCopy) {
        var plan = plan
        shown = plan.outputs.count
        if let identifier = copy.table.hidden.first { plan.outputs.append(Output("record id", .field(identifier))) }
        let place = copy.table.fields.first { $0.type.isGeographic && !$0.isMultivalued }
        hasPlace = place != nil
        if let place { plan.outputs.append(Output("place", .field(place))) }
        self.plan = plan
        dataset = copy.copy.dataset
        time = DatasetMetadata.instant(copy.about.committed)
    }

    /// One text for each row: a record, or a GeoJSON feature.
    func text(over table: QueryTable, as form: Form = .record) throws -> RowText {
        let query = try plan.compiled(over: table)
        let fields = fields(query), geometry = geometry(query)
        switch form {
        case .record:
            let opening = "{\"datasetid\": \(JSONText.quoted(dataset)), \"recordid\": \""
            let place = geometry.map { ", CASE WHEN \($0) IS NOT NULL THEN concat(', \"geometry\": ', \($0)) ELSE '' END" } ?? ""
            let closing = literal(", \"record_timestamp\": \(JSONText.quoted(time))}")
            return RowText.lines(
                query,
                "concat(\(literal(opening)), \(RowText.name(shown)), '\", \"fields\": {', \(fields), '}'\(place), \(closing))")
        case .feature:
            let place = geometry.map { "coalesce(\($0), 'null')" } ?? "'null'"
            return RowText.lines(
                query, "concat('{\"type\": \"Feature\", \"geometry\": ', \(place), ', \"properties\": {', \(fields), '}}')")
        }
    }

    /// How a row is written.
    enum Form: Sendable {
        case record
        case feature
    }

    private func fields(_ query: CompiledQuery) -> String {
        let members = query.columns.prefix(shown).enumerated().map { index, column -> String in
            let name = RowText.name(index)
            let value = "concat(\(literal(JSONText.quoted(column.name) + ": ")), \(Self.value(column, name)))"
            return "CASE WHEN \(name) IS NOT NULL THEN \(value) END"
        }
        return members.isEmpty ? "''" : "concat_ws(', ', \(members.joined(separator: ", ")))"
    }

    /// Null where the row has no place; nil when no row has.
    private func geometry(_ query: CompiledQuery) -> String? {
        hasPlace ? CellText(query.columns[shown + 1]).geometry(RowText.name(shown + 1)) : nil
    }

    private static func value(_ column: ResultColumn, _ name: String) -> String {
        switch (column.type, column.isMultivalued) {
        case (.geoPoint, false): "concat('[', \(name).lat, ', ', \(name).lon, ']')"
        case (.geoPoint, true): "CAST(to_json(list_transform(\(name), lambda p: [p.lat, p.lon])) AS VARCHAR)"
        case (.geoShape, false): name
        default: CellText(column).jsonText(name)
        }
    }
}
