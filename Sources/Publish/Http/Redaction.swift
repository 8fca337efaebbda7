/// What a server said, without the token should it repeat it.
struct Redaction: Sendable {
    private let secret: String

    init(hiding secret: String) { self.secret = secret }

    func cleaned(_ text: String) -> String {
        secret.isEmpty ? text : text.replacing(secret, with: "••••")
    }
}
