import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Runs
import Support
import Territory
import Testing
import Workshop

@testable import Serve

/// Someone at work in the workshop of a served town, with a cookie of their own, as a browser without scripts.
final class Agent: @unchecked Sendable {
    // Unchecked: each test has its own, and asks one thing after another.
    let town: ServedTown
    private var cookie = ""
    /// The page that is being read.
    private(set) var page = ServedTown.Reply(status: 0, headers: [:], bytes: Data())
    private(set) var address = ""
    private static let base = "http://localhost"

    init(_ town: ServedTown) { self.town = town }

    static let password = "une phrase que personne ne devine"

    /// A town with an account of each role, whose passwords cost little to try.
    static func town(
        files: [String: String] = ServedTown.seeded, setting change: (inout ServeOptions) -> Void = { _ in }
    ) async throws -> ServedTown {
        let town = try await ServedTown(files: files, setting: change)
        try enrol(in: town)
        return town
    }

    static func enrol(in town: ServedTown) throws {
        let territory = try Territory.load(town.folder.url, knowing: vocabulary)
        for role in AccountRole.allCases {
            let cost = PasswordHash.Cost(rounds: 16, blockSize: 8, parallelism: 1)
            try AccountFile(territory).add(try Account(role.rawValue, role, password: password, cost: cost, at: Date()))
        }
        try town.server.serving.workroom.refresh()
    }

    /// Signs in and reads the workshop's first page.
    static func signedIn(_ role: AccountRole, _ town: ServedTown) async throws -> Agent {
        let agent = Agent(town)
        try await agent.send("/atelier/connexion", ["name": role.rawValue, "password": password])
        try #require(agent.page.status == 200 && agent.address == "/atelier", "\(agent.page.text)")
        return agent
    }

    var token: String { page.text.firstMatch(of: #/name="token" value="([^"]+)"/#).map { Self.plain(String($0.1)) } ?? "" }
    var hasCookie: Bool { !cookie.isEmpty }
    var text: String { PageText(page.text).text }

    private static func plain(_ text: String) -> String {
        text.replacing("&#43;", with: "+").replacing("&#61;", with: "=").replacing("&amp;", with: "&").replacing(
            "&#47;", with: "/")
    }

    func open(_ address: String, headers: HTTPFields = [:]) async throws {
        try await ask(address, .get, headers: headers, body: nil)
    }

    /// Sends a form, with the token of the page that is being read.
    func send(_ address: String, _ fields: KeyValuePairs<String, String>, headers: HTTPFields = [:], withToken: Bool = true)
        async throws
    {
        var pairs = fields.map { ($0.key, $0.value) }
        if withToken { pairs.append(("token", token)) }
        let body = pairs.map { "\(AddressText.encoded($0.0))=\(AddressText.encoded($0.1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        try await ask(address, .post, headers: headers, body: ByteBuffer(string: body))
    }

    /// Puts down a file.
    func put(_ bytes: Data, named name: String, dataset: String = "", token given: String? = nil) async throws {
        var body = Data()
        for (field, value) in [("token", given ?? token), ("dataset", dataset)] {
            body += Data("--marque\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data("--marque\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += bytes + Data("\r\n--marque--\r\n".utf8)
        try await ask(
            "/atelier/depots", .post, headers: [.contentType: "multipart/form-data; boundary=marque"],
            body: ByteBuffer(bytes: body))
    }

    /// Asks, and follows where it is led, as browsers do.
    private func ask(_ address: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?) async throws {
        var headers = headers
        headers[.cookie] = cookie.isEmpty ? nil : cookie
        let sent = headers
        page = try await town.server.application(watches: false).test(.router) { client in
            try await client.execute(uri: address, method: method, headers: sent, body: body) { response in
                ServedTown.Reply(
                    status: response.status.code, headers: response.headers, bytes: Data(response.body.readableBytesView))
            }
        }
        self.address = address
        if let set = page.headers[.setCookie] {
            let pair = String(set.prefix { $0 != ";" })
            cookie = pair.hasSuffix("=") ? "" : pair
        }
        if [301, 303].contains(page.status), let next = page.headers[.location] {
            try await self.ask(next, .get, headers: [:], body: nil)
        }
    }
}
