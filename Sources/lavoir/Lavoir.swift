internal import ArgumentParser
internal import Territory

/// The command line. One verb is one file in `Verbs/`.
@main
struct Lavoir: AsyncParsableCommand {
    static let version = Product.version

    static let configuration = CommandConfiguration(
        commandName: "lavoir",
        abstract:
            "Takes a town's data out of its applications, cleans it, checks it, keeps every version. / Lave les données d'une commune.",
        version: version,
        subcommands: [
            Init.self, InspectVerb.self, Lint.self, Plan.self, Run.self, RecipeVerb.self, CheckVerb.self, Log.self, Diff.self,
            PublishVerb.self, AnnounceVerb.self, CatalogueVerb.self,
            ExportVerb.self, SQLVerb.self, ServeVerb.self, KeyVerb.self, UserVerb.self,
            SchemasVerb.self, QualityVerb.self, Maintain.self, Doctor.self, Schema.self, Reference.self,
        ])

    /// Parses, runs, and turns whatever failed into sentences and an exit code.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            failure.exit()
        } catch {
            // The parser's own: help, version, or wrong usage (64).
            exit(withError: error)
        }
    }
}
