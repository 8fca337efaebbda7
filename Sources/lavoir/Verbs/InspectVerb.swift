internal import ArgumentParser
internal import Foundation
internal import Inspect
internal import Territory

/// `lavoir inspect`: what a file is made of, the traps it holds, and a first draft of its dataset.
struct InspectVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Profile a file, tell its traps, draft its dataset.",
        discussion: "The file may lie anywhere. Nothing is written but what -o names.")

    @Argument(help: "The file.")
    var file: String

    @Flag(help: "The profile for machines.")
    var json = false

    @Flag(help: "The profile as one page of HTML that needs nothing else.")
    var html = false

    @Flag(help: "A dataset for the territory: source, recipe, fields, the schema that fits best.")
    var draft = false

    @Option(name: .shortAndLong, help: "The file to write; standard output without.")
    var output: String?

    @Option(help: "The folder of Table Schemas to compare with; without it, schemas/ of the territory.")
    var schemas: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard [json, html, draft].count(where: { $0 }) < 2 else {
            throw ValidationError("--json, --html and --draft exclude one another.")
        }
    }

    func run() async throws {
        try await common.explained(file) {
            let place = URL(filePath: file).standardizedFileURL
            let found = try await Inspector(extensionFolder: ExtensionFolder.path)
                .inspect(place, against: shelf, drafting: draft ? path(of: place) : nil)
            try write(found)
        }
    }

    private var isInTerritory: Bool { FileManager.default.fileExists(atPath: common.folder.appending(path: "lavoir.yaml").path) }

    private var shelf: SchemaShelf {
        if let schemas { return SchemaShelf(URL(filePath: schemas)) }
        return isInTerritory ? SchemaShelf(common.folder.appending(path: "schemas")) : .empty
    }

    /// How a dataset names the file: where it lies in the territory, else in `exports/`, where it is to be put.
    private func path(of file: URL) -> String {
        let inside = isInTerritory ? Confinement(common.folder).relative(file) : file.path
        return inside.hasPrefix("/") ? "exports/" + file.lastPathComponent : inside
    }

    private func write(_ found: Inspector.Findings) throws {
        let text: String
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            text = String(decoding: try encoder.encode(found.profile), as: UTF8.self) + "\n"
        } else if let draft = found.draft {
            text = draft.yaml(in: common.language)
        } else if html {
            text = ProfilePage(found.profile, common.language).html
        } else {
            text = ProfileText(found.profile, common.language, width: Terminal.output.width) { text, emphasis in
                output == nil ? Self.painted(text, emphasis) : text
            }.text()
        }
        let target = try ExportTarget(output)
        try target.write(Array(text.utf8))
        try target.finish()
    }

    private static func painted(_ text: String, _ emphasis: ProfileText.Emphasis) -> String {
        switch emphasis {
        case .strong: Terminal.output.styled(text, .bold)
        case .quiet: Terminal.output.styled(text, .dim)
        case .warning: Terminal.output.styled(text, .yellow)
        case .good: Terminal.output.styled(text, .green)
        }
    }
}
