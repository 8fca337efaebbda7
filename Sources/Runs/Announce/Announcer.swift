internal import DuckDB
package import Foundation
internal import Lake
package import Publish
package import Territory

/// Tells the addresses under `announce:` what happened. What cannot be delivered waits in a queue of this machine, and is tried again
/// by the runs that follow, each time later.
package final class Announcer: Sendable {
    /// How one attempt ended.
    package struct Result: Sendable {
        package let announcement: Announcement
        package let outcome: WebhookSender.Outcome
        /// Whether it will be tried again.
        package let waits: Bool
    }

    private let territory: Territory
    private let environment: RunEnvironment
    private let queue: AnnouncementQueue

    package init(_ territory: Territory, _ environment: RunEnvironment) {
        self.territory = territory
        self.environment = environment
        queue = AnnouncementQueue(in: territory.folder.appending(path: ".lavoir"))
    }

    /// What waits to be told.
    package var waiting: [Announcement] { queue.read().waiting }

    /// Notes what a run did, once for each address that wants to know, and tells what is due. The run is done: what cannot be noted
    /// comes back as a fault, and undoes nothing.
    package func announce(
        _ results: [RunResult], _ publications: [PublicationResult]
    ) async -> (results: [Result], fault: RunFault?) {
        do {
            try note(results, publications)
            return (try await send(all: false), nil)
        } catch {
            let reason = (error as? any Explained)?.what.english ?? error.localizedDescription
            return ([], .notAnnounced(reason))
        }
    }

    /// Notes what a run did; whoever looks next at the queue tells it.
    package func note(_ results: [RunResult], _ publications: [PublicationResult] = []) throws {
        guard !territory.announcements.isEmpty else { return }
        let happened = AnnouncementText(territory, at: environment.now()).all(results, publications)
        if happened.isEmpty { return }
        try queue.change { content in
            let known = Set(content.told + content.waiting.map(\.id))
            content.waiting += happened.filter { !known.contains($0.id) }
        }
    }

    /// Tells what waits.
    /// - Parameter all: also what is not due yet.
    package func send(all: Bool) async throws -> [Result] {
        let now = environment.now()
        guard queue.read().waiting.contains(where: { all || $0.due <= now.timeIntervalSince1970 }) else { return [] }
        let taken = try queue.change { content in
            content.waiting.indices.filter { all || content.waiting[$0].due <= now.timeIntervalSince1970 }.map { index in
                content.waiting[index].take(at: now)
                return content.waiting[index]
            }
        }
        var results: [Result] = []
        for announcement in taken { results.append(try conclude(announcement, await outcome(of: announcement, now))) }
        try await record(results)
        return results
    }

    private func outcome(of announcement: Announcement, _ now: Date) async -> WebhookSender.Outcome {
        guard let declaration = territory.announcements.first(where: { $0.name == announcement.name }) else { return .gone }
        do {
            return await (try WebhookSender(declaration, in: territory)).send(announcement.body, id: announcement.id, at: now)
        } catch {
            return .missed((error as? any Explained)?.what.english ?? "no secret")
        }
    }

    private func conclude(_ announcement: Announcement, _ outcome: WebhookSender.Outcome) throws -> Result {
        let isMissed = if case .missed = outcome { true } else { false }
        let waits = isMissed && !announcement.isHopeless
        try queue.change { content in
            guard let index = content.waiting.firstIndex(where: { $0.id == announcement.id }) else { return }
            if waits {
                content.waiting[index].note(outcome.line)
            } else {
                content.waiting.remove(at: index)
                content.told.append(announcement.id)
            }
        }
        return Result(announcement: announcement, outcome: outcome, waits: waits)
    }

    /// The trail keeps each answer, under the destination `announce:NAME`.
    private func record(_ results: [Result]) async throws {
        let engine = try Runner.engine(territory, environment)
        defer { engine.close() }
        let lake = LakeStore(territory, engine: engine)
        guard !lake.isEmpty, !results.isEmpty else { return }
        let run = environment.identifier(), time = RunEnvironment.timestamp(environment.now()), author = environment.author
        let entries = results.map { result in
            let one = result.announcement, isTaken = if case .taken = result.outcome { true } else { false }
            return PublicationEntry(
                run: run, dataset: one.dataset, destination: "announce:\(one.name)", version: one.version ?? 0, time: time,
                author: author, outcome: isTaken ? "announced" : result.waits ? "failed" : "refused",
                changes: "[\"\(one.event.rawValue)\"]", fault: isTaken ? nil : result.outcome.line, address: one.id, memory: "{}")
        }
        try await lake.session { try $0.record(entries) }
    }
}
