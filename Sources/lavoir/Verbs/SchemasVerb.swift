internal import ArgumentParser
internal import Check
internal import Foundation
internal import Runs
internal import Territory

/// `lavoir schemas`: the Table Schemas that can be named.
struct SchemasVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schemas", abstract: "List, show and fetch the Table Schemas that check and datasets can name.",
        subcommands: [SchemasList.self, SchemasShow.self, SchemasUpdate.self])
}

/// Where schemas are looked for.
struct LibraryOptions: ParsableArguments {
    @Option(help: "Where fetched schemas are kept; without it, LAVOIR_SCHEMAS, else the cache of the user.")
    var cache: String?

    @Option(help: "local allows an address of this network or of this machine.")
    var network: Network = .public

    @OptionGroup var common: CommonOptions

    /// Which addresses may be asked.
    enum Network: String, ExpressibleByArgument, CaseIterable { case `public`, local }

    var library: SchemaLibrary {
        let folder = common.folder
        let isTerritory = FileManager.default.fileExists(atPath: folder.appending(path: "lavoir.yaml").path)
        return SchemaLibrary(territory: isTerritory ? folder : nil, cache: place, isLocalAllowed: network == .local)
    }

    private var place: URL {
        cache.map { URL(filePath: $0) } ?? SchemaLibrary.defaultCache
    }
}

/// `lavoir schemas list`.
struct SchemasList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the schemas that can be named.")

    @Flag(help: "For machines.")
    var json = false

    @OptionGroup var options: LibraryOptions

    func run() async throws {
        let entries = options.library.entries()
        if json { return try JSONOutput.write(entries) }
        let width = entries.map(\.name.count).max() ?? 0
        for entry in entries {
            let name = entry.name.padding(toLength: width, withPad: " ", startingAt: 0)
            let versions = entry.versions.suffix(3).joined(separator: ", ")
            Terminal.output.line(
                "\(name)  \(entry.title ?? "")\(versions.isEmpty ? "" : Terminal.output.styled("  \(versions)", .dim))")
        }
    }
}

/// `lavoir schemas show`.
struct SchemasShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show the fields of a schema and their rules.")

    @Argument(help: "scdl/subventions, scdl/subventions@2.1.1, a path or an address.")
    var schema: String

    @Flag(help: "The schema as it is published.")
    var json = false

    @OptionGroup var options: LibraryOptions

    func run() async throws {
        try await options.common.explained(schema) {
            let bytes = try options.library.bytes(schema)
            if json { return Terminal.output.write([UInt8](bytes)) }
            let descriptor = try SchemaDescriptor(bytes, file: schema)
            let head = [descriptor.title ?? descriptor.name ?? schema, descriptor.version].compactMap { $0 }
            Terminal.output.line(Terminal.output.styled(head.joined(separator: " "), .bold))
            for line in FieldLines(descriptor, options.common.language).lines { Terminal.output.line("  " + line) }
        }
    }
}

/// `lavoir schemas update`.
struct SchemasUpdate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Copy the Table Schemas of a catalogue, with their versions.")

    @Option(help: "The address or the path of a catalogue in the format of schema.data.gouv.fr, or a folder of schemas.")
    var from = SchemaCatalogue.address

    @OptionGroup var options: LibraryOptions

    func run() async throws {
        let outcome = try await options.common.explained(from) { try options.library.update(from: from) }
        let words = Bilingual(
            fr:
                "\(outcome.schemas) schémas : \(outcome.fetched) versions copiées, \(outcome.known) déjà là, \(outcome.failed.count) en échec",
            en:
                "\(outcome.schemas) schemas: \(outcome.fetched) versions copied, \(outcome.known) here already, \(outcome.failed.count) failed"
        )
        Terminal.output.line(words.text(in: options.common.language))
        for address in outcome.failed { Terminal.output.line("  ✗ \(address)") }
        if outcome.fetched + outcome.known == 0 { throw Failure(.refused) }
    }
}
