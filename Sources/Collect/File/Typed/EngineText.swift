internal import DuckDB
internal import Foundation
internal import Territory

/// Columns that the engine has typed, as the text the rest of the way expects: ISO dates, whole numbers without `.0`, lists
/// and structures as JSON, geometries as GeoJSON.
enum EngineText {
    /// SQL of a column as text.
    static func sql(_ column: Relation.Column) -> String {
        let name = identifier(column.name), type = column.type
        let text = "CAST(\(name) AS VARCHAR)"
        if type.hasSuffix("]") || ["STRUCT", "MAP", "UNION"].contains(where: type.hasPrefix) {
            return "CAST(to_json(\(name)) AS VARCHAR)"
        }
        if type.hasPrefix("GEOMETRY") { return GeometryText.sql(name, from: CoordinateSystem(columnType: type)) }
        switch type {
        case "VARCHAR": return name
        case "DOUBLE", "FLOAT": return "regexp_replace(\(text), '\\.0$', '')"
        case "TIMESTAMP WITH TIME ZONE": return "replace(CAST(timezone('UTC', \(name)) AS VARCHAR), ' ', 'T') || 'Z'"
        case "BLOB": return "lower(hex(\(name)))"
        default: return type.hasPrefix("TIMESTAMP") ? "replace(\(text), ' ', 'T')" : text
        }
    }

    /// The columns as text, under names that columns can bear.
    /// - Returns: what to select, and the columns it gives.
    static func columns(_ columns: [Relation.Column]) -> (cells: [String], names: [Relation.Column]) {
        let names = ColumnNames.unique(columns.map(\.name))
        let cells = zip(columns, names).map { column, name in "\(sql(column)) AS \(identifier(name))" }
        return (cells, names.map { Relation.Column($0) })
    }
}
