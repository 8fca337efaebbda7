internal import ArgumentParser
internal import Publish
internal import Runs
internal import Territory

/// `lavoir catalogue`: the list of what the town publishes, as the SCDL wants it.
struct CatalogueVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Write the catalogue of published datasets in the SCDL form (CSV): a file to publish like the others.")

    @Option(name: .shortAndLong, help: "The file to write; standard output without.")
    var output: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained("catalogue") {
            let catalogue = try await PublishedCatalogue.scdl(try common.territory(), common.environment())
            let target = try ExportTarget(output)
            try target.write(Array(catalogue.csv.utf8))
            try target.finish()
            if let path = target.path { Terminal.error.line("→ \(path)") }
        }
    }
}
