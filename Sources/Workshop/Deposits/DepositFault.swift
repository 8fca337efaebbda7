package import Territory

/// A deposit that cannot go on.
package struct DepositFault: WorkshopFault {
    package struct Code: Sendable, Hashable {
        package let name: String
        package static let unreadable = Code(name: "workshop.unreadable-file")
        package static let tooMany = Code(name: "workshop.too-many-drafts")
        package static let notReplaceable = Code(name: "workshop.not-replaceable")
        package static let taken = Code(name: "workshop.file-taken")
        package static let noVersion = Code(name: "workshop.no-version")
    }

    private let kind: Code
    package let subject: String?
    package let cause: Bilingual?

    package init(_ kind: Code, subject: String, reason: Bilingual? = nil) {
        self.kind = kind
        self.subject = subject
        cause = reason
    }

    package var code: String { kind.name }
}

/// A fault as a draft remembers it: sentences, no code of the engine.
package struct FaultWords: Sendable, Codable, Hashable {
    package let what: Bilingual
    package let cause: Bilingual?
    package let remedy: Bilingual

    package init(_ fault: any Explained) {
        what = fault.what
        // The engine's own words are for the log.
        cause = fault.code.hasPrefix("runs.") ? nil : fault.cause
        remedy = fault.remedy
    }
}
