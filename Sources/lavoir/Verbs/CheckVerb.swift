internal import ArgumentParser
internal import Check
internal import Foundation
internal import Runs
internal import Territory

/// `lavoir check`: is a file conform to a schema, and where not.
struct CheckVerb: AsyncParsableCommand {
    /// Whose verdict `--strict` asks for.
    enum Judge: String, ExpressibleByArgument, CaseIterable { case validata }

    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a file against a Table Schema; 0 when it is conform, 2 when it is not.")

    @Argument(help: "The file: CSV, XLSX or any other format that a source reads.")
    var file: String

    @Option(help: "The schema.json of a Table Schema.")
    var schema: String

    @Option(help: "validata gives Validata's verdict, its faults included.")
    var strict: Judge?

    @Option(help: "Findings shown of each kind; counts are always exact.")
    var examples = 10

    @Option(help: "fr or en; without it, LANG decides.")
    var lang: String?

    @Flag(help: "The verdict for machines.")
    var json = false

    func run() async throws {
        let language = Language.preferred(option: lang, environment: ProcessInfo.processInfo.environment)
        let verdict: FileCheck.Verdict
        do {
            verdict = try await FileCheck(
                URL(filePath: file), against: URL(filePath: schema), as: strict == nil ? .own : .validata,
                extensionFolder: ExtensionFolder.path
            ).run(examples: examples)
        } catch {
            throw Failure.explaining(error, subject: file, in: language)
        }
        if json {
            try JSONOutput.write(VerdictRecord(verdict, file: file))
        } else {
            Terminal.output.line(VerdictText(verdict, language).text(.output))
        }
        if !verdict.report.isConform { throw Failure(.refused) }
    }
}
