import DuckDB
import Foundation
import Testing

@testable import Prepare
@testable import Territory

/// One engine for all tests of the room, and the ways in.
enum Bench {
    static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    /// The engine's extensions, of this checkout or where `LAVOIR_EXTENSIONS` says.
    private static let extensions =
        ProcessInfo.processInfo.environment["LAVOIR_EXTENSIONS"]
        ?? cases.appending(path: "../../../.vendor/ext").standardized.path

    static func engine() throws -> Engine {
        var configuration = EngineConfiguration(extensionFolder: extensions)
        configuration.threads = 1
        configuration.readers = 1
        return try Engine(configuration)
    }

    /// Runs with an engine of its own, closed at the end.
    static func withConnection<T: Sendable>(_ body: @escaping @Sendable (Connection) throws -> T) async throws -> T {
        let engine = try engine()
        defer { engine.close() }
        return try await engine.read(body)
    }

    /// Compiles a recipe written as YAML, with the extensions it needs.
    static func compile(_ yaml: String, over relation: Relation, on connection: Connection) throws -> CompiledRecipe {
        try compile(try recipe(yaml), over: relation, on: connection)
    }

    /// Compiles a recipe, with the extensions it needs.
    static func compile(_ recipe: Recipe, over relation: Relation, on connection: Connection) throws -> CompiledRecipe {
        for name in recipe.extensions { try connection.load(name) }
        return try recipe.compile(relation, on: connection)
    }

    /// A recipe written as a YAML list of steps, as it stands in `datasets/x.yaml`.
    static func recipe(_ yaml: String, in folder: URL = cases) throws -> Recipe {
        try Recipe(try declarations(yaml, in: folder), in: folder)
    }

    /// The declarations of a YAML list, each checked against the shape its spec announces.
    static func declarations(_ yaml: String, in folder: URL = cases) throws -> [StepDeclaration] {
        let reading = YamlReading(Data(yaml.utf8), file: "recipe.yaml")
        let value = try #require(reading.value, "\(reading.problems.map { $0.rendered(in: .english) })")
        return try #require(value.list).map { item in
            let entry = try #require(item.entries?.first)
            if let spec = Registry.specs.first(where: { $0.name == entry.key }) {
                let problems = Reader.problems(of: entry.value, as: spec.argument, within: Confinement(folder))
                #expect(problems.map { $0.rendered(in: .english) } == [])
            }
            return StepDeclaration(name: entry.key, argument: entry.value, place: item.place)
        }
    }

    /// A relation of text rows from one made-up file; values are bound, as a collector's may be.
    static func relation(_ columns: [String], _ rows: [[String?]], sources: [String] = []) -> Relation {
        let names = columns.map { identifier($0) } + ["_source", "_row"]
        let body = rows.enumerated().map { index, row in
            let cells = row.map { _ in "CAST(? AS VARCHAR)" }
            let source = sources.isEmpty ? "data.csv" : sources[index]
            return "SELECT " + (cells + [literal(source), "CAST(\(index + 2) AS BIGINT)"]).joined(separator: ", ")
        }
        let empty =
            "SELECT "
            + (columns.map { _ in "CAST(NULL AS VARCHAR)" } + ["'data.csv'", "CAST(2 AS BIGINT)"])
            .joined(separator: ", ") + " WHERE false"
        let union = body.isEmpty ? empty : body.joined(separator: " UNION ALL ")
        return Relation(
            sql: "SELECT * FROM (\(union)) AS t(\(names.joined(separator: ", ")))",
            parameters: rows.flatMap { $0.map { SQLValue($0) } }, columns: columns.map { Relation.Column($0) })
    }
}
