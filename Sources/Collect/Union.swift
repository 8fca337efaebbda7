internal import DuckDB
internal import Territory

/// Several files as one relation: columns meet by name, in the order they first appear; a column that a file lacks is empty
/// there, and said.
enum Union {
    static func byName(_ parts: [Collected]) -> Collected {
        guard parts.count > 1 else { return parts.first ?? Collected(relation: Relation(sql: "", columns: [])) }
        var columns: [Relation.Column] = []
        for part in parts { columns += part.relation.columns.filter { column in !columns.contains { $0.name == column.name } } }
        let selects = parts.map { part in
            let own = Set(part.relation.columns.map(\.name))
            let cells = columns.map { own.contains($0.name) ? identifier($0.name) : "NULL AS \(identifier($0.name))" }
            return "SELECT \((cells + ["_source", "_row"]).joined(separator: ", ")) FROM (\(part.relation.sql))"
        }
        return Collected(
            relation: Relation(
                sql: selects.joined(separator: " UNION ALL "), parameters: parts.flatMap(\.relation.parameters), columns: columns),
            notes: parts.flatMap(\.notes) + differences(parts, columns), findings: parts.flatMap(\.findings))
    }

    private static func differences(_ parts: [Collected], _ columns: [Relation.Column]) -> [Bilingual] {
        columns.compactMap { column in
            let holders = parts.filter { $0.relation.columns.contains(column) }.count
            guard holders < parts.count else { return nil }
            return Bilingual(
                fr: "la colonne « \(column.name) » n'est que dans \(holders) fichiers sur \(parts.count)",
                en: "column \"\(column.name)\" is in only \(holders) of \(parts.count) files")
        }
    }
}
