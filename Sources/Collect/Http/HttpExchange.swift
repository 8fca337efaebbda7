internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import Territory

/// One request and its answer, with one address of the network: the one that was checked, whatever the name resolves to a
/// moment later.
struct HttpExchange {
    let limits: HttpLimits
    let place: Place

    /// Sends a GET. Blocks the thread: a connector may.
    /// - Parameter file: takes the body, whole or not at all worth reading.
    func get(
        _ address: HttpAddress, at network: NetworkAddress, _ headers: [(name: String, value: String)], into file: URL
    ) throws -> HttpAnswer {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = HTTPClient.Configuration.Timeout(connect: limits.connect, read: limits.silence)
        configuration.dnsOverride = [address.host: network.text]
        configuration.httpVersion = .http1Only
        // Retries are ours: they are counted, and told.
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        defer { try? client.syncShutdown() }
        do {
            let request = try HTTPClient.Request(url: address.url, headers: HTTPHeaders(headers))
            let body = HttpBody(into: file, limit: limits.bytes)
            return try client.execute(request: request, delegate: body, deadline: .now() + limits.total).wait()
        } catch {
            throw fault(error, address)
        }
    }

    private func fault(_ error: any Error, _ address: HttpAddress) -> HttpFault {
        let reason: HttpFault.Reason
        switch error {
        case is HttpBody.TooLarge: reason = .tooLarge(limits.bytes)
        case let error as HTTPClientError where [.readTimeout, .deadlineExceeded].contains(error): reason = .tooSlow
        case let error as HTTPClientError where [.remoteConnectionClosed, .uncleanShutdown].contains(error): reason = .cut
        case is HTTPParserError: reason = .cut
        default:
            // The library's own types of TLS are not ours to import; their module tells them.
            let type = String(reflecting: type(of: error))
            reason = type.hasPrefix("NIOSSL.") ? .insecure : .unavailable(Bilingual(Self.words(error)))
        }
        return HttpFault(reason: reason, address: address.shown, place: place)
    }

    /// What the system said, without the types around it.
    private static func words(_ error: any Error) -> String {
        (error as? HTTPClientError)?.shortDescription ?? String(describing: error).prefix(120).description
    }
}
