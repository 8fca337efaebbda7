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
        commandName: "check", abstract: "Check files against a Table Schema; 0 when they are conform, 2 when one is not.",
        discussion: "Without --schema, the likeliest schemas are ranked, and why.")

    @Argument(help: "The files, or their addresses: CSV, XLSX or any other format that a source reads.")
    var files: [String]

    @Option(help: "scdl/subventions, scdl/subventions@2.1.1, a path or an address.")
    var schema: String?

    @Option(help: "validata gives Validata's verdict, its faults included.")
    var strict: Judge?

    @Option(help: "text, json, validata (the report of its service), html (one page), csv (every finding).")
    var format: CheckFormat = .text

    @Flag(help: "The same as --format json.")
    var json = false

    @Option(name: .shortAndLong, help: "The file to write; standard output without.")
    var output: String?

    @Option(help: "Findings shown of each kind; counts are always exact.")
    var examples = 10

    @OptionGroup var options: LibraryOptions

    private var chosen: CheckFormat { json ? .json : format }

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("Name a file.") }
        guard files.count == 1 || schema != nil && [.text, .json].contains(chosen) else {
            throw ValidationError(schema == nil ? "Several files take --schema." : "--format \(format.rawValue) takes one file.")
        }
    }

    func run() async throws {
        guard let schema else { return try await rank() }
        let language = options.common.language
        let (table, target) = try await options.common.explained(schema) {
            (try options.library.descriptor(schema), try ExportTarget(output))
        }
        var all: [VerdictRecord] = []
        for file in files {
            let telling = VerdictTelling(
                file: file, reference: schema, format: chosen, examples: examples, language: language, isAlone: files.count == 1)
            let check = FileCheck(
                subject(file), against: table, as: strict == nil ? .own : .validata, extensionFolder: ExtensionFolder.path)
            all.append(try await options.common.explained(file) { try await telling.tell(check, to: target) })
        }
        try await options.common.explained(output ?? "") {
            if files.count > 1 { try conclude(all, target, language) }
            try target.finish()
        }
        if all.contains(where: { !$0.valid }) { throw Failure(.refused) }
    }

    private func subject(_ file: String) -> FileCheck.Subject {
        let isAddress = file.hasPrefix("http://") || file.hasPrefix("https://")
        return isAddress ? .address(file, isLocalAllowed: options.network == .local) : .file(URL(filePath: file))
    }

    private func rank() async throws {
        try await options.common.explained(files[0]) {
            let ranking = try await SchemaRanking(URL(filePath: files[0]), among: options.library)
            if chosen == .json { return try JSONOutput.write(ranking.schemas) }
            Terminal.output.line(ranking.text(options.common.language))
        }
    }

    /// What many files come to.
    private func conclude(_ all: [VerdictRecord], _ target: ExportTarget, _ language: Language) throws {
        if chosen == .json { return try target.write(JSONOutput.bytes(all)) }
        let conform = all.count { $0.valid }, errors = all.reduce(0) { $0 + $1.errors }
        let words = Bilingual(
            fr: "\(conform) fichiers conformes sur \(all.count), \(errors) erreurs en tout",
            en: "\(conform) of \(all.count) files conform, \(errors) errors in all")
        try target.write(Array((words.text(in: language) + "\n").utf8))
    }
}
