internal import ArgumentParser
internal import Check
internal import Foundation
internal import Lake
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
    var files: [String] = []

    @Option(help: "A dataset of the lake instead of a file; its own schema without --schema.")
    var dataset: String?

    @Option(help: "The version of the dataset: a number or a date; the current one without.")
    var version: String?

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

    @Option(help: "Write the file once its sure repairs are made, and beside it OUT.changes.csv; 0 when nothing is left.")
    var repair: String?

    @Flag(help: "Make the repairs that are only likely, too.")
    var likely = false

    @Flag(help: "Print the repairs as steps of a recipe instead.")
    var asRecipe = false

    @OptionGroup var options: LibraryOptions

    private var chosen: CheckFormat { json ? .json : format }

    func validate() throws {
        guard files.isEmpty != (dataset == nil) else { throw ValidationError("Name files, or --dataset.") }
        guard version == nil || dataset != nil else { throw ValidationError("--version takes --dataset.") }
        guard dataset == nil || strict == nil && repair == nil && !asRecipe else {
            throw ValidationError("--strict and repairs take a file.")
        }
        guard schema != nil || repair == nil && !asRecipe else { throw ValidationError("Repairs take --schema.") }
        guard files.count < 2 || repair == nil && !asRecipe else { throw ValidationError("Repairs take one file.") }
        guard files.count < 2 || schema != nil && [.text, .json].contains(chosen) else {
            throw ValidationError(schema == nil ? "Several files take --schema." : "--format \(format.rawValue) takes one file.")
        }
    }

    func run() async throws {
        if let dataset { return try await check(dataset) }
        guard let schema else { return try await rank() }
        let (table, target) = try await options.common.explained(schema) {
            (try options.library.descriptor(schema), try ExportTarget(output))
        }
        var all: [VerdictRecord] = []
        for file in files {
            let check = FileCheck(
                subject(file), against: table, as: strict == nil ? .own : .validata, extensionFolder: ExtensionFolder.path)
            all.append(try await options.common.explained(file) { try await telling(file, schema).tell(check, to: target) })
        }
        try await options.common.explained(output ?? "") {
            if files.count > 1 { try conclude(all, target) }
            try target.finish()
        }
        if all.contains(where: { !$0.isPassed }) { throw Failure(.refused) }
    }

    private func telling(_ file: String, _ reference: String) -> VerdictTelling {
        VerdictTelling(
            file: file, reference: reference, format: chosen, examples: examples, language: options.common.language,
            isAlone: files.count < 2, mending: VerdictTelling.Mending(file: repair, withLikely: likely, asRecipe: asRecipe))
    }

    /// A version of the lake.
    private func check(_ name: String) async throws {
        let choice = try VersionArgument.choice(version) ?? .latest
        let record = try await options.common.explained(name) {
            let territory = try options.common.territory()
            let declared = try territory.dataset(named: name)
            let own = declared.schema.map { territory.folder.appending(path: $0.file).path }
            guard let reference = schema ?? own else { throw UnknownSchema(reference: "", nearest: nil, versions: []) }
            let table = try options.library.descriptor(reference)
            let target = try ExportTarget(output)
            let check = DatasetCheck(declared.name, choice, against: table, in: territory, options.common.environment())
            let record = try await telling(name, reference).tell(check, to: target)
            try target.finish()
            return record
        }
        if !record.isPassed { throw Failure(.refused) }
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
    private func conclude(_ all: [VerdictRecord], _ target: ExportTarget) throws {
        if chosen == .json { return try target.write(JSONOutput.bytes(all)) }
        let conform = all.count { $0.valid }, errors = all.reduce(0) { $0 + $1.errors }
        let words = Bilingual(
            fr: "\(conform) fichiers conformes sur \(all.count), \(errors) erreurs en tout",
            en: "\(conform) of \(all.count) files conform, \(errors) errors in all")
        try target.write(Array((words.text(in: options.common.language) + "\n").utf8))
    }
}
