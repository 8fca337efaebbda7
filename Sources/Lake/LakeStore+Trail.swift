internal import DuckDB

extension LakeStore {
    /// Copies the trail into the engine's memory as the table `trail`, for questions that do not hold the catalogue.
    package func layTrail() async throws {
        try await session(readOnly: true) { session in
            _ = try session.connection.execute(
                "CREATE OR REPLACE TABLE memory.main.trail AS SELECT * FROM \(LakeTables.runs) ORDER BY started")
        }
    }
}
