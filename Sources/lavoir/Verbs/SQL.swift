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
        abstract:
            "Ask the current versions a question in SQL; each dataset is a table; runs are in trail, what they found in findings."
    )

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
                        let columns = "* EXCLUDE (\(identifier(ServingCopy.identifier)))"
                        try connection.execute("CREATE VIEW \(identifier(dataset.name)) AS SELECT \(columns) FROM \(copy.table)")
                    }
                }
                if names("trail") || names("findings") || names("deliveries") { try await lake.layTrail() }
                do {
                    try await answer(engine)
                } catch let fault as EngineFault where fault.kind == .refused {
                    throw QueryFault(engine: fault, tables: territory.datasets.map(\.name))
                }
            }
        }
    }

    /// Only the datasets that the question names are opened.
    private func names(_ dataset: String) -> Bool {
        query.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }).contains {
            $0 == dataset.lowercased()
        }
    }

    private func answer(_ engine: Engine) async throws {
        let query = query.trimmingCharacters(in: CharacterSet(charactersIn: "; \n\t")), json = json
        let text = try await engine.read { connection in
            // Nothing but the tables made above may be read, and nothing written.
            try connection.execute("SET enable_external_access = false")
            let columns = try connection.columns(of: query).map(\.name)
            if json {
                let rows = try connection.rows("SELECT CAST(to_json(_line) AS VARCHAR) AS line FROM (\(query)) AS _line")
                return "[\n" + rows.compactMap { $0.text("line") }.joined(separator: ",\n") + "\n]"
            }
            let rows = try connection.rows("SELECT * FROM (\(query))").map { $0.values.map(\.shown) }
            return TextTable(columns, rows).text
        }
        Terminal.output.line(text)
    }
}
