internal import Crypto
internal import CryptoExtras
internal import Foundation

/// A public key of a directory (RFC 7517): RSA for RS256, the curve P-256 for ES256. Others are not used.
struct IdentityKey: Decodable {
    /// The set that a directory publishes.
    struct Set: Decodable {
        let keys: [IdentityKey]
    }

    let kty: String
    let kid: String?
    let use: String?
    let n: String?
    let e: String?
    let crv: String?
    let x: String?
    let y: String?

    /// Whether the signature of some bytes is of this key (RFC 7518 §3.3, §3.4).
    func isValid(_ signature: Data, of bytes: Data, by algorithm: String) -> Bool {
        guard use ?? "sig" == "sig" else { return false }
        switch (algorithm, kty) {
        case ("RS256", "RSA"):
            guard let n = n.flatMap({ Base64URL.bytes($0) }), let e = e.flatMap({ Base64URL.bytes($0) }),
                let key = try? _RSA.Signing.PublicKey(n: n, e: e), key.keySizeInBits >= 2_048
            else { return false }
            let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
            return key.isValidSignature(signature, for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5)
        case ("ES256", "EC"):
            guard crv == "P-256", let x = x.flatMap({ Base64URL.bytes($0) }), let y = y.flatMap({ Base64URL.bytes($0) }),
                let key = try? P256.Signing.PublicKey(x963Representation: Data([4]) + x + y),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: SHA256.hash(data: bytes))
        default: return false
        }
    }
}

/// Bytes as letters, digits, hyphens and underscores (RFC 4648 §5), without filling.
enum Base64URL {
    static func bytes(_ text: String) -> Data? {
        guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }

    static func text(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
