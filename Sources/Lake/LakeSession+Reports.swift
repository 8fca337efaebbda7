package import DuckDB

/// What a run that wrote a version told.
package struct VersionReport: Sendable {
    package let dataset: String
    package let version: Int
    /// When the run ended, UTC, `2025-03-31 08:00:00.123`.
    package let time: String
    /// JSON: the report with exact counts, and the statistics of the fields.
    package let report: String
}

extension LakeSession {
    /// The reports of the versions of all datasets, or of one, the latest first.
    package func versionReports(of dataset: String? = nil) throws(EngineFault) -> [VersionReport] {
        let rows = try connection.rows(
            """
            SELECT dataset, version, CAST(finished AS VARCHAR) AS finished, report FROM \(LakeTables.runs)
            WHERE outcome = 'version' AND dataset = coalesce(?, dataset) ORDER BY dataset, version DESC
            """, [dataset.map { .text($0) } ?? .null])
        return rows.map {
            VersionReport(
                dataset: $0.text("dataset") ?? "", version: $0.integer("version") ?? 0, time: $0.text("finished") ?? "",
                report: $0.text("report") ?? "")
        }
    }

    /// The report of the current version of each dataset, as JSON.
    package func currentReports() throws(EngineFault) -> [String: String] {
        let rows = try connection.rows(
            """
            SELECT dataset, arg_max(report, version) AS report FROM \(LakeTables.runs) WHERE outcome = 'version'
            GROUP BY dataset
            """)
        return rows.reduce(into: [:]) { $0[$1.text("dataset") ?? ""] = $1.text("report") }
    }
}
