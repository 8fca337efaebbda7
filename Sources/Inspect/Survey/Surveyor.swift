internal import Collect
internal import DuckDB
internal import Foundation
internal import Territory

/// Lays a file down in the engine and measures it, in as few scans as possible.
///
/// Cost, for a large file: the collector's reading, one scan for counts and lengths, one for the widths of rows, a grouping
/// for each column of few values; a column of many values is looked at on some thousand rows spread over the file.
struct Surveyor {
    /// A column with more distinct values is looked at on a sample.
    static let manyValues = 20_000
    /// A file of more rows is looked at with more thrift.
    static let manyRows = 100_000
    /// Rows of the sample.
    static let sampleRows = 2_000
    /// Columns measured by one statement: a wide file would make one too large to plan.
    static let batch = 60

    let connection: Connection
    let work: WorkArea

    func survey(_ file: URL) throws -> Survey {
        let place = Place(file: file.lastPathComponent, line: 1, column: 1)
        let source = SourceDeclaration(connector: "file", argument: Value(.text(file.lastPathComponent), at: place), place: place)
        let collected = try FileConnector(source, in: Confinement(file.deletingLastPathComponent()))
            .collect(connection, into: work)
        let names = collected.relation.columns.map(\.name)
        try connection.execute(
            "CREATE OR REPLACE TABLE \(work.table("data")) AS \(collected.relation.sql)", collected.relation.parameters)
        let counts = try counts(names)
        try writeWords(names, counts)
        let wide = names.indices.filter { !counts[$0].isWhole }.map { names[$0] }
        if !wide.isEmpty { try writeMarked(wide) }
        let uneven = try unevenRows(collected.findings)
        let size = try connection.row("SELECT count(*) AS n, min(_row) AS first FROM \(work.table("data"))")
        return Survey(
            file: file.lastPathComponent, layout: collected.layouts.first ?? FileLayout(), notes: collected.notes,
            rows: size?.integer("n") ?? 0, firstRow: size?.integer("first") ?? 1,
            columns: try measured(names, counts), widths: try widths(names, among: size?.integer("n") ?? 0),
            unevenRows: uneven.proofs, unevenCount: uneven.count,
            connection: connection, work: work)
    }

    /// What the first scan tells of a column.
    struct Count {
        let filled: Int
        let distinct: Int
        let shortest: Int
        let longest: Int
        var isWhole: Bool { distinct <= Surveyor.manyValues }
    }

    private func counts(_ names: [String]) throws -> [Count] {
        var counts: [Count] = []
        for start in stride(from: 0, to: names.count, by: Self.batch) {
            let places = start..<min(start + Self.batch, names.count)
            // A length is taken once for each cell; counting, least and greatest are then work on small numbers.
            let lengths = places.map { index in
                let cell = identifier(names[index])
                return "\(cell) AS v\(index), nullif(length(\(cell)), 0) AS l\(index)"
            }
            let measures = places.map { "count(l\($0)), approx_count_distinct(v\($0)), min(l\($0)), max(l\($0))" }
            let row = try connection.row(
                "SELECT \(measures.joined(separator: ", ")) FROM (SELECT \(lengths.joined(separator: ", ")) FROM \(work.table("data")))"
            )
            let values = row?.values.map { $0.integer ?? 0 } ?? []
            for index in stride(from: 0, to: values.count, by: 4) {
                counts.append(
                    Count(
                        filled: values[index], distinct: values[index + 1], shortest: values[index + 2],
                        longest: values[index + 3]))
            }
        }
        return counts
    }

    private func unevenRows(_ findings: [Relation]) throws -> (proofs: [CellHits.Proof], count: Int) {
        var proofs: [CellHits.Proof] = []
        var count = 0
        for finding in findings where !finding.sql.isEmpty {
            let rows = try connection.rows(
                """
                SELECT _row, coalesce(value, detail) AS value, count(*) OVER () AS n FROM (\(finding.sql))
                WHERE code IN ('collect.long-row', 'collect.short-row') ORDER BY code, _row LIMIT \(CellHits.shown)
                """, finding.parameters)
            count += rows.first?.integer("n") ?? 0
            proofs += rows.map { CellHits.Proof(row: $0.integer("_row") ?? 0, column: nil, value: $0.text("value") ?? "") }
        }
        return (proofs, count)
    }
}
