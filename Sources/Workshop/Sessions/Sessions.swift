internal import Crypto
package import Foundation
internal import Synchronization

/// Who is signed in. Tokens are held as their hashes, in memory alone.
package final class Sessions: Sendable {
    /// How long a session lasts.
    package struct Limits: Sendable {
        /// Seconds without a page asked for.
        package let idle: Double
        /// Seconds since the sign-in.
        package let whole: Double

        package init(idle: Double = 3_600, whole: Double = 36_000) {
            self.idle = idle
            self.whole = whole
        }
    }

    /// A session as a request has it.
    package struct Session: Sendable, Hashable {
        package let account: String
        /// What each form of this session carries (a keyed hash of it): another site cannot know it.
        package let formToken: String
        fileprivate let hash: String
    }

    private struct Held {
        let account: String
        let began: Date
        var seen: Date
    }

    private let held = Mutex<[String: Held]>([:])
    private let limits: Limits
    private let secret = SymmetricKey(size: .bits256)
    /// More sessions than a town has agents: the oldest go.
    private static let most = 2_000

    package init(_ limits: Limits = Limits()) { self.limits = limits }

    /// Begins a session: a token that was never given before, for the cookie.
    package func open(_ account: String, at now: Date) -> String {
        let token = Self.random()
        held.withLock { held in
            held = held.filter { isOpen($0.value, at: now) }
            if held.count >= Self.most, let oldest = held.min(by: { $0.value.seen < $1.value.seen }) { held[oldest.key] = nil }
            held[Self.hash(token)] = Held(account: account, began: now, seen: now)
        }
        return token
    }

    /// The session of a token, which lasts a while longer for having been asked for.
    package func session(_ token: String, at now: Date) -> Session? {
        let hash = Self.hash(token)
        let account = held.withLock { held -> String? in
            guard let found = held[hash] else { return nil }
            guard isOpen(found, at: now) else {
                held[hash] = nil
                return nil
            }
            held[hash]?.seen = now
            return found.account
        }
        return account.map { Session(account: $0, formToken: formToken(hash), hash: hash) }
    }

    /// Whether a form came from a page of this session.
    package func isOwn(_ token: String, _ session: Session) -> Bool {
        guard let bytes = Data(base64Encoded: token) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(bytes, authenticating: Data(session.hash.utf8), using: secret)
    }

    package func close(_ session: Session) { held.withLock { $0[session.hash] = nil } }

    /// Ends every session of an account.
    package func close(of account: String) { held.withLock { held in held = held.filter { $0.value.account != account } } }

    private func isOpen(_ session: Held, at now: Date) -> Bool {
        now.timeIntervalSince(session.seen) < limits.idle && now.timeIntervalSince(session.began) < limits.whole
    }

    private func formToken(_ hash: String) -> String {
        Data(HMAC<SHA256>.authenticationCode(for: Data(hash.utf8), using: secret)).base64EncodedString()
    }

    /// 256 random bits, for a cookie or an address.
    static func random() -> String {
        Base64URL.text(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) })
    }

    private static func hash(_ token: String) -> String { Data(SHA256.hash(data: Data(token.utf8))).base64EncodedString() }
}
