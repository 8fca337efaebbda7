internal import NIOCore

/// Answers made before, by what was asked of which version.
final class AnswerCache: Sendable {
    private let kept: RecentlyWanted<String, Answer>

    /// - Parameter limit: bytes of bodies; nothing is kept when it is 0.
    init(limit: Int) { kept = RecentlyWanted(limit: limit) }

    func answer(_ key: String) -> Answer? { kept[key] }

    /// Keeps an answer whose body is there whole, unless it is large.
    func keep(_ answer: Answer, _ key: String) {
        guard case .bytes(let body) = answer.body else { return }
        // What a key, its headers and the tables take is estimated, so that a million empty answers are bounded too.
        kept.keep(answer, key, bytes: body.readableBytes + key.utf8.count + 1_024)
    }

    /// Forgets everything: a version has changed.
    func empty() { kept.empty() }
}
