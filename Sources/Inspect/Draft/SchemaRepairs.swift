internal import Check
internal import Collect
internal import DuckDB
internal import Territory

/// What the proposed schema refuses in the rows that a draft gives, and mends: the safe mends as steps of its recipe, the likely
/// ones as questions.
struct SchemaRepairs {
    let steps: [Draft.Step]
    let asks: [Bilingual]
    let likely: [DraftParts.Repair]

    /// - Parameter rows: the result of the draft's recipe. Only columns of text are mended: what is read already is no text.
    init(_ rows: Relation, _ schema: SchemaDescriptor, in survey: Survey) throws {
        let connection = survey.connection, work = survey.work.schema
        let table = survey.work.table("repairable")
        try connection.execute("CREATE OR REPLACE TABLE \(table) AS \(rows.sql)", rows.parameters)
        let texts = rows.columns.filter(\.isText)
        let log = FindingLog(schema: work, table: "refused")
        try log.create(connection)
        let plan = SchemaPlan(schema, over: Relation(table: table, columns: texts), titles: texts.map(\.name))
        if plan.readsRows { try plan.checkRows(in: work, log, connection) }
        let search = RepairSearch(schema, in: work, connection)
        try search.run(log.relation)
        let report = try RepairReport(search, TitleMends([], schema), log.relation, connection)
        let recipe = RepairRecipe(report, schema, values: try search.values(withLikely: false), withLikely: false)
        steps = recipe.steps.enumerated().map { place, step in
            Draft.Step(
                name: step.name, argument: .raw(step.argument),
                comment: place == 0 ? Bilingual(fr: "ce que le schéma demande", en: "what the schema asks for") : nil)
        }
        likely = report.cells.filter { !$0.isSafe }.map {
            DraftParts.Repair(field: $0.field, old: $0.old, new: $0.new, count: $0.count)
        }
        asks = report.cells.filter { !$0.isSafe }.map { cell in
            Bilingual(
                fr: "\(cell.field) : « \(cell.old) » veut-il dire « \(cell.new) » ? (\(cell.count))",
                en: "\(cell.field): does \"\(cell.old)\" mean \"\(cell.new)\"? (\(cell.count))")
        }
    }
}
