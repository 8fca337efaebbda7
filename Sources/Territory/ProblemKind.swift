/// A kind of problem: its code and its sentences, templates over `{name}` facts. Every kind is in `Messages.swift`.
package struct ProblemKind: Sendable, Hashable {
    package let code: String
    package let what: Bilingual
    package let expected: Bilingual?
    package let remedy: Bilingual
    /// Replaces `remedy` when a near valid name is known, as `{nearest}`.
    package let remedyWithNearest: Bilingual?

    init(_ name: String, what: Bilingual, expected: Bilingual? = nil, remedy: Bilingual, nearest: Bilingual? = nil) {
        code = "territory." + name
        self.what = what
        self.expected = expected
        self.remedy = remedy
        remedyWithNearest = nearest
    }
}
