internal import ArgumentParser
internal import Foundation
internal import Runs
internal import Territory

/// `lavoir init`: an empty territory, ready for its first dataset.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make the folder of a new territory.")

    @Argument(help: "The folder to make, or an empty one.")
    var folder: String

    @Option(help: "The town's name.")
    var name = "Ma commune"

    @Option(help: "The town's SIREN, nine digits.")
    var siren: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained(folder) {
            let place = URL(filePath: folder).standardizedFileURL
            let made = try NewTerritory(name: name, siren: siren).write(to: place)
            let french = common.language == .french
            for file in made { Terminal.output.line("+ \(file)") }
            Terminal.output.line(
                french
                    ? "Déposez un export dans \(folder)/exports, complétez datasets/exemple.yaml, puis : lavoir run -C \(folder)"
                    : "Put an export into \(folder)/exports, complete datasets/exemple.yaml, then: lavoir run -C \(folder)")
        }
    }
}
