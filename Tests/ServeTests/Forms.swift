import Territory
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore

@testable import Serve

extension ServedTown {
    /// Sends a body to a path: a form, or JSON.
    func post(_ uri: String, _ body: String, type: String) async throws -> Reply {
        try await server.application(watches: false).test(.router) { client in
            try await client.execute(
                uri: uri, method: .post, headers: [.contentType: type], body: ByteBuffer(string: body)
            ) { response in
                Reply(status: response.status.code, headers: response.headers, bytes: Data(response.body.readableBytesView))
            }
        }
    }

    /// Asks for a path with parameters, as they are.
    func ask(_ path: String, _ parameters: KeyValuePairs<String, String> = [:]) async throws -> Reply {
        try await get(path + (parameters.isEmpty ? "" : "?") + Self.query(parameters))
    }

    static func query(_ parameters: KeyValuePairs<String, String>) -> String {
        parameters.map { "\(AddressText.encoded($0.key))=\(AddressText.encoded($0.value))" }.joined(separator: "&")
    }

    /// Rows of the v1 API.
    func search(_ parameters: KeyValuePairs<String, String>) async throws -> Reply {
        let query = Self.query(parameters)
        return try await get("/api/records/1.0/search/?dataset=oeuvres&\(query)")
    }

    /// The identifiers found by a search, in their order.
    func found(_ parameters: KeyValuePairs<String, String>) async throws -> [Int] {
        try await search(parameters).json()["records"].list.compactMap { $0["fields"]["id"].number.map { Int($0) } }
    }

    /// An action of CKAN.
    func action(_ name: String, _ parameters: KeyValuePairs<String, String> = [:]) async throws -> Reply {
        try await ask("/api/3/action/\(name)", parameters)
    }
}

extension ServedTown.Value {
    var numbers: [Double] { list.compactMap(\.number) }
    var texts: [String] { list.compactMap(\.text) }
}
