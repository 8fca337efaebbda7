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
        let isAll = plan.filter == .everything && plan.groups.isEmpty
        let known = plan.passing ?? (isAll ? known : nil), count = try plan.counted(over: table)
        (total, rows) = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            var plan = plan
            let total = try known ?? connection.row(count.sql, count.parameters)?[0].integer ?? 0
            guard plan.limit != 0, total > 0 else { return (total, []) }
            if plan.groups.isEmpty, !isAll { plan.passing = total }
            let query = try plan.compiled(over: table)
            let text = RowText.objects(query, clusters: plan.clusters, hidden: hidden, extra: extra)
            return (total, try connection.rows(text.sql, text.parameters).map { $0[0].text ?? "null" })
        }
    }

    var results: JSON { .list(rows.map { .raw($0) }) }
}
