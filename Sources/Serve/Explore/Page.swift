internal import DuckDB
internal import Query

/// A page of rows as the text of their list, with how many there are in all.
struct Page: Sendable {
    let total: Int
    /// JSON objects, each a text.
    let rows: [String]

    /// Asks for both on one connection.
    /// - Parameter known: how many rows the table has, which spares counting when nothing is filtered.
    init(
        _ plan: QueryPlan, over table: QueryTable, known: Int? = nil, hidden: Set<Int> = [], extra: String? = nil,
        _ serving: Serving
    ) async throws {
        let query = try plan.compiled(over: table), count = try plan.counted(over: table)
        let text = RowText.objects(query, clusters: plan.clusters, hidden: hidden, extra: extra)
        let isAll = plan.filter == .everything && plan.groups.isEmpty
        let total = isAll ? known : nil, wantsRows = plan.limit != 0
        (self.total, rows) = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            let total = try total ?? connection.row(count.sql, count.parameters)?[0].integer ?? 0
            guard wantsRows, total > 0 else { return (total, []) }
            return (total, try connection.rows(text.sql, text.parameters).map { $0[0].text ?? "null" })
        }
    }

    var results: JSON { .list(rows.map { .raw($0) }) }
}
