import Crypto
import CryptoExtras
import Foundation
import Testing

@testable import Workshop

@Suite("What a directory says of someone")
struct IdentityTests {
    private static let now = Date(timeIntervalSince1970: 1_750_000_000)
    private static let rsa = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }
    private static let curve = P256.Signing.PrivateKey()

    /// What an honest directory says.
    private static var honest: [String: Any] {
        [
            "iss": "https://annuaire.fr", "sub": "42", "aud": "lavoir", "exp": 1_750_000_300, "iat": 1_750_000_000,
            "nonce": "n", "email": "camille@valbourg.fr", "email_verified": true,
        ]
    }

    private static func keys() throws -> [IdentityKey] {
        let numbers = try rsa.get().publicKey.getKeyPrimitives(), point = curve.publicKey.x963Representation.dropFirst()
        let set: [String: Any] = [
            "keys": [
                [
                    "kty": "RSA", "kid": "r", "use": "sig", "n": Base64URL.text(numbers.modulus),
                    "e": Base64URL.text(numbers.publicExponent),
                ],
                [
                    "kty": "EC", "kid": "e", "crv": "P-256", "x": Base64URL.text(Data(point.prefix(32))),
                    "y": Base64URL.text(Data(point.suffix(32))),
                ],
            ]
        ]
        return try JSONDecoder().decode(IdentityKey.Set.self, from: JSONSerialization.data(withJSONObject: set)).keys
    }

    private static func token(_ claims: [String: Any], algorithm: String = "RS256", key: String? = "r") throws -> String {
        var header: [String: Any] = ["alg": algorithm]
        header["kid"] = key
        let parts = try [header, claims].map { Base64URL.text(try JSONSerialization.data(withJSONObject: $0)) }
        let bytes = Data(parts.joined(separator: ".").utf8), signature: Data
        switch algorithm {
        case "RS256":
            signature = try rsa.get().signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation
        case "ES256": signature = try curve.signature(for: SHA256.hash(data: bytes)).rawRepresentation
        case "HS256":
            // The public key taken for a shared secret.
            let secret = SymmetricKey(data: try rsa.get().publicKey.getKeyPrimitives().modulus)
            signature = Data(HMAC<SHA256>.authenticationCode(for: bytes, using: secret))
        default: signature = Data()
        }
        return parts.joined(separator: ".") + "." + Base64URL.text(signature)
    }

    private static func wrong(_ text: String) throws -> String? {
        try #require(IdentityToken(text)).wrong(
            issuer: "https://annuaire.fr", client: "lavoir", nonce: "n", keys: try keys(), at: now)
    }

    @Test("is believed when it is signed by one of its keys", arguments: [("RS256", "r"), ("ES256", "e"), ("RS256", nil)])
    func believed(_ algorithm: String, _ key: String?) throws {
        let text = try Self.token(Self.honest, algorithm: algorithm, key: key)
        #expect(try Self.wrong(text) == nil)
        let person = try #require(IdentityToken(text)).person
        #expect(person.email == "camille@valbourg.fr" && person.isVerified)
    }

    @Test(
        "is not believed from another issuer, for another client, too late, too early, or of another sign-in",
        arguments: [
            ("iss", "https://annuaire.fr/", "iss"), ("iss", "https://evil.example", "iss"), ("aud", "autre", "aud"),
            ("azp", "autre", "azp"), ("nonce", "m", "nonce"), ("nonce", "", "nonce"),
        ])
    func claims(_ name: String, _ value: String, _ wrong: String) throws {
        #expect(try Self.wrong(Self.token(Self.honest.merging([name: value]) { $1 })) == wrong)
        for (name, number, wrong) in [("exp", 1_749_999_900, "exp"), ("iat", 1_750_000_100, "iat")] {
            #expect(try Self.wrong(Self.token(Self.honest.merging([name: number]) { $1 })) == wrong)
        }
        var claims = Self.honest
        claims["nonce"] = nil
        #expect(try Self.wrong(Self.token(claims)) == "nonce")
        claims = Self.honest.merging(["aud": ["lavoir", "autre"]]) { $1 }
        #expect(try Self.wrong(Self.token(claims)) == "azp", "of several, it must say for whom it was made")
        claims["azp"] = "lavoir"
        #expect(try Self.wrong(Self.token(claims)) == nil)
    }

    @Test("is not believed unsigned, signed with the public key, by an unknown key, or changed after it was signed")
    func signatures() throws {
        for algorithm in ["none", "HS256", "RS512"] {
            #expect(try Self.wrong(Self.token(Self.honest, algorithm: algorithm)) == "alg")
        }
        #expect(try Self.wrong(Self.token(Self.honest, key: "other")) == "signature")
        #expect(try Self.wrong(Self.token(Self.honest, algorithm: "ES256", key: "r")) == "signature")
        var parts = try Self.token(Self.honest).split(separator: ".").map(String.init)
        let other = Self.honest.merging(["email": "maire@valbourg.fr"]) { $1 }
        parts[1] = Base64URL.text(try JSONSerialization.data(withJSONObject: other))
        #expect(try Self.wrong(parts.joined(separator: ".")) == "signature")
        for text in ["", "a.b", "a.b.c", "e30.e30.e30", "e30.e30.e30.e30", String(repeating: ".", count: 9)] {
            #expect(IdentityToken(text) == nil, "\(text)")
        }
    }

    @Test(
        "an address counts only when the directory vouches for it",
        arguments: [(true, true), ("true", true), (false, false), ("no", false), (nil, false)] as [((any Sendable)?, Bool)])
    func verified(_ told: (any Sendable)?, _ isVerified: Bool) throws {
        var claims = Self.honest
        claims["email_verified"] = told
        #expect(try #require(IdentityToken(try Self.token(claims))).person.isVerified == isVerified)
    }
}
