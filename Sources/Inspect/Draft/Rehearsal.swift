internal import Check
internal import Collect
internal import DuckDB
internal import Foundation
internal import Prepare
internal import Territory

/// Tries a draft on the rows that lie in the engine already, so that what is handed over runs.
///
/// An error about a field makes its reading lenient, then the field text; an error about the key drops the key; a required
/// value that is missing turns the schema into a comment.
struct Rehearsal {
    let composer: DraftComposer
    private static let rounds = 4

    func draft() throws -> Draft {
        var lessons = DraftComposer.Lessons()
        for _ in 0..<Self.rounds {
            let draft = try composer.draft(lessons)
            let errors = try errors(of: draft)
            guard !errors.isEmpty else { return try told(try repaired(draft)) }
            for error in errors { learn(error, draft, &lessons) }
        }
        return try told(try composer.draft(lessons))
    }

    /// The draft with the repairs that its schema asks for; without them should they not run.
    private func repaired(_ draft: Draft) throws -> Draft {
        guard draft.schema != nil, let schema = composer.fit?.schema.descriptor else { return draft }
        let repairs = try SchemaRepairs(try compiled(draft).relation, schema, in: composer.survey)
        var repaired = draft
        repaired.asks += repairs.asks
        repaired.repairs = repairs.likely
        guard !repairs.steps.isEmpty else { return repaired }
        repaired.steps += repairs.steps
        guard try errors(of: repaired).isEmpty else {
            // What is told of the draft is told of the rows that it gives.
            _ = try errors(of: draft)
            return draft
        }
        return repaired
    }

    private func compiled(_ draft: Draft) throws -> CompiledRecipe {
        let survey = composer.survey
        let rows = Relation(table: survey.data, columns: survey.columns.map { Relation.Column($0.name) })
        return try Recipe(try draft.declarations(), in: survey.work.folder).compile(rows, on: survey.connection)
    }

    private struct Failing {
        let code: String
        let field: String
        var count = 0
    }

    private func learn(_ error: Failing, _ draft: Draft, _ lessons: inout DraftComposer.Lessons) {
        switch error.code {
        case "check.repeated-key", "check.empty-key", "check.missing-key": lessons.withoutKey = true
        case "check.missing-value", "check.missing-column":
            lessons.withoutSchema = true
            lessons.incomplete[error.field] = error.count
        case "prepare.lost-digits": lessons.withoutPad = true
        default:
            if !lessons.lenient.insert(error.field).inserted { lessons.asText.insert(error.field) }
            if draft.declaresSchema, lessons.asText.contains(error.field) { lessons.withoutSchema = true }
        }
    }

    /// Runs recipe, types and key over the rows; the result stays in the work area.
    private func errors(of draft: Draft) throws -> [Failing] {
        let survey = composer.survey, connection = survey.connection
        let compiled = try compiled(draft)
        let checked = StorageCheck(fields: declarations(draft)).apply(to: compiled.relation)
        let result = survey.work.table("rehearsed")
        try connection.execute("CREATE OR REPLACE TABLE \(result) AS \(checked.relation.sql)", checked.relation.parameters)
        var errors = checked.columnFindings.filter { $0.severity == .error }.map { Failing(code: $0.code, field: $0.field ?? "") }
        let key = KeyCheck(key: draft.key)
        let keys = key.columnFindings(in: checked.relation.columns)
        errors += keys.map { Failing(code: $0.code, field: $0.field ?? "") }
        for finding in compiled.findings + checked.findings + (keys.isEmpty ? key.findings(in: result) : []) {
            let found = try connection.rows(
                "SELECT code, field, count(*) AS n FROM (\(finding.sql)) WHERE severity = 'error' GROUP BY code, field",
                finding.parameters)
            errors += found.map {
                Failing(code: $0.text("code") ?? "", field: $0.text("field") ?? "", count: $0.integer("n") ?? 0)
            }
        }
        return errors
    }

    private func declarations(_ draft: Draft) -> [FieldDeclaration] {
        let own = draft.fields.map { FieldDeclaration(name: $0.name, type: $0.type) }
        guard draft.declaresSchema, let schema = composer.fit?.schema else { return own }
        let published = schema.fields.map { field in
            FieldDeclaration(name: field.name, type: DraftRecipe.stored(field), required: field.isRequired)
        }
        return published + own
    }

    /// The draft with what its run gives: rows, and the fields of the schema in which something is written.
    private func told(_ draft: Draft) throws -> Draft {
        var draft = draft
        let survey = composer.survey, result = survey.work.table("rehearsed")
        draft.outcome.rows = try survey.connection.row("SELECT count(*) AS n FROM \(result)")?.integer("n") ?? 0
        guard draft.schema != nil, let schema = composer.fit?.schema else { return draft }
        let there = Set(try survey.connection.columns(of: "SELECT * FROM \(result)").map(\.name))
        let fields = schema.fields.filter { there.contains($0.name) }
        draft.outcome.required = schema.required.count
        guard !fields.isEmpty else { return draft }
        let counts = fields.map { "count(\(identifier($0.name)))" }.joined(separator: ", ")
        let values = try survey.connection.row("SELECT \(counts) FROM \(result)")?.values ?? []
        let filled = zip(fields, values).filter { ($0.1.integer ?? 0) > 0 }.map(\.0)
        draft.outcome.filled = filled.map(\.name)
        draft.outcome.filledRequired = filled.filter(\.isRequired).count
        return draft
    }
}
