import Foundation
import HTTPTypes
import Support
import Territory
import Testing

@testable import Serve

@Suite("API keys")
struct KeyTests {
    private static func key(
        _ town: ServedTown, datasets: [String] = ["*"], expires: Date? = nil, quota: Int? = nil
    ) throws -> (id: String, text: String) {
        let made = AccessKey.make(owner: "Nadia", datasets: datasets, expires: expires, quota: quota, at: Date())
        try KeyFile(town.server.serving.territory).add(made.key)
        try town.server.serving.keys.refresh()
        return (made.key.id, made.text)
    }

    @Test("open what is not published, in a header of any case or as a parameter, and nothing outside their scope")
    func scope() async throws {
        let town = try await ServedTown(files: ServedTown.seeded)
        #expect(try await town.explore("datasets/paie/records").status == 404)
        let all = try Self.key(town), one = try Self.key(town, datasets: ["paie"]),
            other = try Self.key(town, datasets: ["oeuvres"])
        for scheme in ["Apikey", "ApiKey", "apikey"] {
            let reply = try await town.explore("datasets/paie/records", headers: [.authorization: "\(scheme) \(one.text)"])
            #expect(reply.status == 200 && reply.header("Cache-Control") == "private, no-cache", "\(scheme)")
        }
        #expect(try await town.explore("datasets/paie/records", ["apikey": all.text]).json()["total_count"].number == 3)
        #expect(try await town.explore("datasets/paie/records", ["apikey": other.text]).status == 404)
        #expect(try await town.explore("datasets", ["apikey": one.text]).json()["total_count"].number == 2)
        #expect(try await town.explore("datasets", ["apikey": other.text]).json()["total_count"].number == 1)
        #expect(try await town.explore("datasets").json()["total_count"].number == 1, "what one sees is not kept for another")
        #expect(try await town.explore("datasets/oeuvres/records", ["select": "secret", "apikey": all.text]).status == 400)
    }

    @Test("that are wrong, expired or revoked are refused")
    func refused() async throws {
        let town = try await ServedTown(files: ServedTown.seeded)
        let old = try Self.key(town, expires: Date(timeIntervalSinceNow: -1)), revoked = try Self.key(town)
        let file = KeyFile(town.server.serving.territory)
        _ = try file.revoke(revoked.id, at: Date())
        #expect(throws: ServeFault.self) { try file.revoke(revoked.id, at: Date()) }
        try town.server.serving.keys.refresh()
        for text in ["lav_wrong", old.text, revoked.text] {
            let reply = try await town.explore("datasets", ["apikey": text])
            #expect(reply.status == 401 && reply.header("WWW-Authenticate") == "Apikey" && !reply.text.contains(text))
        }
    }

    @Test("are kept as hashes only, in a file for its owner alone")
    func kept() async throws {
        let town = try await ServedTown(files: ServedTown.seeded)
        let key = try Self.key(town)
        let file = town.folder.url.appending(path: "access/keys.json")
        #expect(!(try town.folder.text("access/keys.json")).contains(key.text.dropFirst(4)))
        let permissions = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        try town.folder.write("{", to: "access/keys.json")
        #expect(throws: ServeFault.self) { try KeyFile(town.server.serving.territory).keys() }
    }

    @Test("have a quota of calls a day; what is used up is told as the API tells it")
    func quota() async throws {
        let town = try await ServedTown(files: ServedTown.seeded) { $0.anonymousQuota = 2 }
        let key = try Self.key(town, quota: 1)
        let first = try await town.explore("datasets", ["apikey": key.text])
        #expect(first.header("X-RateLimit-Limit") == "1" && first.header("X-RateLimit-Remaining") == "0")
        #expect(first.header("X-RateLimit-Reset")?.wholeMatch(of: #/\d{4}-\d\d-\d\d 00:00:00\+00:00/#) != nil)
        let second = try await town.explore("datasets", ["apikey": key.text])
        #expect(second.status == 429)
        let body = try second.json()
        #expect(body["errorcode"].number == 10_002 && body["call_limit"].number == 1 && body["limit_time_unit"].text == "day")
        #expect(body["reset_time"].text?.hasSuffix("T00:00:00Z") == true)
        for _ in 0..<2 { #expect(try await town.explore("datasets").status == 200) }
        let anonymous = try await town.explore("datasets/oeuvres/records")
        #expect(anonymous.status == 429 && anonymous.text.contains("10005"))
        #expect(try await town.get("/health").status == 200, "what watches the server is not counted")
    }
    @Test("go on being counted when the server has started again, until the next day")
    func restarted() throws {
        let folder = try TemporaryFolder(), noon = 20_000 * 86_400 + 43_200
        let caller = Caller(key: AccessKey.make(owner: "Nadia", datasets: [], expires: nil, quota: 2, at: Date()).key)
        let first = Quotas(anonymous: 10, in: folder.url)
        #expect(first.count(caller, at: noon).remaining == 1)
        try first.keep()
        #expect(Quotas(anonymous: 10, in: folder.url).count(caller, at: noon).remaining == 0)
        #expect(Quotas(anonymous: 10, in: folder.url).count(caller, at: noon + 86_400).remaining == 1, "another day")
        try folder.write("{", to: "quotas.json")
        #expect(
            Quotas(anonymous: 10, in: folder.url).count(caller, at: noon).remaining == 1, "a broken file costs the counts alone")
    }
}
