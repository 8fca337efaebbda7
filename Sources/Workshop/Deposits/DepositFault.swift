package import Territory

/// A deposit that cannot go on.
package struct DepositFault: Explained {
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
    private let reason: Bilingual?

    package init(_ kind: Code, subject: String, reason: Bilingual? = nil) {
        self.kind = kind
        self.subject = subject
        self.reason = reason
    }

    package var code: String { kind.name }
    package var place: Place? { nil }
    package var what: Bilingual {
        (WorkshopMessages.what[code] ?? Bilingual(code)).filled(with: ["subject": Bilingual(subject ?? "")])
    }
    package var cause: Bilingual? { reason }
    package var remedy: Bilingual { WorkshopMessages.remedy[code] ?? Bilingual("") }
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
