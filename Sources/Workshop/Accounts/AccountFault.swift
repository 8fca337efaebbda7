package import Territory

/// An account that cannot be read, written, found or made.
package struct AccountFault: WorkshopFault {
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
    package let cause: Bilingual?

    init(_ kind: Code, subject: String, reason: String? = nil) {
        self.kind = kind
        self.subject = subject
        cause = reason.map { Bilingual($0) }
    }

    /// Whether a password is refused for being easy to guess.
    package var isWeak: Bool { kind == .weakPassword }
    package var code: String { kind.name }
}
