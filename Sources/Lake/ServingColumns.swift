internal import DuckDB

/// The columns of a serving copy: how each is stored, which are indexed and which have a second column of codes (decision
/// 0018). A copy is read a few rows at a time from anywhere, where the lake is read from end to end.
struct ServingColumns {
    /// A column of the version, with what it holds.
    private struct Column {
        let name: String
        let type: String
        /// About how many different values.
        let distinct: Int
        /// The mean length of its texts, in bytes.
        let length: Double

        var isText: Bool { type == "VARCHAR" }
    }

    private let columns: [Column]
    private let layout: ServingLayout
    private let rows: Int

    /// Columns measured by one statement: more would make it too large to plan.
    private static let width = 50

    init(_ relation: Relation, _ layout: ServingLayout, _ connection: Connection) throws(EngineFault) {
        self.layout = layout
        rows = try connection.row("SELECT count(*) FROM (\(relation.sql))", relation.parameters)?[0].integer ?? 0
        var columns: [Column] = []
        for start in stride(from: 0, to: relation.columns.count, by: Self.width) {
            let some = relation.columns[start..<min(start + Self.width, relation.columns.count)]
            let measures = some.map { column in
                let name = identifier(column.name)
                return "approx_count_distinct(\(name)), \(column.isText ? "avg(strlen(\(name)))" : "0")"
            }
            let row = try connection.row(
                "SELECT \(measures.joined(separator: ", ")) FROM (\(relation.sql))", relation.parameters)
            for (place, column) in some.enumerated() {
                columns.append(
                    Column(
                        name: column.name, type: column.type, distinct: row?[place * 2].integer ?? 0,
                        length: row?[place * 2 + 1].text.flatMap { Double($0) } ?? 0))
            }
        }
        self.columns = columns
    }

    /// The columns of a facet that can be counted by codes: texts of few different values.
    var coded: [String] {
        let limit = min(Self.mostCodes, max(1, rows / 2))
        return columns.filter { $0.isText && layout.facets.contains($0.name) && $0.distinct <= limit }.map(\.name)
    }
    private static let mostCodes = 60_000

    /// The columns of shapes whose bounds are kept beside them.
    var bounded: [String] {
        let names = Set(columns.map(\.name))
        return columns.filter {
            $0.isText && layout.shapes.contains($0.name) && names.isDisjoint(with: ServingBounds(of: $0.name).columns)
        }.map(\.name)
    }

    /// The columns whose values are sought one at a time: an index finds up to 2,048 rows of a value (the engine's limit); of
    /// fewer rows or fewer values, the engine reads the whole column as fast.
    var indexed: [String] {
        guard rows >= 10_000 else { return [] }
        let sought = layout.facets + layout.key
        return columns.filter { column in
            let isComparable = ["VARCHAR", "BIGINT", "DATE"].contains(column.type) && column.length < 100
            return isComparable && sought.contains(column.name) && column.distinct >= 500 && rows / column.distinct <= 1_000
        }.map(\.name)
    }

    /// `"name" TYPE USING COMPRESSION …` for each.
    var declarations: [String] { columns.map { "\(identifier($0.name)) \($0.type)\(compression($0))" } }

    /// One row from the middle of a packed column costs the unpacking of many; a dictionary keeps texts apart.
    private func compression(_ column: Column) -> String {
        switch column.type {
        case "VARCHAR":
            // Long texts are seldom compared, and packed they spare most.
            if column.length > 64 { return "" }
            return
                " USING COMPRESSION \(column.distinct * 10 <= rows && column.distinct <= 100_000 ? "dictionary" : "uncompressed")"
        case "BIGINT", "DOUBLE", "DATE", "TIMESTAMP": return " USING COMPRESSION uncompressed"
        default: return ""
        }
    }
}
