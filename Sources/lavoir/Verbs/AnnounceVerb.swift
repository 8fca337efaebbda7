internal import ArgumentParser
internal import Publish
internal import Runs
internal import Territory

/// `lavoir announce`: tells the addresses under `announce:` what they have not been told yet.
struct AnnounceVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "announce",
        abstract: "Send the announcements that wait, without waiting for their hour.")

    @Flag(help: "Say what waits, and send nothing.")
    var pending = false

    @OptionGroup var common: CommonOptions

    @Flag(help: "An array of announcements for machines.")
    var json = false

    private struct Line: Encodable {
        let id: String
        let to: String
        let event: String
        let dataset: String
        let attempts: Int
        let answer: String?
        let waits: Bool
    }

    func run() async throws {
        try await common.explained("announce") {
            let announcer = Announcer(try common.territory(), common.environment())
            let results = pending ? [] : try await announcer.send(all: true)
            let waiting = pending ? announcer.waiting : []
            if json {
                try JSONOutput.write(
                    results.map { Self.line($0.announcement, $0.outcome.line, waits: $0.waits) }
                        + waiting.map { Self.line($0, $0.answer, waits: true) })
            } else {
                for line in AnnouncementLines(results, waiting).text(in: common.language) { Terminal.output.line(line) }
            }
            if results.contains(where: \.waits) { throw Failure(.tryAgain) }
        }
    }

    private static func line(_ one: Announcement, _ answer: String?, waits: Bool) -> Line {
        Line(
            id: one.id, to: one.name, event: one.event.rawValue, dataset: one.dataset, attempts: one.attempts, answer: answer,
            waits: waits)
    }
}
