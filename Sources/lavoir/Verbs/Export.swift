internal import ArgumentParser
internal import DuckDB
internal import Foundation
internal import Lake
internal import Runs
internal import Territory

extension ExportFormat: ExpressibleByArgument {}

/// `lavoir export`: a version as a file.
struct ExportVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a version of a dataset as CSV, JSON, NDJSON, GeoJSON, XLSX or Parquet.")

    @Argument(help: "Name of the dataset.")
    var dataset: String

    @Option(
        name: [.short, .customLong("format")],
        help: "csv, json, ndjson, geojson, xlsx or parquet; without it, as the ending of --output says, else csv.")
    var chosenFormat: ExportFormat?

    @Option(help: "A version number, or a date; the current version without.")
    var version: String?

    @Option(name: .shortAndLong, help: "The file to write; standard output without, or DATASET.FORMAT for xlsx and parquet.")
    var output: String?

    @Flag(help: "Private fields too: for the town's own use.")
    var withPrivate = false

    @OptionGroup var common: CommonOptions

    private var format: ExportFormat {
        let ending = output.map { URL(filePath: $0).pathExtension.lowercased() } ?? ""
        return chosenFormat ?? ExportFormat(rawValue: ending) ?? .csv
    }

    func run() async throws {
        let choice = try VersionArgument.choice(version)
        try await common.explained(dataset) {
            let territory = try common.territory()
            let declared = try territory.dataset(named: dataset)
            let target = try ExportTarget(output ?? (format.isFile ? "\(dataset).\(format.rawValue)" : nil))
            try await OpenLake.withEngine(territory, common.environment()) { engine, lake in
                if format == .xlsx { try await engine.read { try $0.load("excel") } }
                let make = make(declared, target)
                if let choice {
                    try await lake.session(readOnly: true) { session in
                        let relation = try session.relation(try session.version(choice, of: declared.name))
                        try make(Self.ordered(relation), session.connection)
                    }
                } else {
                    let copy = try await OpenLake.copies(territory, lake).current(declared.name)
                    try await engine.read { connection in
                        try copy.attach(connection)
                        try make(Self.ordered(try copy.relation(connection)), connection)
                    }
                }
            }
            try target.finish()
            if let path = target.path { Terminal.error.line("→ \(path)") }
            tellPrivate(declared)
        }
    }

    private static func ordered(_ relation: Relation) -> Relation {
        Relation(
            sql: "\(relation.sql) ORDER BY _source, _row, rowid", parameters: relation.parameters, columns: relation.columns)
    }

    private func make(_ dataset: Dataset, _ target: ExportTarget) -> @Sendable (Relation, Connection) throws -> Void {
        { [format, withPrivate] relation, connection in
            let export = Export(relation, as: format, fields: dataset.resolvedFields, withPrivate: withPrivate)
            if format.isFile {
                try export.write(to: target.part, connection)
            } else {
                try export.stream(connection) { try target.write($0) }
            }
        }
    }

    private func tellPrivate(_ dataset: Dataset) {
        let left = dataset.resolvedFields.filter(\.isPrivate).map(\.name)
        guard !withPrivate, !left.isEmpty else { return }
        let names = left.joined(separator: ", ")
        Terminal.error.line(
            common.language == .french
                ? "Champs privés laissés de côté : \(names) (--with-private les ajoute)"
                : "Private fields left out: \(names) (--with-private adds them)")
    }
}
