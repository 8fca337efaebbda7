internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1
internal import Territory

/// Asks a directory: JSON, bounded in size and time, no redirect followed, nothing but https unless the directory is on this machine.
struct IdentityClient: Sendable {
    /// Whether http is allowed: the directory's own address is of this machine.
    let isNear: Bool

    private static let bytes = 512 * 1_024
    private static let seconds: Int64 = 10

    /// - Parameters:
    ///   - form: fields to send with POST; GET without.
    ///   - authorization: the header of that name.
    /// - Throws: `workshop.identity-unreachable`.
    func ask<T: Decodable>(
        _ type: T.Type, _ address: String, form: [AddressText.Pair]? = nil, authorization: String? = nil
    ) async throws -> T {
        guard address.hasPrefix("https://") || isNear && IdentityClient.isNear(address) else {
            throw IdentityFault(.unreachable, detail: "not https: \(address)")
        }
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout = HTTPClient.Configuration.Timeout(connect: .seconds(5), read: .seconds(Self.seconds))
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let answer = try await Self.json(client, Self.request(address, form, authorization))
            try? await client.shutdown()
            return try Self.decoder.decode(T.self, from: answer)
        } catch {
            try? await client.shutdown()
            let words = (error as? HTTPClientError)?.shortDescription ?? String("\(error)".prefix(200))
            throw IdentityFault(.unreachable, detail: "\(address): \(words)")
        }
    }

    /// Reads what directories write: names of several words have an underscore there.
    static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return decoder
    }

    /// Whether an address is of this machine.
    static func isNear(_ address: String) -> Bool {
        address.hasPrefix("http://") && ["localhost", "127.0.0.1", "::1", "[::1]"].contains(URL(string: address)?.host ?? "")
    }

    private static func request(
        _ address: String, _ form: [AddressText.Pair]?, _ authorization: String?
    ) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: address)
        request.headers = HTTPHeaders([("Accept", "application/json"), ("User-Agent", "Lavoir")])
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        if let form {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(ByteBuffer(string: AddressText.form(form)))
        }
        return request
    }

    private static func json(_ client: HTTPClient, _ request: HTTPClientRequest) async throws -> Data {
        let response = try await client.execute(request, timeout: .seconds(seconds))
        guard response.status == .ok else { throw Answer(status: Int(response.status.code)) }
        return Data(try await response.body.collect(upTo: bytes).readableBytesView)
    }

    /// An answer that is none.
    private struct Answer: Error { let status: Int }
}
