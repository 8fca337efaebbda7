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
        for token in values(name(ask), ask) {
            guard let session = serving.workroom.sessions.session(token, at: Date()),
                let account = serving.workroom.account(session)
            else { continue }
            return SignedIn(account: account, session: session)
        }
        return nil
    }

    /// The cookie of the way to the town's directory and back. `Lax`: the directory is another site, and sends the browser back here.
    static func way(_ token: String, _ ask: Ask) -> String {
        "\(name(ask))-passage=\(token); Path=/; HttpOnly; SameSite=Lax; Max-Age=600" + (isSecure(ask) ? "; Secure" : "")
    }

    /// What a browser brings back from there.
    static func way(_ ask: Ask) -> String? { values("\(name(ask))-passage", ask).first }

    private static func values(_ name: String, _ ask: Ask) -> [String] {
        ask.headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { pair in
            let parts = pair.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            return parts.count == 2 && parts[0] == name && parts[1].utf8.count < 100 ? parts[1] : nil
        }
    }
}
