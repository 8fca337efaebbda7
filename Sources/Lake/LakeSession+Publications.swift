package import DuckDB

/// What one destination answered about one dataset. Only ever added to the trail.
package struct PublicationEntry: Sendable {
    /// Of the publishing, not of the version.
    package let run: String
    package let dataset: String
    /// By the town's name for it.
    package let destination: String
    package let version: Int
    /// UTC, as the engine reads timestamps.
    package let time: String
    package let author: String
    /// `published`, `withdrawn`, `refused`, `failed`.
    package let outcome: String
    /// JSON: what was changed, in words.
    package let changes: String
    /// The code of the fault.
    package let fault: String?
    /// Where people see it.
    package let address: String?
    /// JSON: what the Publish room remembers.
    package let memory: String

    package init(
        run: String, dataset: String, destination: String, version: Int, time: String, author: String, outcome: String,
        changes: String, fault: String?, address: String?, memory: String
    ) {
        self.run = run
        self.dataset = dataset
        self.destination = destination
        self.version = version
        self.time = time
        self.author = author
        self.outcome = outcome
        self.changes = changes
        self.fault = fault
        self.address = address
        self.memory = memory
    }
}

/// What is to be published of a dataset: its current version, and when it and the first one were made.
package struct Edition: Sendable, Hashable {
    package let version: Int
    package let run: String
    /// UTC, `2025-03-31 08:00:00.123`.
    package let first: String
    package let last: String
    package let rows: Int
}

extension LakeSession {
    /// The current version of every dataset that has one.
    package func editions() throws(EngineFault) -> [String: Edition] {
        let rows = try connection.rows(
            """
            SELECT h.dataset, h.version, h.run, CAST(min(r.finished) AS VARCHAR) AS first,
                   CAST(max(r.finished) FILTER (r.run = h.run) AS VARCHAR) AS last,
                   max(r.row_count) FILTER (r.run = h.run) AS row_count
            FROM \(LakeTables.heads) h JOIN \(LakeTables.runs) r ON r.dataset = h.dataset AND r.outcome = 'version'
            GROUP BY ALL
            """)
        let pairs = rows.map { row in
            let first = row.text("first") ?? ""
            let edition = Edition(
                version: row.integer("version") ?? 0, run: row.text("run") ?? "", first: first, last: row.text("last") ?? first,
                rows: row.integer("row_count") ?? 0)
            return (row.text("dataset") ?? "", edition)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Adds answers of destinations to the trail.
    package func record(_ entries: [PublicationEntry]) throws(EngineFault) {
        for entry in entries {
            try connection.execute(
                """
                INSERT INTO \(LakeTables.publications) (run, dataset, destination, version, time, author, outcome, changes, fault,
                    address, memory) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .text(entry.run), .text(entry.dataset), .text(entry.destination), SQLValue(entry.version), .text(entry.time),
                    .text(entry.author), .text(entry.outcome), .text(entry.changes), SQLValue(entry.fault),
                    SQLValue(entry.address), .text(entry.memory),
                ])
        }
    }

    /// What is remembered of each dataset at each destination, the latest word: JSON by dataset, then by destination.
    package func publicationMemories() throws(EngineFault) -> [String: [String: String]] {
        let rows = try connection.rows(
            """
            SELECT dataset, destination, arg_max(memory, time) AS memory FROM \(LakeTables.publications)
            GROUP BY dataset, destination
            """)
        return rows.reduce(into: [:]) { memories, row in
            memories[row.text("dataset") ?? "", default: [:]][row.text("destination") ?? ""] = row.text("memory")
        }
    }
}
