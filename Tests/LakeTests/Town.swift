import Check
import DuckDB
import Foundation
import Support

@testable import Lake
@testable import Territory

/// A territory in a temporary folder with a real engine and an embedded lake.
final class Town: Sendable {
    let folder: TemporaryFolder
    let url: URL

    init() throws {
        folder = try TemporaryFolder()
        url = folder.url
    }

    init(movedTo url: URL, from town: Town) {
        folder = town.folder
        self.url = url
    }

    var territory: Territory {
        Territory(
            folder: url, name: "Valbourg", siren: nil, population: nil, languages: [.french], licence: "lov2",
            lake: LakeDeclaration(),
            portal: .plain,
            datasets: [],
            sources: [:], destinations: [:], keyring: Keyring(environment: [:], folder: url))
    }

    static func engine() throws -> Engine {
        var configuration = EngineConfiguration(extensionFolder: Repository.extensions)
        configuration.extensions = ["ducklake", "excel"]
        configuration.threads = 1
        return try Engine(configuration)
    }

    /// Runs with an engine of its own on this town's lake.
    func with<T>(patience: Duration = .seconds(60), _ body: (LakeStore, Engine) async throws -> T) async throws -> T {
        let engine = try Self.engine()
        defer { engine.close() }
        return try await body(LakeStore(territory, engine: engine, patience: patience), engine)
    }
}

extension LakeStore {
    /// Commits rows as a table of columns; `run` tells commits apart.
    @discardableResult
    func commit(
        _ dataset: String = "subventions", _ columns: [String] = ["id", "nom", "montant"], _ rows: [[String?]],
        run: String = UUID().uuidString
    ) async throws -> LakeSession.Committed {
        try await session { session in
            let content = try Rows.lay(columns, rows, session.connection)
            return try session.commit(content, Rows.entry(dataset, run: run))
        }
    }

    /// The rows of a version, cells as text.
    func rows(_ choice: VersionChoice = .latest, of dataset: String = "subventions") async throws -> [[String]] {
        try await session { session in
            let relation = try session.relation(try session.version(choice, of: dataset))
            return try Rows.cells(relation, session.connection)
        }
    }

    func history(_ dataset: String = "subventions") async throws -> [Version] {
        try await session { try $0.history(of: dataset) }
    }

    func difference(_ from: Int, _ to: Int, key: [String], limit: Int = 100) async throws -> Difference {
        try await session { session in
            try session.difference(
                "subventions", from: try session.version(.number(from), of: "subventions"),
                to: try session.version(.number(to), of: "subventions"), key: key, limit: limit)
        }
    }
}

enum Rows {
    static func entry(_ dataset: String, run: String) -> TrailEntry {
        TrailEntry(
            run: run, dataset: dataset, started: "2025-03-31 08:00:00", finished: "2025-03-31 08:00:01", author: "test",
            message: "essai",
            program: "0")
    }

    /// Lays text rows down as a table of the engine, the first as row 2.
    static func lay(_ columns: [String], _ rows: [[String?]], _ connection: Connection) throws -> VersionContent {
        let names = (columns.map { identifier($0) + " VARCHAR" } + ["_source VARCHAR", "_row BIGINT"]).joined(separator: ", ")
        try connection.execute("CREATE OR REPLACE TABLE memory.main.incoming (\(names))")
        let appender = try connection.appender(to: "incoming", schema: "main", catalog: "memory")
        for (index, row) in rows.enumerated() {
            for cell in row { try appender.append(cell) }
            try appender.append("in.csv")
            try appender.append(Int64(index + 2))
            try appender.endRow()
        }
        try appender.close()
        return .table("memory.main.incoming", columns: columns.map { Relation.Column($0) })
    }

    static func cells(_ relation: Relation, _ connection: Connection) throws -> [[String]] {
        let names = relation.columns.map { "coalesce(CAST(\(identifier($0.name)) AS VARCHAR), '∅')" }.joined(separator: ", ")
        return try connection.rows("SELECT \(names) FROM (\(relation.sql)) ORDER BY _source, _row", relation.parameters)
            .map { $0.values.map { $0.text ?? "" } }
    }
}
