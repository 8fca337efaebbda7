package import DuckDB
internal import Territory

/// A Table Schema compiled for a relation: what is known from the titles, and the conditions that a few scans will test.
///
/// Shape: in, text columns (or already typed ones, after a recipe) with `_source` and `_row`; out, findings. Cost: one scan of
/// the columns when the rows are conform, a second of the key's columns for each key.
package struct SchemaPlan: Sendable {
    /// Whose verdict is wanted.
    package enum Manner: Sendable, Hashable {
        /// Lavoir's own: what is wrong in the schema itself is told and left aside.
        case own
        /// Validata's, faults included, where that is cheap: a faulty schema refuses every file, and so on.
        case validata
    }

    /// Which findings of cells and rows the log is to hold; counts are exact in any case.
    package enum Kept: Sendable, Hashable {
        case all
        /// The first of each rule.
        case first(Int)

        var count: Int {
            switch self {
            case .all: 1
            case .first(let count): min(max(1, count), 100_000)
            }
        }
    }

    /// What the titles tell; nil titles in runs, where the names of columns are known already.
    package let headerFindings: [Finding]
    /// What else is known before a row is read: checks that cannot be made, keys that are not there.
    package let startFindings: [Finding]
    /// The titles, in the order of the columns.
    package let labels: [String]
    /// Whether rows can be checked at all.
    package let readsRows: Bool
    let columns: [BoundColumn]
    let scan: SchemaScan

    /// - Parameter titles: the titles as they stand in the file, in the order of the columns; the names of the columns without.
    package init(_ schema: SchemaDescriptor, over relation: Relation, titles: [String]? = nil) {
        let header = Header(relation.columns, raw: titles)
        let bound = header.titles.map { title in
            BoundColumn(title.column, schema.field(title.label), index: title.position - 1, of: schema)
        }
        var view = CellView(bound, of: relation)
        let checks = Self.compile(schema.customChecks, in: &view)
        labels = header.labels
        columns = bound
        // With two columns of one title no other finding about titles or rows can be trusted.
        let duplicates = DuplicateLabel.findings(header, schema)
        readsRows = duplicates.isEmpty
        headerFindings = readsRows ? SchemaRegistry.headerRules.flatMap { $0.findings(header, schema) } : duplicates
        startFindings = readsRows ? Self.missingKeys(schema, view) + checks.flatMap(\.findings) : []
        let rows = [BlankRow.rule] + bound.flatMap(\.rules) + PrimaryKey.rowRules(schema, view) + checks.flatMap(\.rules)
        let sets = UniqueValues.rules(schema, view) + PrimaryKey.rules(schema, view) + ForeignKeys.rules(schema, view)
        scan = SchemaScan(view: view, rules: rows, sets: sets)
    }

    /// Checks the rows; findings go to the log.
    /// - Parameter work: the quoted schema of the engine where tables are kept for a while.
    package func checkRows(
        in work: String, _ log: FindingLog, keeping kept: Kept = .all, _ connection: Connection
    ) throws {
        try scan.run(in: work, log, keeping: kept, connection)
    }

    /// Faults of the schema itself, before any file is read.
    package static func faults(
        of schema: SchemaDescriptor, in work: String, _ connection: Connection
    ) throws -> [Finding] {
        let soundness = SchemaSoundness(schema)
        return try soundness.findings + soundness.examples(in: work, connection)
    }

    private static func compile(_ checks: [SchemaDescriptor.CustomCheck], in view: inout CellView) -> [CompiledCheck] {
        checks.map { check in
            guard let type = SchemaRegistry.customChecks.first(where: { $0.name == check.name }) else {
                let unknown = Finding(code: SchemaFindings.unknownCheck.code, severity: .error, detail: check.name)
                return CompiledCheck(findings: [unknown])
            }
            return type.compile(Parameters(check), in: &view)
        }
    }

    private static func missingKeys(_ schema: SchemaDescriptor, _ view: CellView) -> [Finding] {
        let names = schema.primaryKey + schema.foreignKeys.flatMap { $0.fields + $0.references }
        return names.filter { view.cell($0) == nil }.map {
            Finding(code: SchemaFindings.badKey.code, severity: .error, field: $0)
        }
    }
}
