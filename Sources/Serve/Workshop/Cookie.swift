internal import Foundation
internal import HTTPTypes
internal import Workshop

/// The cookie of a session: the only one there is, and only for who signed in.
enum Cookie {
    /// Who is signed in.
    struct SignedIn: Sendable {
        let account: Account
        let session: Sessions.Session
    }

    /// Over https the name itself promises that no other host and no plain connection set it (RFC 6265bis §4.1.3.2).
    private static func name(_ ask: Ask) -> String { isSecure(ask) ? "__Host-lavoir" : "lavoir" }

    private static func isSecure(_ ask: Ask) -> Bool { ask.base.hasPrefix("https://") }

    static func text(_ token: String?, _ ask: Ask) -> String {
        let value = "\(name(ask))=\(token ?? ""); Path=/; HttpOnly; SameSite=Strict"
        return value + (isSecure(ask) ? "; Secure" : "") + (token == nil ? "; Max-Age=0" : "")
    }

    static func guest(_ ask: Ask, _ serving: Serving) -> SignedIn? {
        let name = name(ask)
        let pairs = ask.headers[values: .cookie].flatMap { $0.split(separator: ";") }
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, parts[0] == name, parts[1].utf8.count < 100,
                let session = serving.workroom.sessions.session(parts[1], at: Date()),
                let account = serving.workroom.account(session)
            else { continue }
            return SignedIn(account: account, session: session)
        }
        return nil
    }
}
