internal import Crypto
internal import Foundation

/// Signs a message as Standard Webhooks 1.0 does: HMAC-SHA-256 over `id.timestamp.body`, in base64 after `v1,`.
struct WebhookSignature: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: `whsec_` and base64; anything else is taken as it stands.
    init(_ secret: String) {
        let mark = "whsec_"
        let decoded = secret.hasPrefix(mark) ? Data(base64Encoded: String(secret.dropFirst(mark.count))) : nil
        key = SymmetricKey(data: decoded ?? Data(secret.utf8))
    }

    /// The three headers of a message.
    /// - Parameter time: of this attempt, in seconds since 1970.
    func headers(id: String, time: Int, body: String) -> [(name: String, value: String)] {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(id).\(time).\(body)".utf8), using: key)
        return [
            ("webhook-id", id), ("webhook-timestamp", String(time)),
            ("webhook-signature", "v1," + Data(code).base64EncodedString()),
        ]
    }
}
