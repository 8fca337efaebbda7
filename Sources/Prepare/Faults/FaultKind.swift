package import Territory

/// A kind of fault: its code and its sentences, templates over `{name}` facts. Every kind is in `Messages.swift`.
package struct FaultKind: Sendable, Hashable {
    package let code: String
    package let what: Bilingual
    package let cause: Bilingual?
    package let remedy: Bilingual

    init(_ name: String, what: Bilingual, cause: Bilingual? = nil, remedy: Bilingual) {
        code = "prepare." + name
        self.what = what
        self.cause = cause
        self.remedy = remedy
    }
}
