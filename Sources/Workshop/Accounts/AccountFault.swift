package import Territory

/// An account that cannot be read, written, found or made.
package struct AccountFault: Explained {
    struct Code: Sendable, Hashable {
        let name: String
        static let unreadable = Code(name: "workshop.accounts-unreadable")
        static let notWritten = Code(name: "workshop.accounts-not-written")
        static let unknown = Code(name: "workshop.unknown-account")
        static let exists = Code(name: "workshop.account-exists")
        static let badName = Code(name: "workshop.bad-name")
        static let weakPassword = Code(name: "workshop.weak-password")
    }

    let kind: Code
    package let subject: String?
    private let reason: String?

    init(_ kind: Code, subject: String, reason: String? = nil) {
        self.kind = kind
        self.subject = subject
        self.reason = reason
    }

    /// Whether a password is refused for being easy to guess.
    package var isWeak: Bool { kind == .weakPassword }
    package var code: String { kind.name }
    package var place: Place? { nil }
    package var what: Bilingual { (WorkshopMessages.what[code] ?? Bilingual(code)).filled(with: facts) }
    package var cause: Bilingual? { reason.map { Bilingual($0) } }
    package var remedy: Bilingual { (WorkshopMessages.remedy[code] ?? Bilingual("")).filled(with: facts) }
    private var facts: [String: Bilingual] { ["subject": Bilingual(subject ?? "")] }
}
