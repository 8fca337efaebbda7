internal import ArgumentParser
internal import Runs
internal import Territory

/// `lavoir schema`: the JSON Schema of a file kind, for editors that complete and check as one types.
struct Schema: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case lavoir, dataset, source }

    static let configuration = CommandConfiguration(
        abstract: "Print the JSON Schema of lavoir.yaml, of a dataset or of a source, for an editor.")

    @Argument(help: "lavoir, dataset or source.")
    var kind: Kind

    func run() throws {
        switch kind {
        case .lavoir: Terminal.output.line(JSONSchema.lavoir(vocabulary))
        case .dataset: Terminal.output.line(JSONSchema.dataset(vocabulary))
        case .source: Terminal.output.line(JSONSchema.source(vocabulary))
        }
    }
}
