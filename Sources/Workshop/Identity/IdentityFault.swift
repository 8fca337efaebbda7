package import Territory

/// A sign-in through the town's directory that does not end well.
package struct IdentityFault: WorkshopFault {
    package struct Code: Sendable, Hashable {
        package let name: String
        /// The directory cannot be asked, or answers what cannot be read.
        package static let unreachable = Code(name: "workshop.identity-unreachable")
        /// The way back is not one that was begun here, in this browser, a while ago: or it was gone before.
        package static let expired = Code(name: "workshop.identity-expired")
        /// The directory let nobody in.
        package static let denied = Code(name: "workshop.identity-denied")
        /// What it says cannot be believed: signature, issuer, audience, time, nonce.
        package static let unbelievable = Code(name: "workshop.identity-unbelievable")
        /// It does not vouch for the e-mail.
        package static let unverified = Code(name: "workshop.identity-unverified")
        package static let noAccount = Code(name: "workshop.identity-no-account")
    }

    package let kind: Code
    package let subject: String?
    /// For the log alone: it may hold words of the directory.
    package let detail: String

    init(_ kind: Code, subject: String = "", detail: String = "") {
        self.kind = kind
        self.subject = subject
        self.detail = detail
    }

    /// Nobody among the accounts has an address.
    package init(noAccount address: String) { self.init(.noAccount, subject: address) }

    package var code: String { kind.name }
}
