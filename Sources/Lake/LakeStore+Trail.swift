internal import DuckDB

extension LakeStore {
    /// Copies the trail into the engine's memory as the tables `trail`, `findings` and `deliveries`, for questions that do not hold the
    /// catalogue.
    package func layTrail() async throws {
        try await session(readOnly: true) { session in
            _ = try session.connection.execute(
                "CREATE OR REPLACE TABLE memory.main.trail AS SELECT * FROM \(LakeTables.runs) ORDER BY started")
            _ = try session.connection.execute(
                "CREATE OR REPLACE TABLE memory.main.findings AS SELECT * FROM \(LakeTables.findings) ORDER BY run, _source, _row"
            )
            _ = try session.connection.execute(
                "CREATE OR REPLACE TABLE memory.main.deliveries AS SELECT * EXCLUDE (memory) FROM \(LakeTables.publications) ORDER BY time"
            )
        }
    }
}
