internal import AsyncHTTPClient
package import Foundation
internal import NIOCore
internal import NIOHTTP1
package import Territory

/// Sends one announcement to one address, once. Redirects are not followed; the address that was checked is the one that is called.
package struct WebhookSender: Sendable {
    /// What came of it.
    package enum Outcome: Sendable, Hashable {
        /// 2xx.
        case taken(Int)
        /// The receiver wants no more of it: 410.
        case gone
        /// To be tried again: what it answered, or why it could not be asked.
        case missed(String)
        /// Not to be asked at all: an address of the town's own network, without leave.
        case forbidden(String)

        /// In one line, for the trail and for people.
        package var line: String {
            switch self {
            case .taken(let status): String(status)
            case .gone: "410"
            case .missed(let cause): cause
            case .forbidden(let address): "forbidden network: \(address)"
            }
        }
    }

    private let declaration: AnnouncementDeclaration
    private let secret: String

    /// Opens the secret.
    package init(_ declaration: AnnouncementDeclaration, in territory: Territory) throws {
        self.declaration = declaration
        secret = try territory.keyring.open(declaration.secret)
    }

    /// - Parameters:
    ///   - id: the same for every attempt of the same announcement.
    ///   - now: of this attempt.
    package func send(_ body: String, id: String, at now: Date) async -> Outcome {
        guard let url = URL(string: declaration.address), let host = url.host?.trimmingCharacters(in: ["[", "]"]) else {
            return .missed("bad address")
        }
        let networks = NetworkAddress.resolve(host)
        guard let network = networks.first else { return .missed("unknown name") }
        for address in networks {
            let range = NetworkRange(address)
            guard range == .open || range == .local && declaration.isLocalAllowed else { return .forbidden(address.text) }
        }
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = HTTPClient.Configuration.Timeout(connect: .seconds(5), read: .seconds(15))
        configuration.dnsOverride = [host: network.text]
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let outcome = await send(body, id, now, client)
        try? await client.shutdown()
        return outcome
    }

    private func send(_ body: String, _ id: String, _ now: Date, _ client: HTTPClient) async -> Outcome {
        var request = HTTPClientRequest(url: declaration.address)
        request.method = .POST
        let signed = WebhookSignature(secret).headers(id: id, time: Int(now.timeIntervalSince1970), body: body)
        request.headers = HTTPHeaders(
            [("Content-Type", "application/json"), ("User-Agent", "Lavoir")] + signed.map { ($0.name, $0.value) })
        request.body = .bytes(ByteBuffer(string: body))
        do {
            let status = Int(try await client.execute(request, timeout: .seconds(20)).status.code)
            if (200..<300).contains(status) { return .taken(status) }
            return status == 410 ? .gone : .missed(String(status))
        } catch {
            let words = (error as? HTTPClientError)?.shortDescription ?? String(String(describing: error).prefix(120))
            return .missed(Redaction(hiding: secret).cleaned(words))
        }
    }
}
