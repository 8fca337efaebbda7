internal import Crypto
package import Foundation
internal import Synchronization
package import Territory

/// The town's directory as the workshop's way in: OpenID Connect Core 1.0, authorization code with PKCE (RFC 7636), state and nonce.
///
/// Who comes back must be who left: the state is used once, within ten minutes, in the browser that holds the cookie.
package final class IdentityProvider: Sendable {
    /// Someone on their way to the directory.
    package struct Departure: Sendable {
        /// Where the browser goes.
        package let address: String
        /// What it holds until it is back.
        package let cookie: String
    }

    /// Someone the directory vouches for.
    package struct Arrival: Sendable {
        package let email: String
        /// The page that was asked for before.
        package let back: String
        package let language: Language
    }

    private struct Pending {
        let nonce: String
        let verifier: String
        let cookie: String
        let redirect: String
        let back: String
        let language: Language
        let began: Date
    }

    private let declaration: SignInDeclaration
    private let secret: String
    private let client: IdentityClient
    private let pending = Mutex<[String: Pending]>([:])
    private let known = Mutex<(metadata: IdentityMetadata, time: Date)?>(nil)
    /// Of one address: departures in ten minutes.
    private let departures = Allowance(30, within: 600)
    private static let patience = 600.0
    private static let most = 2_000

    /// Opens the secret.
    /// - Throws: `territory.missing-secret`.
    package init(_ declaration: SignInDeclaration, _ keyring: Keyring) throws {
        self.declaration = declaration
        secret = try keyring.open(declaration.secret)
        client = IdentityClient(isNear: IdentityClient.isNear(declaration.issuer))
    }

    /// What the way in is called.
    package var title: Bilingual { declaration.title }

    /// Sends someone to the directory.
    /// - Parameters:
    ///   - redirect: where the directory sends them back to.
    ///   - back: the page they asked for.
    ///   - origin: the address of their machine.
    /// - Throws: `workshop.identity-unreachable`.
    package func depart(to redirect: String, back: String, _ language: Language, from origin: String, at now: Date) async throws
        -> Departure
    {
        guard departures.take(origin, at: now) else { throw IdentityFault(.unreachable, detail: "too many departures") }
        let metadata = try await metadata(at: now)
        let state = Sessions.random(), cookie = Sessions.random()
        let one = Pending(
            nonce: Sessions.random(), verifier: Sessions.random(), cookie: cookie, redirect: redirect, back: back,
            language: language, began: now)
        pending.withLock { pending in
            pending = pending.filter { now.timeIntervalSince($0.value.began) < Self.patience }
            if pending.count >= Self.most, let oldest = pending.min(by: { $0.value.began < $1.value.began }) {
                pending[oldest.key] = nil
            }
            pending[state] = one
        }
        let challenge = Base64URL.text(Data(SHA256.hash(data: Data(one.verifier.utf8))))
        let question: [AddressText.Pair] = [
            ("response_type", "code"), ("client_id", declaration.client), ("redirect_uri", redirect), ("scope", "openid email"),
            ("state", state), ("nonce", one.nonce), ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ]
        let joint = metadata.authorizationEndpoint.contains("?") ? "&" : "?"
        return Departure(address: metadata.authorizationEndpoint + joint + AddressText.form(question), cookie: cookie)
    }

    /// Takes someone back from the directory.
    /// - Parameter cookie: what their browser holds.
    /// - Throws: `IdentityFault`.
    package func arrive(state: String, code: String, cookie: String, at now: Date) async throws -> Arrival {
        let found = pending.withLock { $0.removeValue(forKey: state) }
        // Some directories forget the state when they say no.
        guard !code.isEmpty else { throw IdentityFault(.denied) }
        guard let one = found, now.timeIntervalSince(one.began) < Self.patience, Self.same(one.cookie, cookie) else {
            throw IdentityFault(.expired)
        }
        let metadata = try await metadata(at: now), answer = try await tokens(code, one, metadata)
        let keys = try await client.ask(IdentityKey.Set.self, metadata.jwksUri).keys
        guard let token = IdentityToken(answer.idToken) else { throw IdentityFault(.unbelievable, detail: "no token") }
        if let wrong = token.wrong(
            issuer: declaration.issuer, client: declaration.client, nonce: one.nonce, keys: keys, at: now)
        {
            throw IdentityFault(.unbelievable, detail: wrong)
        }
        let person = try await person(token.person, answer.accessToken, metadata)
        guard let email = person.email, person.isVerified else { throw IdentityFault(.unverified) }
        return Arrival(email: email, back: one.back, language: one.language)
    }

    private struct Tokens: Decodable {
        let idToken: String
        let accessToken: String?
    }

    private func tokens(_ code: String, _ one: Pending, _ metadata: IdentityMetadata) async throws -> Tokens {
        let methods = metadata.tokenEndpointAuthMethodsSupported ?? ["client_secret_basic"]
        let isBasic = methods.contains("client_secret_basic") || !methods.contains("client_secret_post")
        // RFC 6749 §2.3.1: both are encoded as in a form before they are joined.
        let pair = "\(AddressText.encoded(declaration.client)):\(AddressText.encoded(secret))"
        let form: [AddressText.Pair] = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", one.redirect), ("code_verifier", one.verifier),
        ]
        let own: [AddressText.Pair] = isBasic ? [] : [("client_id", declaration.client), ("client_secret", secret)]
        return try await client.ask(
            Tokens.self, metadata.tokenEndpoint, form: form + own,
            authorization: isBasic ? "Basic \(Data(pair.utf8).base64EncodedString())" : nil)
    }

    /// What the token says, or what the directory adds to it (§5.3.2: only of the same person).
    private func person(_ told: IdentityPerson, _ access: String?, _ metadata: IdentityMetadata) async throws -> IdentityPerson {
        guard told.email == nil, let access, let address = metadata.userinfoEndpoint else { return told }
        let more = try await client.ask(IdentityPerson.self, address, authorization: "Bearer \(access)")
        guard more.sub == told.sub else { throw IdentityFault(.unbelievable, detail: "sub") }
        return more
    }

    /// What the directory says of itself (OpenID Connect Discovery 1.0 §4), asked again every ten minutes.
    private func metadata(at now: Date) async throws -> IdentityMetadata {
        if let known = known.withLock({ $0 }), now.timeIntervalSince(known.time) < Self.patience { return known.metadata }
        let root = declaration.issuer.hasSuffix("/") ? String(declaration.issuer.dropLast()) : declaration.issuer
        let metadata = try await client.ask(IdentityMetadata.self, root + "/.well-known/openid-configuration")
        guard metadata.issuer == declaration.issuer else {
            throw IdentityFault(.unbelievable, detail: "issuer of the discovery: \(metadata.issuer)")
        }
        known.withLock { $0 = (metadata, now) }
        return metadata
    }

    /// Compared in constant time.
    private static func same(_ one: String, _ other: String) -> Bool {
        SymmetricKey(data: Data(one.utf8)) == SymmetricKey(data: Data(other.utf8))
    }
}

/// The addresses of a directory, by the names of the standard (`jwks_uri` is `jwksUri`).
struct IdentityMetadata: Decodable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let jwksUri: String
    let userinfoEndpoint: String?
    let tokenEndpointAuthMethodsSupported: [String]?
}
