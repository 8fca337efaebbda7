internal import Dispatch
internal import DuckDB
internal import Foundation
internal import Query

/// What the plans of the Query room cost against SQL written by hand, on a native table of a million grants, in this process.
/// Each call is timed whole: ours reads the clauses, compiles and runs; theirs runs. Prints p50, p99 and the ratio of the p50.
@main
struct Queries {
    static let fields = [
        QueryField(name: "nomBeneficiaire", type: .text), QueryField(name: "idBeneficiaire", type: .text),
        QueryField(name: "commune", type: .text, isFacet: true), QueryField(name: "nature", type: .text, isFacet: true),
        QueryField(name: "annee", type: .int, isFacet: true), QueryField(name: "montant", type: .double),
        QueryField(name: "dateConvention", type: .date), QueryField(name: "objet", type: .text),
    ]
    static let table = QueryTable(
        relation: "\"data\"", fields: fields, hidden: [QueryField(name: "record_id", column: "_id", type: .text)],
        identifier: "_id")

    private static let rows = """
        CREATE TABLE data AS SELECT 'Association des amis de la rue numéro ' || (i % 9973) AS "nomBeneficiaire",
            lpad(CAST(i * 7919 % 100000000000000 AS VARCHAR), 14, '0') AS "idBeneficiaire", 'Commune ' || (i % 1000) AS commune,
            ['aide en numéraire', 'aide en nature', 'mise à disposition'][1 + i % 3] AS nature, 2015 + i % 10 AS annee,
            (i * 37 % 1000000) / 100.0 :: DOUBLE AS montant, DATE '2015-01-01' + CAST(i % 3650 AS INTEGER) AS "dateConvention",
            'Fonctionnement, projet ' || (i % 500) AS objet, 'f.csv' AS _source, i AS _row, sha1(CAST(i AS VARCHAR)) AS _id
        FROM range(1000000) AS r(i)
        """

    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "lavoir-queries-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "data.duckdb").path
        let making = try engine(.readWrite(path: file))
        try await making.write { connection in
            try connection.execute(rows)
            try connection.execute("CREATE UNIQUE INDEX data_id ON data (_id)")
        }
        making.close()
        let serving = try engine(.readOnly(path: file))
        defer { serving.close() }
        for comparison in Comparison.all { try await comparison.run(on: serving) }
    }

    private static func engine(_ location: EngineConfiguration.Location) throws -> Engine {
        var configuration = EngineConfiguration(
            extensionFolder: ProcessInfo.processInfo.environment["LAVOIR_EXTENSIONS"] ?? ".vendor/ext")
        configuration.location = location
        return try Engine(configuration)
    }
}

/// One question, asked both ways.
struct Comparison: Sendable {
    let name: String
    let ours: @Sendable (Int) throws -> CompiledQuery
    let sql: String
    let parameters: @Sendable (Int) -> [SQLValue]

    static let all = [
        Comparison(
            name: "filter + order + limit 10",
            ours: { round in
                var request = ODSQL.Request(now: CivilTime(microseconds: 0))
                request.filters = ["commune = \"Commune \(round)\" and montant > 100"]
                request.orderBy = "montant desc"
                request.limit = 10
                return try ODSQL.plan(request, over: Queries.table).compiled(over: Queries.table)
            },
            sql: """
                SELECT "nomBeneficiaire", "idBeneficiaire", commune, nature, annee, montant, "dateConvention", objet FROM data
                WHERE commune = ? AND montant > 100 ORDER BY montant DESC LIMIT 10
                """, parameters: { [.text("Commune \($0)")] }),
        Comparison(
            name: "facets of 3 fields",
            ours: { _ in
                let request = ODSQL.Request(now: CivilTime(microseconds: 0))
                return try ODSQL.facets(["commune", "nature", "annee"], request, over: Queries.table).compiled(
                    over: Queries.table)
            },
            sql: """
                (SELECT commune, count(*) FROM data GROUP BY 1 ORDER BY 2 DESC LIMIT 100) UNION ALL
                (SELECT nature, count(*) FROM data GROUP BY 1 ORDER BY 2 DESC LIMIT 100) UNION ALL
                (SELECT CAST(annee AS VARCHAR), n FROM (SELECT annee, count(*) AS n FROM data GROUP BY 1) ORDER BY 2 DESC LIMIT 100)
                """, parameters: { _ in [] }),
        Comparison(
            name: "id lookup",
            ours: { round in
                var request = ODSQL.Request(now: CivilTime(microseconds: 0))
                request.filters = ["record_id = \"\(identifiers[round])\""]
                request.limit = 1
                return try ODSQL.plan(request, over: Queries.table).compiled(over: Queries.table)
            },
            sql: """
                SELECT "nomBeneficiaire", "idBeneficiaire", commune, nature, annee, montant, "dateConvention", objet FROM data
                WHERE _id = ? LIMIT 1
                """, parameters: { [.text(identifiers[$0])] }),
    ]

    /// One that is there, the SHA-1 of `0`, and one that is not, in turn.
    private static let identifiers: [String] = (0..<200).map { round in
        round % 2 == 0 ? "b6589fc6ab0dc82cf12099d1c2d40ab994e8410c" : String(repeating: "0", count: 38) + String(10 + round % 90)
    }

    func run(on engine: Engine) async throws {
        var mine: [Double] = []
        var theirs: [Double] = []
        for round in 0..<200 {
            let (ours, sql, parameters) = (ours, sql, parameters(round))
            mine.append(
                try await Self.milliseconds(engine) { connection in
                    let query = try ours(round)
                    return try connection.rows(query.sql, query.parameters).count
                })
            theirs.append(try await Self.milliseconds(engine) { try $0.rows(sql, parameters).count })
        }
        let (one, other) = (Self.percentiles(mine), Self.percentiles(theirs))
        let figures = [one.0, one.1, other.0, other.1].map { String(format: "%.2f", $0) }
        print(
            "query      \(name): p50 \(figures[0]) ms, p99 \(figures[1]) ms; by hand p50 \(figures[2]) ms, p99 \(figures[3]) ms; "
                + "ratio \(String(format: "%.2f", one.0 / other.0))")
    }

    private static func milliseconds(_ engine: Engine, _ body: @escaping @Sendable (Connection) throws -> Int) async throws
        -> Double
    {
        try await engine.read { connection in
            let start = DispatchTime.now().uptimeNanoseconds
            _ = try body(connection)
            return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
        }
    }

    private static func percentiles(_ samples: [Double]) -> (Double, Double) {
        let sorted = samples.sorted()
        return (sorted[sorted.count / 2], sorted[min(sorted.count - 1, sorted.count * 99 / 100)])
    }
}
