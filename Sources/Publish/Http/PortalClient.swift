internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import Territory

/// Speaks with one portal. Redirects are never followed: the token is for one address. Reads are tried again when the network or
/// the server fails; writes never are, since what a lost answer did can only be seen by looking.
final class PortalClient: Sendable {
    let limits: PortalLimits
    private let name: String
    private let base: String
    private let token: (name: String, value: String)?
    private let redaction: Redaction
    private let client: HTTPClient

    /// - Parameters:
    ///   - name: the town's name for the destination, for faults.
    ///   - base: the address every path continues, without a slash at its end.
    ///   - token: the header that carries the token, and the token.
    convenience init(
        _ name: String, at base: String, token: (name: String, value: String), limits: PortalLimits = PortalLimits()
    ) {
        self.init(name, at: base, token, hiding: token.value, limits)
    }

    /// One whose requests are signed.
    /// - Parameter secret: what is never to be shown, should the server repeat it.
    convenience init(_ name: String, at base: String, hiding secret: String, limits: PortalLimits) {
        self.init(name, at: base, nil, hiding: secret, limits)
    }

    private init(
        _ name: String, at base: String, _ token: (name: String, value: String)?, hiding secret: String, _ limits: PortalLimits
    ) {
        self.name = name
        self.base = base
        self.token = token
        self.limits = limits
        redaction = Redaction(hiding: secret)
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = HTTPClient.Configuration.Timeout(
            connect: .seconds(Int64(limits.connect)), read: .seconds(Int64(limits.silence)))
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit { client.shutdown { _ in } }

    /// Asks for something; tried again while the fault may pass.
    func read(_ request: PortalRequest) async throws -> PortalAnswer {
        var attempt = 0
        while true {
            do {
                return try await send(request)
            } catch let fault as PublishFault where fault.isTransient && attempt < limits.pauses.count {
                try await Task.sleep(for: limits.pause(attempt, asked: fault.wait))
                attempt += 1
            }
        }
    }

    /// Changes something: once.
    /// - Returns: what was answered, whatever it says. Throws a `PublishFault` when there is no answer worth the name.
    func send(_ request: PortalRequest) async throws -> PortalAnswer {
        do {
            let response = try await client.execute(try prepared(request), timeout: time(for: request))
            let status = Int(response.status.code)
            if (300..<400).contains(status) { throw redirected(response.headers.first(name: "Location")) }
            let body = Data(try await response.body.collect(upTo: limits.answerBytes).readableBytesView)
            if [408, 425, 429].contains(status) || status >= 500 {
                let wait = response.headers.first(name: "Retry-After").flatMap { Double($0) }
                throw PublishFault(.busy, name, facts: ["status": Bilingual(String(status))], wait: wait)
            }
            let headers = response.headers.map { ($0.name.lowercased(), $0.value) }
            return PortalAnswer(status: status, body: body, headers: Dictionary(headers) { first, _ in first })
        } catch let fault as PublishFault {
            throw fault
        } catch let error as CancellationError {
            throw error
        } catch {
            throw PublishFault(.unreachable, name, facts: ["cause": Bilingual(words(error))])
        }
    }

    /// What a server said in a refusal, fit to be shown.
    func cleaned(_ text: String) -> String { redaction.cleaned(String(text.prefix(400))) }

    private func prepared(_ request: PortalRequest) throws -> HTTPClientRequest {
        let address = base + "/" + request.path + (request.query.isEmpty ? "" : "?" + AddressText.form(request.query))
        var prepared = HTTPClientRequest(url: address)
        prepared.method = HTTPMethod(rawValue: request.method.rawValue)
        prepared.headers = HTTPHeaders(
            [("User-Agent", "Lavoir"), ("Accept", "application/json")] + (token.map { [$0] } ?? [])
                + request.headers.map { ($0.name, $0.value) })
        switch request.body {
        case .none: break
        case .json(let json):
            prepared.headers.add(name: "Content-Type", value: "application/json")
            prepared.body = .bytes(ByteBuffer(bytes: json.bytes))
        case .fields(let fields):
            prepared.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            prepared.body = .bytes(ByteBuffer(string: AddressText.form(fields)))
        case .bytes(let bytes): prepared.body = .bytes(ByteBuffer(bytes: bytes))
        case .form(let form):
            prepared.headers.add(name: "Content-Type", value: form.contentType)
            prepared.body = .stream(form, length: .known(Int64(form.length)))
        }
        return prepared
    }

    /// The silence allowed, and for a file what it takes at 50 kB a second.
    private func time(for request: PortalRequest) -> TimeAmount {
        guard case .form(let form) = request.body else { return .seconds(Int64(limits.silence * 2)) }
        return .seconds(Int64(limits.silence * 2 + form.length / 50_000))
    }

    private func redirected(_ location: String?) -> PublishFault {
        // What follows `?` may hold anything.
        let address = String((location ?? "?").prefix { $0 != "?" }.prefix(200))
        return PublishFault(.redirected, name, facts: ["address": Bilingual(cleaned(address))])
    }

    private func words(_ error: any Error) -> String {
        cleaned((error as? HTTPClientError)?.shortDescription ?? String(String(describing: error).prefix(120)))
    }
}
