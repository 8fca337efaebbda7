internal import ArgumentParser
internal import Foundation
internal import Runs
internal import Territory

/// `lavoir lint`: everything wrong with the declarations, in one pass.
struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tell everything that is wrong in the territory's files.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "An array of problems for machines.")
    var json = false

    func run() async throws {
        let problems = Territory.problems(
            in: common.folder, knowing: vocabulary, environment: ProcessInfo.processInfo.environment)
        let language = common.language
        if json {
            try JSONOutput.write(problems)
        } else if problems.isEmpty {
            Terminal.output.line(language == .french ? "Rien à signaler." : "Nothing to report.")
        } else {
            Terminal.output.line(problems.map { $0.rendered(in: language) }.joined(separator: "\n\n"))
        }
        if !problems.isEmpty { throw Failure(.failed) }
    }
}
