internal import ArgumentParser
internal import DuckDB
internal import Foundation
internal import Lake
internal import Runs
internal import Territory

/// `lavoir sql`: a question about the current versions, and about the trail.
struct SQLVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql",
        abstract: "Ask the current versions a question in SQL; each dataset is a table, the runs are in the table trail.")

    @Argument(help: "One SELECT, such as: SELECT annee, sum(montant) FROM subventions GROUP BY annee")
    var query: String

    @Flag(help: "An array of rows for machines.")
    var json = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("sql") {
            let territory = try common.territory()
            try await OpenLake.withEngine(territory, common.environment()) { engine, lake in
                let copies = OpenLake.copies(territory, lake)
                for dataset in territory.datasets where names(dataset.name) {
                    let copy = try await copies.current(dataset.name)
                    try await engine.read { connection in
                        try copy.attach(connection)
                        try connection.execute("CREATE VIEW \(identifier(dataset.name)) AS SELECT * FROM \(copy.table)")
                    }
                }
                if names("trail") { try await lake.layTrail() }
                try await answer(engine)
            }
        }
    }

    /// Only the datasets that the question names are opened.
    private func names(_ dataset: String) -> Bool {
        query.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }).contains { $0 == dataset.lowercased() }
    }

    private func answer(_ engine: Engine) async throws {
        let query = query
        let (columns, rows) = try await engine.read { connection in
            // Nothing but the tables made above may be read, and nothing written.
            try connection.execute("SET enable_external_access = false")
            let columns = try connection.columns(of: query).map(\.name)
            return (columns, try connection.rows("SELECT * FROM (\(query))").map(\.values))
        }
        if json {
            try JSONOutput.write(rows.map { Dictionary(zip(columns, $0.map(\.text)), uniquingKeysWith: { first, _ in first }) })
        } else {
            Terminal.output.line(TextTable(columns, rows.map { $0.map { $0.text ?? "" } }).text)
        }
    }
}
