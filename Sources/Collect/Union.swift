internal import DuckDB
internal import Territory

/// Several files as one relation: columns meet by name, whatever its case, in the order they first appear; a column that a
/// file lacks is empty there, and said.
enum Union {
    static func byName(_ parts: [Collected]) -> Collected {
        guard parts.count > 1 else { return parts.first ?? Collected(relation: Relation(sql: "", columns: [])) }
        var columns: [Relation.Column] = []
        for part in parts { columns += part.relation.columns.filter { column in !columns.contains { isSame($0, column) } } }
        let selects = parts.map { part in
            let cells = columns.map { column in
                let own = part.relation.columns.first { isSame($0, column) }
                return "\(own.map { identifier($0.name) } ?? "NULL") AS \(identifier(column.name))"
            }
            return "SELECT \((cells + ["_source", "_row"]).joined(separator: ", ")) FROM (\(part.relation.sql))"
        }
        return Collected(
            relation: Relation(
                sql: selects.joined(separator: " UNION ALL "), parameters: parts.flatMap(\.relation.parameters), columns: columns),
            notes: parts.flatMap(\.notes) + differences(parts, columns), findings: parts.flatMap(\.findings),
            layouts: parts.flatMap(\.layouts))
    }

    /// The engine compares names without case.
    private static func isSame(_ one: Relation.Column, _ other: Relation.Column) -> Bool {
        one.name.lowercased() == other.name.lowercased()
    }

    private static func differences(_ parts: [Collected], _ columns: [Relation.Column]) -> [Bilingual] {
        columns.compactMap { column in
            let holders = parts.filter { $0.relation.columns.contains { isSame($0, column) } }.count
            guard holders < parts.count else { return nil }
            return Bilingual(
                fr: "la colonne « \(column.name) » n'est que dans \(holders) fichiers sur \(parts.count)",
                en: "column \"\(column.name)\" is in only \(holders) of \(parts.count) files")
        }
    }
}
