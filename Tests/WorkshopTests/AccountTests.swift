import Foundation
import Support
import Territory
import Testing

@testable import Workshop

@Suite("Accounts, sessions and attempts")
struct AccountTests {
    static let cheap = PasswordHash.Cost(rounds: 16, blockSize: 8, parallelism: 1)
    private static let noon = Date(timeIntervalSince1970: 1_750_000_000)

    static func territory(_ folder: TemporaryFolder) throws -> Territory {
        try folder.write("territory: { name: Essai }\n", to: "lavoir.yaml")
        return try Territory.load(folder.url, knowing: Vocabulary(connectors: [], steps: [], destinations: []))
    }

    @Test("a password is told from another, whatever machine it was typed on, at the cost that was written with it")
    func password() throws {
        let hash = try PasswordHash("un été à la mairie", cost: Self.cheap)
        #expect(hash.matches("un été à la mairie") && hash.matches("un e\u{301}te\u{301} a\u{300} la mairie"))
        #expect(!hash.matches("un ete a la mairie") && !hash.matches(""))
        let again = try JSONDecoder().decode(PasswordHash.self, from: try JSONEncoder().encode(hash))
        #expect(again == hash && again.cost == Self.cheap)
        #expect(try PasswordHash("un été à la mairie", cost: Self.cheap) != hash, "a salt of its own")
        #expect(!PasswordHash.ofNobody(cost: Self.cheap).matches("x"))
        let cost = PasswordHash.Cost.recommended
        #expect(cost.rounds == 1 << 17 && cost.blockSize == 8 && cost.parallelism == 1)
    }

    @Test("an account is made once, changed, taken back, and its file is its owner's alone")
    func file() throws {
        let folder = try TemporaryFolder(), accounts = AccountFile(try Self.territory(folder))
        try accounts.add(try Account(" A.Martin ", .agent, password: "une longue phrase", cost: Self.cheap, at: Self.noon))
        #expect(try accounts.accounts().map(\.name) == ["a.martin"])
        #expect(throws: AccountFault.self) {
            try accounts.add(try Account("a.martin", .agent, password: "une longue phrase", cost: Self.cheap, at: Self.noon))
        }
        #expect(try accounts.change("A.MARTIN", to: .publisher).role == .publisher)
        #expect(
            try accounts.change("a.martin", password: "une autre phrase", cost: Self.cheap).password.matches("une autre phrase"))
        #expect(try accounts.revoke("a.martin", at: Self.noon).isActive == false)
        #expect(throws: AccountFault.self) { try accounts.change("a.martin", to: .reader) }
        let path = folder.url.appending(path: "access/accounts.json").path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("phrase"))
    }

    @Test(
        "names that could be paths or markup, and passwords that are guessed, are refused",
        arguments: [
            ("../x", "une longue phrase"), ("<b>", "une longue phrase"), ("", "une longue phrase"), ("é", "une longue phrase"),
            ("martin", "court"), ("martin", "aaaaaaaaaaaaaaaa"), ("martin", "jean-martin-1970"),
        ])
    func refused(_ name: String, _ password: String) {
        #expect(throws: AccountFault.self) { try Account(name, .agent, password: password, cost: Self.cheap, at: Self.noon) }
    }

    @Test("a session lasts while it is used, ends when it is not, and never lasts longer than a day of work")
    func session() throws {
        let sessions = Sessions(Sessions.Limits(idle: 100, whole: 250))
        let token = sessions.open("a", at: Self.noon), other = sessions.open("a", at: Self.noon)
        #expect(token.utf8.count == 43 && token != other)
        let session = try #require(sessions.session(token, at: Self.noon.addingTimeInterval(90)))
        #expect(sessions.session(token, at: Self.noon.addingTimeInterval(180)) != nil)
        #expect(sessions.session(token, at: Self.noon.addingTimeInterval(251)) == nil, "as a whole")
        #expect(sessions.session(other, at: Self.noon.addingTimeInterval(101)) == nil, "idle")
        #expect(sessions.session("", at: Self.noon) == nil && sessions.session(session.formToken, at: Self.noon) == nil)
    }

    @Test("a form belongs to its session alone")
    func form() throws {
        let sessions = Sessions()
        let one = try #require(sessions.session(sessions.open("a", at: Self.noon), at: Self.noon))
        let two = try #require(sessions.session(sessions.open("b", at: Self.noon), at: Self.noon))
        #expect(sessions.isOwn(one.formToken, one) && !sessions.isOwn(two.formToken, one) && !sessions.isOwn("", one))
        sessions.close(of: "a")
        #expect(sessions.isOwn(one.formToken, one), "the token alone opens nothing")
    }

    @Test("failed sign-ins cost more and more time, by account and by address, and a right one clears its account")
    func attempts() {
        let attempts = Attempts()
        for _ in 0..<4 { attempts.failed("a", from: "1", at: Self.noon) }
        #expect(attempts.wait("a", from: "1", at: Self.noon) == nil)
        attempts.failed(" A ", from: "1", at: Self.noon)
        #expect(attempts.wait("a", from: "2", at: Self.noon) == 1 && attempts.wait("b", from: "1", at: Self.noon) == nil)
        for _ in 0..<7 { attempts.failed("a", from: "1", at: Self.noon) }
        #expect(attempts.wait("a", from: "2", at: Self.noon) == 120, "an account is never shut for long")
        #expect(attempts.wait("b", from: "1", at: Self.noon) == 4, "nor another name from there")
        attempts.succeeded("a")
        #expect(attempts.wait("a", from: "2", at: Self.noon) == nil && attempts.wait("a", from: "1", at: Self.noon) == 4)
        #expect(attempts.wait("b", from: "1", at: Self.noon.addingTimeInterval(5)) == nil)
    }

    @Test("the trail is added to, read from its end, and nobody else's to read")
    func trail() throws {
        let folder = try TemporaryFolder(), trail = ActionTrail(try Self.territory(folder))
        #expect(trail.latest(5).isEmpty)
        for number in 1...40 { try trail.add(.published, by: "a", about: "jeu-\(number)", at: Self.noon) }
        #expect(trail.latest(3).map(\.about) == ["jeu-40", "jeu-39", "jeu-38"])
        let path = folder.url.appending(path: "access/trail.jsonl").path
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
}
