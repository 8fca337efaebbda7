/// One thing wrong with a territory, with its place and the way to mend it.
///
/// Encodes as `{ code, place, subject, what: { fr, en }, expected, nearest, remedy }` for `--json`.
package struct Problem: Explained, Hashable, Codable {
    package let code: String
    package let place: Place?
    package let subject: String?
    package let what: Bilingual
    package let expected: Bilingual?
    /// The valid name that was probably meant.
    package let nearest: String?
    package let remedy: Bilingual

    /// What was expected in its place.
    package var cause: Bilingual? { expected }

    init(
        _ kind: ProblemKind, at place: Place?, subject: String? = nil, nearest: String? = nil, _ facts: [String: Bilingual] = [:]
    ) {
        var facts = facts
        facts["nearest"] = nearest.map { Bilingual($0) }
        code = kind.code
        self.place = place
        self.subject = subject ?? place?.file
        self.nearest = nearest
        what = kind.what.filled(with: facts)
        expected = kind.expected?.filled(with: facts)
        let remedy = nearest == nil ? kind.remedy : kind.remedyWithNearest ?? kind.remedy
        self.remedy = remedy.filled(with: facts)
    }

    /// Three lines for a terminal: place and sentence, what was expected, what to do.
    package func rendered(in language: Language) -> String {
        rendered(in: language, causeNamed: Bilingual(fr: "attendu", en: "expected"))
    }
}
