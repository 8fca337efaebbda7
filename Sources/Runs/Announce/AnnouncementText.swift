internal import Check
internal import Collect
internal import Foundation
internal import Lake
internal import Publish
internal import Territory

/// What happened, as the messages that tell it: `{"type", "timestamp", "data"}` (Standard Webhooks 1.0). No value of a cell is in them.
struct AnnouncementText {
    private struct Message: Encodable {
        struct Finding: Encodable {
            let code: String
            let field: String?
            let count: Int
        }

        struct Content: Encodable {
            let territory: String
            let dataset: String
            let title: String
            var version: Int?
            var rows: Int?
            var added: Int?
            var removed: Int?
            var findings: [Finding]?
            var destination: String?
            var address: String?
            var page: String?
        }

        let type: String
        let timestamp: String
        let data: Content
    }

    private let territory: Territory
    private let now: Date
    private let heads: [String: NodeState.Known]

    init(_ territory: Territory, at now: Date) {
        self.territory = territory
        self.now = now
        heads = NodeState.load(from: territory.folder.appending(path: ".lavoir/state.json")).datasets
    }

    /// One announcement for each event and each address that wants it.
    func all(_ results: [RunResult], _ publications: [PublicationResult]) -> [Announcement] {
        results.flatMap { result -> [Announcement] in
            switch result.outcome {
            case .version: version(result)
            case .refused: refusal(result)
            default: []
            }
        } + publications.filter { $0.outcome == .published }.flatMap(publication)
    }

    private func version(_ result: RunResult) -> [Announcement] {
        var content = content(result.dataset)
        content.version = result.version
        content.rows = result.rows
        content.added = result.added
        content.removed = result.removed
        let run = heads[result.dataset]?.head.run ?? "\(result.version ?? 0)"
        return announcements(.version, run, content)
    }

    /// The same findings are told once, however often the run is refused for them.
    private func refusal(_ result: RunResult) -> [Announcement] {
        var content = content(result.dataset)
        content.version = result.version
        let errors = (result.report?.groups ?? []).filter { $0.severity == .error }
        content.findings = errors.map { Message.Finding(code: $0.code, field: $0.field, count: $0.count) }
        let what = errors.map { "\($0.code) \($0.field ?? "") \($0.count)" }.joined(separator: "\n")
        return announcements(.checkFailed, "\(result.version ?? 0)\n\(what)", content)
    }

    private func publication(_ result: PublicationResult) -> [Announcement] {
        var content = content(result.dataset)
        content.version = result.version
        content.destination = result.destination
        content.address = result.address
        let run = heads[result.dataset]?.head.run ?? "\(result.version)"
        let what = [run, result.destination] + result.plan.changes.map(\.words.english)
        return announcements(.published, what.joined(separator: "\n"), content)
    }

    private func content(_ dataset: String) -> Message.Content {
        let title = territory.dataset(dataset)?.title.text(in: territory.languages.first ?? .french)
        var content = Message.Content(territory: territory.name, dataset: dataset, title: title ?? dataset)
        content.page = territory.identity.site.map { site in
            "\(site.hasSuffix("/") ? String(site.dropLast()) : site)/donnees/\(AddressText.encoded(dataset))"
        }
        return content
    }

    private func announcements(
        _ event: AnnouncementDeclaration.Event, _ what: String, _ content: Message.Content
    ) -> [Announcement] {
        let message = Message(type: event.rawValue, timestamp: now.formatted(Date.ISO8601FormatStyle()), data: content)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(message) else { return [] }
        return territory.announcements.filter { $0.events.contains(event) }.map {
            Announcement(
                event, what, to: $0.name, dataset: content.dataset, version: content.version,
                body: String(decoding: body, as: UTF8.self), at: now)
        }
    }
}
