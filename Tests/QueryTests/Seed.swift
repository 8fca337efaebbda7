import DuckDB
import Foundation
import Query
import Territory

/// The small table of `Expressions/table.sql`, in an engine of its own for all the tests.
enum Seed {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expressions")
    static let repository = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let fields = [
        QueryField(name: "id", type: .int), QueryField(name: "nom", type: .text),
        QueryField(name: "ville", type: .text, isFacet: true),
        QueryField(name: "code", type: .text, isFacet: true, isDisjunctive: true),
        QueryField(name: "population", type: .int), QueryField(name: "montant", type: .double),
        QueryField(name: "actif", type: .boolean, isFacet: true), QueryField(name: "jour", type: .date, isFacet: true),
        QueryField(name: "releve", type: .datetime, isFacet: true),
        QueryField(name: "tags", type: .text, isMultivalued: true, isFacet: true),
        QueryField(name: "notes", type: .int, isMultivalued: true), QueryField(name: "position", type: .geoPoint),
        QueryField(name: "zone", type: .geoShape),
        QueryField(name: "chemin", type: .text, isFacet: true, levelSeparator: "/"),
        QueryField(name: "fiche", type: .jsonBlob), QueryField(name: "1_uai", type: .text),
    ]
    static let hidden = [QueryField(name: "record_id", column: "_id", type: .text)]
    static let table = QueryTable(
        relation: "\"seed\"", fields: fields, hidden: hidden, identifier: "_id")
    /// The same with an index of words.
    static let indexed = QueryTable(
        relation: "\"seed\"", fields: fields, hidden: hidden, identifier: "_id", words: "\"seed_words\"")

    /// The same with codes of facets.
    static let coded = QueryTable(
        relation: "\"seed_coded\"",
        fields: fields.map { field in
            guard codedNames.contains(field.name) else { return field }
            return QueryField(
                name: field.name, type: field.type, isFacet: true, isDisjunctive: field.isDisjunctive,
                levelSeparator: field.levelSeparator, codes: .init(column: "codes of \(field.name)", count: 20))
        }, hidden: hidden, identifier: "_id")
    private static let codedNames = ["ville", "code", "chemin"]

    private static let opening = Task {
        var configuration = EngineConfiguration(extensionFolder: repository.appending(path: ".vendor/ext").path)
        configuration.extensions = ["spatial"]
        configuration.queueLimit = 100_000
        let engine = try Engine(configuration)
        let script = try String(contentsOf: folder.appending(path: "table.sql"), encoding: .utf8)
        try await engine.write { connection in
            for statement in script.components(separatedBy: ";\n") where !statement.allSatisfy(\.isWhitespace) {
                try connection.execute(statement)
            }
            let texts = fields.filter { $0.type.isText }.map { field in
                let name: SQL = "\(name: field.column)", text: SQL = field.isMultivalued ? "array_to_string(\(name), ' ')" : name
                return "SELECT unnest(\(SQL.words(ofFolded: .folded(text)).text)) AS word, "
                    + "'\(field.name)' AS field, rowid AS row FROM seed"
            }
            try connection.execute("CREATE TABLE seed_words AS \(texts.joined(separator: " UNION ALL ")) ORDER BY word")
            var columns: [String] = []
            for name in codedNames {
                let type = identifier("codes of \(name)")
                try connection.execute(
                    "CREATE TYPE \(type) AS ENUM (SELECT DISTINCT \(name) FROM seed WHERE \(name) IS NOT NULL ORDER BY 1)")
                columns.append("CAST(\(name) AS \(type)) AS \(type)")
            }
            try connection.execute("CREATE TABLE seed_coded AS SELECT *, \(columns.joined(separator: ", ")) FROM seed")
        }
        return engine
    }

    static func engine() async throws -> Engine { try await opening.value }

    /// Noon of 15 June 2025 in UTC, a Sunday: what `now()` means here.
    static let now = CivilTime(microseconds: 1_749_988_800_000_000)

    /// Runs a statement and gives its rows, each value under its name.
    static func answer(_ query: CompiledQuery) async throws -> [[String: SQLValue]] {
        let rows = try await engine().read { try $0.rows(query.sql, query.parameters) }
        return rows.map { row in
            Dictionary(zip(query.columns.map(\.name), row.values), uniquingKeysWith: { first, _ in first })
        }
    }

    static func rows(_ query: CompiledQuery) async throws -> [Row] {
        try await engine().read { try $0.rows(query.sql, query.parameters) }
    }

    static func request(where filter: String? = nil, select: String? = nil) -> ODSQL.Request {
        var request = ODSQL.Request(now: now)
        request.select = select
        if let filter { request.filters = [filter] }
        return request
    }

    /// The identifiers of the rows that pass, in the order of the table.
    static func identifiers(where filter: String, over table: QueryTable = table) async throws -> [Int] {
        let plan = try ODSQL.plan(request(where: filter, select: "id"), over: table)
        return try await rows(try plan.compiled(over: table)).compactMap { $0[0].integer }
    }
}
