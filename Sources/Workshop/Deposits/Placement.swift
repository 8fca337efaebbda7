internal import Check
package import Foundation
internal import Inspect
package import Runs
package import Territory

/// Puts a deposit into the territory as git would hold it, and runs it. What does not become a version is taken back: nothing stays
/// half-written.
package struct Placement: Sendable {
    /// What came of it.
    package struct Outcome: Sendable {
        package let dataset: String
        package let version: Int?
        package let rows: Int
        /// The territory with what was written.
        package let territory: Territory
    }

    private let territory: Territory
    private let environment: RunEnvironment
    private let library: SchemaLibrary
    private let shelf: DepositShelf

    package init(_ territory: Territory, _ environment: RunEnvironment, _ library: SchemaLibrary, _ shelf: DepositShelf) {
        self.territory = territory
        self.environment = environment
        self.library = library
        self.shelf = shelf
    }

    /// - Throws: what `lint` says of the declaration, what the run says of the data, `workshop.file-taken`,
    ///   `workshop.no-version`.
    package func place(_ deposit: Deposit) async throws -> Outcome {
        if let name = deposit.replaces { return try await replace(name, deposit) }
        // What git or another agent declared meanwhile counts.
        let now = try loaded([:])
        let name = deposit.sheet.name(among: Set(now.datasets.map(\.name)))
        var files = [
            (
                path: "exports/\(name).\(deposit.ending)",
                bytes: try Data(contentsOf: shelf.file(of: deposit), options: .alwaysMapped)
            )
        ]
        var schema: String?
        if let chosen = deposit.choice.schema, deposit.examination.parts.declaresSchema {
            schema = chosen
            if let file = try schemaFile(chosen) { files.append(file) }
        }
        let text = DatasetText(deposit: deposit, path: files[0].path, schema: schema).yaml
        files.append(("datasets/\(name).yaml", Data(text.utf8)))
        _ = try loaded(Dictionary(files.dropFirst().map { ($0.path, $0.bytes) }) { first, _ in first })
        var written: [URL] = []
        do {
            for (path, bytes) in files { written.append(try write(bytes, to: path)) }
            return try await run(name, try loaded([:]))
        } catch {
            for file in written { try? FileManager.default.removeItem(at: file) }
            throw error
        }
    }

    /// Whether a dataset's data come from one file of the territory, which another of the same kind may replace.
    package static func file(of dataset: Dataset, in territory: Territory) -> URL? {
        guard dataset.source.connector == "file", let path = dataset.source.argument.text,
            !path.contains(where: { "*?[{".contains($0) }), let file = territory.confinement.locate(path)
        else { return nil }
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }

    /// A newer file in the place of the one that a dataset reads.
    private func replace(_ name: String, _ deposit: Deposit) async throws -> Outcome {
        let now = try loaded([:])
        guard let dataset = now.dataset(name), let file = Self.file(of: dataset, in: now),
            file.pathExtension.lowercased() == deposit.ending
        else { throw DepositFault(.notReplaceable, subject: name) }
        let former = shelf.formerFile(of: deposit), manager = FileManager.default
        try? manager.removeItem(at: former)
        try manager.copyItem(at: file, to: former)
        do {
            try swap(file, with: try Data(contentsOf: shelf.file(of: deposit), options: .alwaysMapped))
            return try await run(name, now)
        } catch {
            try? swap(file, with: (try? Data(contentsOf: former)) ?? Data())
            throw error
        }
    }

    private func run(_ name: String, _ declared: Territory) async throws -> Outcome {
        guard let dataset = declared.dataset(name) else { throw DepositFault(.noVersion, subject: name) }
        let result = try await Runner(declared, environment).run([dataset]).first
        guard let result, [.version, .same, .unchanged].contains(result.outcome) else {
            if let fault = result?.fault { throw fault }
            throw DepositFault(.noVersion, subject: name, reason: result?.report?.groups.first?.what)
        }
        // The version is there, whether or not others can be told of it.
        try? Announcer(declared, environment).note([result])
        return Outcome(dataset: name, version: result.version, rows: result.rows ?? 0, territory: declared)
    }

    /// The territory with files as they would be: what `lint` reads, and all it refuses.
    private func loaded(_ laid: [String: Data]) throws -> Territory {
        try Territory.load(
            territory.folder, knowing: vocabulary, environment: ProcessInfo.processInfo.environment, laying: laid)
    }

    /// The file of a schema that the territory does not hold yet.
    private func schemaFile(_ name: String) throws -> (path: String, bytes: Data)? {
        let places = ["schemas/\(name).json", "schemas/\(name)/schema.json", "schemas/\(name).schema.json"]
        let isThere = places.contains { path in
            territory.confinement.locate(path).map { FileManager.default.fileExists(atPath: $0.path) } ?? false
        }
        return isThere ? nil : (places[0], try library.bytes(name))
    }

    /// A file that is not there yet, whole or not at all.
    private func write(_ bytes: Data, to path: String) throws -> URL {
        guard let file = territory.confinement.locate(path), !FileManager.default.fileExists(atPath: file.path) else {
            throw DepositFault(.taken, subject: path)
        }
        try swap(file, with: bytes)
        return file
    }

    /// Written beside, then renamed; readable as the files around it are.
    private func swap(_ file: URL, with bytes: Data) throws {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file, options: .atomic)
    }
}
