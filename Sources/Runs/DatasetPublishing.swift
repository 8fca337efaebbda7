internal import Collect
internal import DuckDB
internal import Foundation
internal import Lake
internal import Publish
internal import Territory

/// The current version of one dataset on its way to its destinations. The files are made once for all of them, and only when one
/// needs their bytes or nothing is known of them.
struct DatasetPublishing: Sendable {
    /// How it ended at one destination, and what is to be remembered.
    struct Ended: Sendable {
        var result: PublicationResult
        var memory: Memory
        var fault: (any Error)?
        var isDown = false
        var files: PublishState.Files?
        var key = ""
    }

    let dataset: Dataset
    let destinations: [String]
    private let edition: Edition
    private let known: MadeFiles?
    private let report: CheckReport?
    private let filesKey: String
    private let memories: [String: String]
    private let purpose: Publisher.Purpose
    private let publisher: Publisher
    private let making: FileMaking
    private let folder: URL

    init(
        _ dataset: Dataset, _ edition: Edition, to destinations: [String], _ files: PublishState.Files?, _ report: CheckReport?,
        _ memories: [String: String], _ purpose: Publisher.Purpose, _ publisher: Publisher, _ engine: Engine, _ lake: LakeStore,
        in folder: URL
    ) {
        self.dataset = dataset
        self.edition = edition
        self.destinations = destinations
        self.memories = memories
        self.purpose = purpose
        self.publisher = publisher
        self.folder = folder.appending(path: dataset.name)
        let formats = dataset.sheet.formats.map(\.rawValue).joined(separator: " ")
        let hidden = dataset.resolvedFields.filter(\.isPrivate).map(\.name).joined(separator: "\n")
        filesKey = fingerprint(of: [edition.run, formats, hidden, publisher.environment.program])
        self.report = report
        known = files?.key == filesKey ? files?.made : nil
        let copies = ServingCopies(publisher.territory, of: lake), name = dataset.name
        making = FileMaking(dataset, engine, in: self.folder.path, changed: Sheet.instant(edition.last)) {
            try await copies.current(name)
        }
    }

    /// Publishes at one destination.
    /// - Parameters:
    ///   - opened: the destination, or why it cannot be opened.
    ///   - down: why the destination did not answer for another dataset; then it is not asked.
    func publish(at name: String, _ opened: Result<any Destination, any Error>, down: (any Error)?) async -> Ended {
        let clock = ContinuousClock(), start = clock.now
        let memory = remembered(at: name)
        var ended = Ended(result: PublicationResult(dataset.name, at: name, version: edition.version, .failed), memory: memory)
        ended.key = publisher.key(dataset, edition.run, at: name)
        do {
            if let down { throw down }
            let (publication, files) = try await publication()
            ended.files = files
            await publish(publication, to: Delivery(to: try opened.get(), named: name), memory, &ended)
        } catch {
            ended.fault = error
        }
        conclude(&ended)
        let time = clock.now - start
        ended.result.seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        return ended
    }

    private func publish(_ publication: Publication, to delivery: Delivery, _ memory: Memory, _ ended: inout Ended) async {
        let done =
            switch purpose {
            case .plan: await delivery.plan(publication, memory)
            case .withdraw: await delivery.withdraw(publication, memory)
            case .follow, .publish: await delivery.deliver(publication, memory) { try await made() }
            }
        ended.result.plan = done.plan
        ended.memory = done.memory
        ended.fault = done.fault
        ended.isDown = done.isDown
    }

    private func conclude(_ ended: inout Ended) {
        ended.result.address = ended.memory.address
        if let fault = ended.fault {
            ended.result.fault = RunFault.explained(fault, dataset: dataset.name)
            ended.result.outcome = ended.result.fault?.isTransient == true || !(fault is PublishFault) ? .failed : .refused
            return
        }
        let plan = ended.result.plan
        ended.result.outcome =
            switch purpose {
            case .plan: .planned
            case .withdraw: plan.isEmpty ? .unchanged : .withdrawn
            case .follow, .publish: plan.isEmpty ? .unchanged : .published
            }
        if purpose != .plan, let obstacle = plan.obstacles.first {
            ended.result.fault = obstacle
            ended.result.outcome = .refused
        }
    }

    private func remembered(at name: String) -> Memory {
        var memory = memories[name].flatMap { try? JSONDecoder().decode(Memory.self, from: Data($0.utf8)) } ?? Memory()
        if case .publish = purpose { memory.refused = [:] }
        return memory
    }

    private var sheet: Sheet {
        Sheet(
            dataset, of: publisher.territory, version: edition.version, first: edition.first, last: edition.last)
    }

    private var restores: Bool { purpose == .publish(restoring: true) }

    /// The publication, its files as far as they are known.
    private func publication() async throws -> (Publication, PublishState.Files) {
        let made = if let known { known } else { try await making.files() }
        let documents = Document.all(sheet, made, report).map(\.file)
        let publication = Publication(
            sheet: sheet, files: made.files + documents, table: PublishedTable(sheet, made, rows: edition.rows),
            restores: restores)
        return (publication, PublishState.Files(key: filesKey, made: made))
    }

    /// The publication with the bytes of its files.
    private func made() async throws -> Publication {
        let made = try await making.files()
        let documents = try Document.all(sheet, made, report).map { try $0.write(to: folder) }
        let making = making
        let table = PublishedTable(sheet, made, rows: edition.rows) { try await making.lines() }
        return Publication(sheet: sheet, files: made.files + documents, table: table, restores: restores)
    }
}

extension DatasetPublishing.Ended {
    /// The line of the trail.
    func entry(run: String, time: String, author: String) -> PublicationEntry {
        PublicationEntry(
            run: run, dataset: result.dataset, destination: result.destination, version: result.version, time: time,
            author: author, outcome: result.outcome.rawValue, changes: Self.json(result.plan.changes.map(\.words.french)),
            fault: result.fault?.code, address: result.address, memory: Self.json(memory))
    }

    private static func json(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
