internal import Publish
internal import Runs
internal import Territory

extension CommonOptions {
    /// Tells who wants to know what was done. What cannot be noted is said, and fails nothing.
    func announce(
        _ results: [RunResult], _ publications: [PublicationResult], of territory: Territory, isQuiet: Bool
    ) async {
        let told = await Announcer(territory, environment()).announce(results, publications)
        if let fault = told.fault { Terminal.error.line(fault.rendered(in: language)) }
        if isQuiet { return }
        for line in AnnouncementLines(told.results).textOfRun(in: language) { Terminal.output.line(line) }
    }
}

/// What became of announcements, one line each.
struct AnnouncementLines {
    private let results: [Announcer.Result]
    private let waiting: [Announcement]

    init(_ results: [Announcer.Result], _ waiting: [Announcement] = []) {
        self.results = results
        self.waiting = waiting
    }

    func text(in language: Language) -> [String] {
        let lines = results.map(line) + waiting.map { Self.waits($0, $0.answer) }
        let nothing = Bilingual(fr: "Aucune annonce n'attend.", en: "No announcement waits.")
        return (lines.isEmpty ? [nothing] : lines).map { $0.text(in: language) }
    }

    /// Nothing to say when there was nothing to tell.
    func textOfRun(in language: Language) -> [String] { results.map { line($0).text(in: language) } }

    private func line(_ result: Announcer.Result) -> Bilingual {
        let one = result.announcement, what = "\(one.dataset) → \(one.name)"
        if case .taken = result.outcome {
            return Bilingual(
                fr: "✓ annoncé : \(what) (\(one.event.rawValue))", en: "✓ announced: \(what) (\(one.event.rawValue))")
        }
        if case .forbidden(let address) = result.outcome {
            return Bilingual(
                fr:
                    "✗ \(what) : \(address) est sur le réseau de la ville ; si c'est voulu, écrivez network: local sous announce:",
                en: "✗ \(what): \(address) is on the town's network; if that is meant, write network: local under announce:")
        }
        return result.waits
            ? Self.waits(one, result.outcome.line)
            : Bilingual(
                fr: "✗ \(what) : abandonné (\(result.outcome.line))", en: "✗ \(what): given up (\(result.outcome.line))")
    }

    private static func waits(_ one: Announcement, _ answer: String?) -> Bilingual {
        let what = "\(one.dataset) → \(one.name) (\(one.event.rawValue))", cause = answer.map { ", \($0)" } ?? ""
        return Bilingual(
            fr: "… en attente : \(what)\(cause), essais : \(one.attempts)",
            en: "… waits: \(what)\(cause), attempts: \(one.attempts)")
    }
}
