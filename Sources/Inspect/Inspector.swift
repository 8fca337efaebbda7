internal import Collect
internal import DuckDB
package import Foundation

/// Looks at one file, wherever it lies, and tells what it is made of, what traps it holds, and how to begin with it.
///
/// ```swift
/// let inspector = try Inspector(extensionFolder: folder)
/// let found = try await inspector.inspect(file, against: SchemaShelf(schemas), drafting: "exports/x.csv")
/// print(ProfileText(found.profile, .french, width: 100).text())
/// ```
package struct Inspector: Sendable {
    /// What an inspection gives.
    package struct Findings: Sendable {
        package let profile: Profile
        /// The draft, when it was asked for.
        package let draft: Draft?
        /// The first rows, as many as were asked for.
        package let sample: Sample
    }

    /// The first rows of a file as it was read.
    package struct Sample: Sendable {
        package let titles: [String]
        package let rows: [[String]]
    }

    /// The schema that a draft follows.
    package enum SchemaChoice: Sendable, Hashable {
        /// The one that fits best, when it fits well enough.
        case best
        case noSchema
        case named(String)
    }

    private static let database = "inspection"
    private let configuration: EngineConfiguration

    /// - Parameter extensionFolder: where the engine's extensions are.
    package init(extensionFolder: String) {
        var configuration = EngineConfiguration(extensionFolder: extensionFolder)
        configuration.scratch = Self.database
        configuration.threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
        configuration.readers = 1
        configuration.memoryLimit = "\(max(1, ProcessInfo.processInfo.physicalMemory >> 31))GB"
        self.configuration = configuration
    }

    /// Inspects a file in an engine of its own, which goes afterwards with everything laid down.
    /// - Parameters:
    ///   - path: how the source of a draft names the file; nothing when no draft is wanted.
    ///   - choice: the schema that the draft follows.
    ///   - rows: how many rows to show.
    /// - Throws: what the collector throws for a file it cannot read.
    package func inspect(
        _ file: URL, against shelf: SchemaShelf, drafting path: String? = nil, following choice: SchemaChoice = .best,
        showing rows: Int = 0
    ) async throws -> Findings {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lavoir-inspect-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        var configuration = configuration
        configuration.temporaryFolder = folder.appending(path: "spill").path
        let engine = try Engine(configuration)
        defer { engine.close() }
        return try await engine.read { connection in
            let work = WorkArea(schema: identifier(Self.database, "main"), folder: folder)
            let survey = try Surveyor(connection: connection, work: work).survey(file)
            return try Self.findings(survey, file, shelf, path, choice, rows)
        }
    }

    private static func findings(
        _ survey: Survey, _ file: URL, _ shelf: SchemaShelf, _ path: String?, _ choice: SchemaChoice, _ rows: Int
    ) throws -> Findings {
        var met = try TrapRegistry.traps.flatMap { trap in try trap.findings(in: survey).map { (trap.kind, $0) } }
        let mends = met.flatMap(\.1.mends)
        let candidates = Reshaping(survey, mends).candidates
        let fits = try SchemaSearch(survey: survey, candidates: candidates).fits(shelf)
        let chosen = choice.fit(among: fits)
        if let fit = chosen, fit.isProposed {
            met += try TrapRegistry.traps.flatMap { trap in try trap.findings(in: survey, for: fit).map { (trap.kind, $0) } }
        }
        let traps = TrapFinding.together(met)
        let keys = try KeySearch(survey: survey).keys()
        let bytes = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
        let profile = try ProfileMaker(survey: survey, bytes: bytes, traps: traps, fits: fits, keys: keys).profile()
        let sample = try sample(survey, rows)
        guard let path else { return Findings(profile: profile, draft: nil, sample: sample) }
        let composer = DraftComposer(
            survey: survey, mends: mends, candidates: candidates, fit: chosen, keys: keys, file: path,
            schemaIsAtHand: shelf.isOfTerritory)
        return Findings(profile: profile, draft: try Rehearsal(composer: composer).draft(), sample: sample)
    }

    private static func sample(_ survey: Survey, _ count: Int) throws -> Sample {
        let names = survey.columns.map(\.name)
        guard count > 0, !names.isEmpty else { return Sample(titles: names, rows: []) }
        let columns = names.map { "left(CAST(\(identifier($0)) AS VARCHAR), 300)" }.joined(separator: ", ")
        let rows = try survey.connection.rows(
            "SELECT \(columns) FROM \(survey.work.table("data")) ORDER BY _row LIMIT \(count)")
        return Sample(titles: names, rows: rows.map { row in row.values.map { $0.text ?? "" } })
    }
}

extension Inspector.SchemaChoice {
    func fit(among fits: [SchemaFit]) -> SchemaFit? {
        switch self {
        case .best: return fits.first
        case .noSchema: return nil
        case .named(let name):
            guard var fit = fits.first(where: { $0.schema.path == name }) else { return nil }
            fit.isProposed = true
            return fit
        }
    }
}
