package import Check
internal import Collect
package import DuckDB
package import Territory

/// A check whose engine is still open: what may be asked beyond the verdict. It does not leave the closure that receives it.
package struct OpenCheck {
    /// What was read and how it was checked.
    package struct Table {
        package let relation: Relation
        package let plan: SchemaPlan
        package let notes: [Bilingual]
    }

    package let connection: Connection
    let work: WorkArea
    let log: FindingLog
    package let schema: SchemaDescriptor
    /// Nil when the schema itself forbade reading.
    package let table: Table?

    /// Writes every finding to a CSV file, with its sentence.
    /// - Parameter path: a path of the engine; `/dev/stdout` does.
    package func writeFindings(to path: String, in language: Language) throws {
        let sheet = FindingsSheet.relation(log.relation, kinds: findingKinds, in: language)
        try connection.execute("COPY (\(sheet.sql)) TO \(literal(path)) (FORMAT csv, HEADER)", sheet.parameters)
    }

    /// What Validata's report tells: the first errors in the order of the file, with the cells of their rows.
    package func validataContents() throws -> ValidataReport.Contents {
        let labels = table?.plan.labels ?? []
        let findings = try log.first(ValidataReport.limit, columns: labels, connection)
        let rows = Set(findings.compactMap(\.row)).sorted()
        guard let relation = table?.relation, !rows.isEmpty else {
            return ValidataReport.Contents(findings: findings, labels: labels, cells: [:])
        }
        let list = rows.map(String.init).joined(separator: ", ")
        let found = try connection.rows(
            "SELECT * FROM (\(relation.sql)) AS collected WHERE _row IN (\(list))", relation.parameters)
        let cells = found.map { row in (row.integer("_row") ?? 0, relation.columns.map { row.text($0.name) ?? "" }) }
        return ValidataReport.Contents(
            findings: findings, labels: labels, cells: Dictionary(cells, uniquingKeysWith: { first, _ in first }))
    }
}
