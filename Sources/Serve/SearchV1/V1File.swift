internal import DuckDB
internal import Query

/// Rows as one text: an array of records, or a collection of features (RFC 7946).
struct V1File: Sendable {
    private let plan: QueryPlan
    private let copy: OpenCopy
    private let form: V1Row.Form

    init(_ plan: QueryPlan, _ copy: OpenCopy, _ form: V1Row.Form) {
        self.plan = plan
        self.copy = copy
        self.form = form
    }

    func text() throws -> TextExport {
        let rows = try V1Row(plan, over: copy).text(over: copy.table, as: form)
        return form == .record
            ? TextExport(opening: "[", rows: rows, between: ", ", closing: "]")
            : TextExport(
                opening: "{\"type\": \"FeatureCollection\", \"features\": [", rows: rows, between: ", ", closing: "]}")
    }

    /// The rows of a page, at once.
    func page(_ serving: Serving) async throws -> Answer {
        let text = try text()
        let rows = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            try connection.rows(text.rows.sql, text.rows.parameters).map { $0[0].text ?? "null" }
        }
        return .json(text.opening + rows.joined(separator: text.between) + text.closing)
    }
}

/// The formats of exports that the v1 API writes in a way of its own.
struct V1Export: ExportForm {
    let name: String
    let type: String
    private let copy: OpenCopy

    var ending: String { name }

    /// Nil when the format is written as everywhere.
    init?(_ name: String, of copy: OpenCopy) {
        guard name == "json" || (name == "geojson" && copy.table.shape != nil) else { return nil }
        self.name = name
        self.copy = copy
        type = name == "json" ? "application/json; charset=utf-8" : "application/vnd.geo+json; charset=utf-8"
    }

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        try V1File(job.plan, copy, name == "json" ? .record : .feature).text().fill(job)
    }
}
