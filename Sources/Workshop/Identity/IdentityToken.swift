internal import Foundation

/// What a directory says of someone: a signed token (OpenID Connect Core §2, RFC 7515 §7.1), believed once `check` has passed.
struct IdentityToken {
    private struct Header: Decodable {
        let alg: String
        let kid: String?
    }

    /// What is said; more may be, and does not count.
    private struct Claims: Decodable {
        let iss: String
        let sub: String
        let aud: Audience
        let azp: String?
        let exp: Double
        let iat: Double?
        let nonce: String?
    }

    /// One text, or several.
    private struct Audience: Decodable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            names = try (try? value.decode(String.self)).map { [$0] } ?? value.decode([String].self)
        }
    }

    private let header: Header
    private let claims: Claims
    private let signed: Data
    private let signature: Data
    let person: IdentityPerson

    /// Seconds that two clocks may differ by.
    private static let skew = 60.0

    /// - Returns: nil when it is no token.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let head = Base64URL.bytes(parts[0]), let body = Base64URL.bytes(parts[1]),
            let signature = Base64URL.bytes(parts[2]), let header = try? IdentityClient.decoder.decode(Header.self, from: head),
            let claims = try? IdentityClient.decoder.decode(Claims.self, from: body),
            let person = try? IdentityClient.decoder.decode(IdentityPerson.self, from: body)
        else { return nil }
        self.header = header
        self.claims = claims
        self.signature = signature
        self.person = person
        signed = Data("\(parts[0]).\(parts[1])".utf8)
    }

    /// Checks it as §3.1.3.7 asks.
    /// - Returns: the first thing that is wrong; nil when it may be believed.
    func wrong(issuer: String, client: String, nonce: String, keys: [IdentityKey], at now: Date) -> String? {
        guard claims.iss == issuer else { return "iss" }
        guard claims.aud.names.contains(client) else { return "aud" }
        guard claims.azp == client || claims.azp == nil && claims.aud.names.count == 1 else { return "azp" }
        guard ["RS256", "ES256"].contains(header.alg) else { return "alg" }
        let named = keys.filter { header.kid == nil || $0.kid == header.kid }
        guard named.contains(where: { $0.isValid(signature, of: signed, by: header.alg) }) else { return "signature" }
        guard claims.exp + Self.skew > now.timeIntervalSince1970 else { return "exp" }
        guard claims.iat.map({ $0 - Self.skew < now.timeIntervalSince1970 }) ?? true else { return "iat" }
        return claims.nonce == nonce ? nil : "nonce"
    }
}

/// Who someone is, in a token or where the directory tells more (§5.3).
struct IdentityPerson: Decodable {
    let sub: String
    let email: String?
    /// Some directories write it as text.
    let isVerified: Bool

    private enum CodingKeys: String, CodingKey {
        case sub, email
        case isVerified = "emailVerified"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        sub = try values.decode(String.self, forKey: .sub)
        email = try values.decodeIfPresent(String.self, forKey: .email)
        isVerified =
            (try? values.decode(Bool.self, forKey: .isVerified))
            ?? ((try? values.decode(String.self, forKey: .isVerified)) == "true")
    }
}
