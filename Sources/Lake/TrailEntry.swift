package import DuckDB

/// What one run leaves in the trail. Only ever added.
package struct TrailEntry: Sendable {
    /// How a run ended.
    package enum Outcome: String, Sendable, Codable {
        /// A version was committed.
        case version
        /// The result is the current version already: only the fingerprint moved.
        case same
        /// A check refused the result.
        case refused
        /// A stage failed.
        case failed
    }

    package var run: String
    package var dataset: String
    package var outcome = Outcome.version
    /// UTC, as the engine reads timestamps.
    package var started: String
    package var finished: String
    package var author: String
    package var message: String
    /// The program's version.
    package var program: String
    package var fingerprint = ""
    /// JSON: path, size and SHA-256 of each file collected.
    package var sources = "[]"
    /// The dataset file as it stood.
    package var declaration = ""
    /// The recipe as the engine ran it.
    package var recipeSQL = ""
    /// JSON of the report: exact counts, a few examples.
    package var report = "{}"
    package var rows = 0
    package var cpuSeconds = 0.0
    package var bytesRead = 0
    /// The code of the fault, when a stage failed.
    package var fault: String?
    /// Every finding of the run: code, severity, _source, _row, field, value, detail. Copied into the trail.
    package var findings: Relation?

    package init(
        run: String, dataset: String, started: String, finished: String, author: String, message: String, program: String
    ) {
        self.run = run
        self.dataset = dataset
        self.started = started
        self.finished = finished
        self.author = author
        self.message = message
        self.program = program
    }

    func insert(_ connection: Connection, version: Int?, added: Int, removed: Int) throws(EngineFault) {
        try connection.execute(
            """
            INSERT INTO \(LakeTables.runs) (run, dataset, outcome, version, started, finished, author, message, lavoir,
                fingerprint, sources, declaration, recipe_sql, report, row_count, added, removed, cpu_seconds, bytes_read, fault)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(run), .text(dataset), .text(outcome.rawValue), SQLValue(version), .text(started), .text(finished),
                .text(author), .text(message), .text(program), .text(fingerprint), .text(sources), .text(declaration),
                .text(recipeSQL), .text(report), SQLValue(rows), SQLValue(added), SQLValue(removed), .double(cpuSeconds),
                SQLValue(bytesRead), SQLValue(fault),
            ])
        if let findings {
            try connection.execute(
                "INSERT INTO \(LakeTables.findings) SELECT ?, ?, * FROM (\(findings.sql))",
                [.text(run), .text(dataset)] + findings.parameters)
        }
    }
}
