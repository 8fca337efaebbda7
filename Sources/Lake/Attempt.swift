package import DuckDB

/// A run that wrote no version: a check refused its result, or a stage failed.
package struct Attempt: Sendable, Hashable {
    package let outcome: TrailEntry.Outcome
    /// When it ended, UTC, `2025-03-31 08:00:00.123`.
    package let time: String
    package let author: String
    package let run: String
    /// Findings that refused it.
    package let errors: Int
    /// The code of the fault, when a stage failed.
    package let fault: String?
}

extension LakeSession {
    /// The runs that wrote no version since the current one, the latest first: what still waits to be mended.
    package func attemptsSinceVersion(of dataset: String) throws(EngineFault) -> [Attempt] {
        let rows = try connection.rows(
            """
            SELECT r.run, r.outcome, r.author, r.fault, CAST(r.finished AS VARCHAR) AS finished,
                   (SELECT count(*) FROM \(LakeTables.findings) f WHERE f.run = r.run AND f.severity = 'error') AS errors
            FROM \(LakeTables.runs) r
            WHERE r.dataset = $1 AND r.outcome IN ('refused', 'failed') AND r.finished > coalesce(
                (SELECT max(v.finished) FROM \(LakeTables.runs) v
                 WHERE v.dataset = $1 AND v.outcome IN ('version', 'same')), TIMESTAMP '1970-01-01')
            ORDER BY r.finished DESC
            """, [.text(dataset)])
        return rows.map { row in
            Attempt(
                outcome: row.text("outcome").flatMap(TrailEntry.Outcome.init) ?? .failed, time: row.text("finished") ?? "",
                author: row.text("author") ?? "", run: row.text("run") ?? "", errors: row.integer("errors") ?? 0,
                fault: row.text("fault"))
        }
    }
}
