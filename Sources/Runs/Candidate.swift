internal import Check
internal import Collect
internal import DuckDB
internal import Foundation
internal import Lake
internal import Prepare
internal import Territory

/// What the first three stages make of a dataset: the content of its next version and the report on it.
struct Candidate: Sendable {
    let content: VersionContent
    let report: Report
    /// Every finding, one row each.
    let findings: Relation
    let notes: [Bilingual]
    let recipeSQL: String
    /// The statistics of its fields; nil when it goes to the lake without being laid down.
    let quality: Quality?

    /// Collects, prepares and checks on one connection. Everything stays in the engine.
    ///
    /// - Parameter mayPass: the result is read once and nothing looks at it twice (a first version, without key, findings or
    ///   recipe): it then goes from the source to the lake without being laid down in between.
    static func make(
        _ source: DatasetSource, _ work: WorkArea, mayPass: Bool, _ connection: Connection, watch: (RunEvent.Kind) -> Void
    ) throws -> Candidate {
        watch(.stage(.collect))
        let collected = try source.connector.collect(connection, into: work)
        for note in collected.notes { watch(.note(note)) }
        let log = FindingLog(schema: work.schema)
        try log.create(connection)
        let check = StorageCheck(fields: source.dataset.resolvedFields, schema: source.schema)

        let looksTwice =
            source.schema != nil || !source.dataset.recipe.isEmpty || !check.apply(to: collected.relation).findings.isEmpty
        let raw = looksTwice ? try lay(collected.relation, as: "collected", work, connection) : collected.relation
        watch(.stage(.prepare))
        let compiled = try source.recipe.compile(raw, on: connection)
        for findings in collected.findings { try log.add(findings, connection) }
        let prepared = try prepare(compiled, work, log, connection)
        watch(.stage(.check))
        let checked = check.apply(to: prepared)
        for findings in checked.findings { try log.add(findings, connection) }
        for finding in checked.columnFindings { try log.add(finding, connection) }
        if let schema = source.schema { try follow(schema, prepared, work, log, connection) }

        let key = KeyCheck(key: source.dataset.key)
        let keyColumns = key.columnFindings(in: checked.relation.columns)
        for finding in keyColumns { try log.add(finding, connection) }
        var content = VersionContent.relation(checked.relation), quality: Quality?
        if looksTwice || !mayPass || !source.dataset.key.isEmpty {
            let table = try lay(checked.relation, as: "result", work, connection)
            content = .table(work.table("result"), columns: table.columns)
            quality = try Quality(table, log.relation, connection)
            if keyColumns.isEmpty { for findings in key.findings(in: work.table("result")) { try log.add(findings, connection) } }
        }
        return Candidate(
            content: content,
            report: try log.report(kinds: findingKinds, examples: examples, connection),
            findings: log.relation,
            notes: collected.notes, recipeSQL: source.dataset.recipe.isEmpty ? "" : compiled.displaySQL, quality: quality)
    }

    /// Checks the rows against the schema. Columns were told already: the recipe made them.
    private static func follow(
        _ schema: SchemaDescriptor, _ prepared: Relation, _ work: WorkArea, _ log: FindingLog, _ connection: Connection
    ) throws {
        let plan = SchemaPlan(schema, over: prepared)
        for finding in plan.startFindings { try log.add(finding, connection) }
        try plan.checkRows(in: work.schema, log, connection)
    }

    /// Findings of one kind that a report shows; it counts them all.
    private static let examples = 10

    /// Runs the recipe up to its last query. Each table laid down on the way takes the place of the one before it.
    private static func prepare(
        _ recipe: CompiledRecipe, _ work: WorkArea, _ log: FindingLog, _ connection: Connection
    ) throws -> Relation {
        var before = "collected"
        return try recipe.run { rows, number in
            let name = "prepared_\(number)"
            _ = try lay(rows, as: name, work, connection)
            try connection.execute("DROP TABLE \(work.table(before))")
            before = name
            return work.table(name)
        } tell: { findings in
            try log.add(findings, connection)
        }
    }

    /// Reads a relation once into a table of the run.
    private static func lay(
        _ relation: Relation, as name: String, _ work: WorkArea, _ connection: Connection
    ) throws(EngineFault) -> Relation {
        try connection.execute("CREATE OR REPLACE TABLE \(work.table(name)) AS \(relation.sql)", relation.parameters)
        return Relation(table: work.table(name), columns: relation.columns)
    }
}
