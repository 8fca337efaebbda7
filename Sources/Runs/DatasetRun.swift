internal import Check
internal import Collect
internal import DuckDB
internal import Foundation
internal import Lake
internal import Prepare
internal import Territory

/// One dataset on its way through the stages, and the trail it leaves.
struct DatasetRun: Sendable {
    /// How it ended, and what this machine should remember of it.
    struct Ended: Sendable {
        var result: RunResult
        var known: NodeState.Known?
    }

    let dataset: Dataset
    let source: Result<DatasetSource, any Error>
    let known: NodeState.Known?
    let runner: Runner
    let engine: Engine
    let lake: LakeStore
    let purpose: Runner.Purpose
    let watch: Runner.Watcher

    func run() async -> Ended {
        let clock = ContinuousClock()
        let start = clock.now
        var ended: Ended
        do {
            ended = try await stages()
        } catch {
            ended = Ended(result: RunResult(dataset: dataset.name, outcome: .failed), known: nil)
            ended.result.fault = RunFault.explained(error, dataset: dataset.name)
            await recordFailure(ended.result.fault)
        }
        ended.result.version = ended.result.version ?? known?.head.version
        ended.result.seconds = Self.seconds(clock.now - start)
        tell(.finished(ended.result))
        return ended
    }

    private func stages() async throws -> Ended {
        let source = try source.get()
        guard let known else { return try await firstVersion(source) }
        let stamps = try source.stamps(knowing: known.files)
        guard known.head.fingerprint != source.fingerprint(stamps) else {
            return Ended(
                result: RunResult(dataset: dataset.name, outcome: .unchanged),
                known: NodeState.Known(head: known.head, files: stamps))
        }
        let entry = newEntry()
        return try await withWork(entry.run) { work in
            try await finish(try await make(source, work), entry, source, stamps)
        }
    }

    /// Without a version to compare with, every stage will run: while the files are read they are hashed, and a lake that is
    /// not there yet is made.
    private func firstVersion(_ source: DatasetSource) async throws -> Ended {
        let entry = newEntry()
        return try await withWork(entry.run) { work in
            async let stamps = source.stamps(knowing: [])
            async let lakeIsMade: Void = makeLake()
            let candidate = try await make(source, work)
            try await lakeIsMade
            return try await finish(candidate, entry, source, try await stamps)
        }
    }

    private func makeLake() async throws {
        if purpose == .commit, lake.isEmpty { try await lake.session { _ in } }
    }

    private func make(_ source: DatasetSource, _ work: WorkArea) async throws -> Candidate {
        let mayPass = known == nil && purpose == .commit
        let tell = tell
        try await engine.load(source.recipe.extensions)
        return try await engine.read { connection in
            try Candidate.make(source, work, mayPass: mayPass, connection, watch: tell)
        }
    }

    private func finish(
        _ candidate: Candidate, _ entry: TrailEntry, _ source: DatasetSource, _ stamps: [FileStamp]
    ) async throws -> Ended {
        // What was hashed must be what was read: a file rewritten meanwhile would lend its name to another's content.
        if let moved = source.firstMoved(stamps) { throw RunFault.sourceMoved(moved, dataset: dataset.name) }
        var result = RunResult(dataset: dataset.name, outcome: .refused)
        result.report = candidate.report
        result.notes = candidate.notes
        result.ceiling = dataset.acceptedFindings
        var entry = entry
        entry.fingerprint = source.fingerprint(stamps)
        entry.sources = Self.json(stamps)
        entry.declaration = dataset.text
        entry.bytesRead = stamps.reduce(0) { $0 + $1.size }
        entry.report = Self.json(TrailReport(groups: candidate.report.groups, quality: candidate.quality))
        entry.recipeSQL = candidate.recipeSQL
        entry.findings = candidate.findings
        entry.finished = RunEnvironment.timestamp(runner.environment.now())
        entry.cpuSeconds = Self.processorSeconds() - entry.cpuSeconds
        if purpose == .plan { return Ended(result: try await planned(candidate, result), known: nil) }
        guard candidate.report.isTolerable(upTo: dataset.acceptedFindings) else {
            entry.outcome = .refused
            let refused = entry
            try await lake.session { try $0.record(refused) }
            return Ended(result: result, known: nil)
        }
        tell(.stage(.commit))
        let content = candidate.content, complete = entry
        let committed = try await lake.session { try $0.commit(content, complete) }
        result.outcome = committed.outcome == .same ? .same : .version
        result.version = committed.version
        result.rows = committed.rows
        result.added = committed.added
        result.removed = committed.removed
        let head = Head(version: committed.version, run: entry.run, fingerprint: entry.fingerprint)
        return Ended(result: result, known: NodeState.Known(head: head, files: stamps))
    }

    private func planned(_ candidate: Candidate, _ result: RunResult) async throws -> RunResult {
        var result = result
        result.outcome = candidate.report.isTolerable(upTo: dataset.acceptedFindings) ? .planned : .refused
        let relation = candidate.content.relation, dataset = dataset
        guard known != nil else {
            result.rows = try await engine.read { try Self.count(relation, $0) }
            return result
        }
        (result.rows, result.difference) = try await lake.session { session in
            let latest = try session.version(.latest, of: dataset.name)
            return (
                try Self.count(relation, session.connection),
                try session.difference(dataset.name, from: latest, to: relation, key: dataset.key, limit: 20)
            )
        }
        return result
    }

    private static func count(_ relation: Relation, _ connection: Connection) throws(EngineFault) -> Int {
        try connection.row("SELECT count(*) AS n FROM (\(relation.sql))", relation.parameters)?.integer("n") ?? 0
    }

    /// A run that failed leaves a line too, as far as the lake can be reached; if it cannot, the result still tells.
    private func recordFailure(_ fault: (any Explained)?) async {
        guard purpose == .commit, (fault as? LakeFault)?.isTransient != true else { return }
        var entry = newEntry()
        entry.outcome = .failed
        entry.finished = RunEnvironment.timestamp(runner.environment.now())
        entry.fault = fault?.code
        let failed = entry
        _ = try? await lake.session { try $0.record(failed) }
    }

    private func newEntry() -> TrailEntry {
        let environment = runner.environment
        let now = RunEnvironment.timestamp(environment.now())
        var entry = TrailEntry(
            run: environment.identifier(), dataset: dataset.name, started: now, finished: now, author: environment.author,
            message: environment.message, program: environment.program)
        entry.cpuSeconds = Self.processorSeconds()
        return entry
    }

    private func withWork<T: Sendable>(_ run: String, _ body: (WorkArea) async throws -> T) async throws -> T {
        let workshop = Workshop(in: runner.node)
        let work = try await engine.read { try workshop.open(run, $0) }
        do {
            let value = try await body(work)
            try await engine.read { workshop.close(work, $0) }
            return value
        } catch {
            try? await engine.read { workshop.close(work, $0) }
            throw error
        }
    }

    private func tell(_ kind: RunEvent.Kind) { watch(RunEvent(dataset: dataset.name, kind: kind)) }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// Processor time of the whole process: what runs side by side counts for each.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
