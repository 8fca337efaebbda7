import Foundation
import HTTPTypes
import Runs
import Support
import Territory
import Testing
import Workshop

@testable import Serve

/// What people who mean harm try on a workshop.
@Suite("The workshop, meant harm", .timeLimit(.minutes(10)))
struct WorkshopHostileTests {
    private static let script = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'"

    @Test("a form of another site, of another session or of nobody does nothing")
    func otherSites() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.publisher, town)
        let fetch = try #require(HTTPField.Name("sec-fetch-site")), origin = try #require(HTTPField.Name("origin"))
        for headers: HTTPFields in [
            [fetch: "cross-site"], [fetch: "same-site"], [origin: "https://evil.example"], [origin: "null"],
        ] {
            try await agent.send("/atelier/deconnexion", [:], headers: headers)
            #expect(agent.page.status == 403, "\(headers)")
            try await agent.open("/atelier")
            #expect(agent.page.status == 200 && agent.address == "/atelier", "still signed in")
        }
        try await agent.send("/atelier/deconnexion", [:], withToken: false)
        #expect(agent.page.status == 403)
        try await agent.open("/atelier")
        let other = try await Agent.signedIn(.agent, town)
        try await agent.send("/atelier/deconnexion", ["token": other.token], withToken: false)
        #expect(agent.page.status == 403)
        try await agent.open("/atelier")
        try await agent.put(Data("a\n1\n".utf8), named: "x.csv", token: "faux")
        #expect(agent.page.status == 403)
        let nobody = Agent(town)
        try await nobody.put(Data("a\n1\n".utf8), named: "x.csv")
        #expect(nobody.page.status == 403)
        try await nobody.open("/atelier")
        #expect(nobody.address.hasPrefix("/atelier/connexion"))
        #expect(town.server.serving.workroom.deposits.all().isEmpty)
    }

    @Test("a session known before the sign-in opens nothing after it, and one that is over opens nothing at all")
    func fixation() async throws {
        let town = try await Agent.town(), agent = Agent(town)
        try await agent.open("/atelier/connexion", headers: [.cookie: "lavoir=fixe"])
        #expect(!agent.hasCookie, "no session before the sign-in")
        let reply = try await town.post(
            "/atelier/connexion", "name=agent&password=\(AddressText.encoded(Agent.password))",
            type: "application/x-www-form-urlencoded")
        let cookie = try #require(reply.headers[.setCookie])
        #expect(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/")
                && !cookie.contains("fixe"))
        let pair = String(cookie.prefix { $0 != ";" })
        #expect(try await town.get("/atelier", headers: [.cookie: pair]).status == 200)
        #expect(try await town.get("/atelier", headers: [.cookie: pair]).header("cache-control") == "no-store")
        let signed = try await Agent.signedIn(.agent, town)
        try await signed.send("/atelier/deconnexion", [:])
        try await signed.open("/atelier")
        #expect(signed.address.hasPrefix("/atelier/connexion"))
        let accounts = AccountFile(try Territory.load(town.folder.url, knowing: vocabulary))
        _ = try accounts.revoke("agent", at: Date())
        try town.server.serving.workroom.refresh()
        #expect(try await town.get("/atelier", headers: [.cookie: pair]).status == 303, "an account taken back is out at once")
    }

    @Test("over https the cookie is the host's alone and never travels in the clear")
    func secure() async throws {
        let town = try await Agent.town { $0.baseURL = "https://data.essai.example" }
        let reply = try await town.post(
            "/atelier/connexion", "name=agent&password=\(AddressText.encoded(Agent.password))",
            type: "application/x-www-form-urlencoded")
        let cookie = try #require(reply.headers[.setCookie])
        #expect(cookie.hasPrefix("__Host-lavoir=") && cookie.contains("; Secure") && cookie.contains("Path=/;"))
        #expect(reply.header("access-control-allow-origin") == nil)
    }

    @Test("passwords are not guessed: the same sentence for each refusal, then longer and longer waits, told in words")
    func guessing() async throws {
        let town = try await Agent.town(), agent = Agent(town)
        var said: Set<String> = []
        for number in 1...5 {
            try await agent.send("/atelier/connexion", ["name": "publisher", "password": "essai \(number)"])
            #expect(agent.page.status == 422)
            said.insert(agent.text)
        }
        #expect(said.count == 1)
        try await agent.send("/atelier/connexion", ["name": "publisher", "password": Agent.password])
        #expect(
            agent.page.status == 429 && agent.text.contains("Attendez") && agent.page.headers[.retryAfter] != nil, "\(agent.text)"
        )
        let trail = try String(contentsOf: town.folder.url.appending(path: "access/trail.jsonl"), encoding: .utf8)
        #expect(trail.contains("sign-in-refused") && trail.contains("sign-in-delayed") && !trail.contains("essai"))
        try await agent.send("/atelier/connexion", ["name": "mot de passe tapé là", "password": "x"])
        let more = try String(contentsOf: town.folder.url.appending(path: "access/trail.jsonl"), encoding: .utf8)
        #expect(!more.contains("tapé"), "what nobody is called may be a password")
    }

    @Test(
        "no link leads through the sign-in to another site",
        arguments: [
            "https://evil.example", "//evil.example", "atelier/../../x", "/\\evil", "javascript:alert(1)", "atelier/%0d%0aX: y",
        ])
    func redirect(_ back: String) async throws {
        let town = try await Agent.town(files: [
            "exports/a.csv": "a\n1\n", "datasets/a.yaml": "title: A\nsource: { file: exports/a.csv }\n",
        ])
        let body = "name=agent&password=\(AddressText.encoded(Agent.password))&back=\(AddressText.encoded(back))"
        let reply = try await town.post("/atelier/connexion", body, type: "application/x-www-form-urlencoded")
        #expect(reply.headers[.location] == "/atelier")
    }

    @Test("nobody does more than their role allows, nor touches what is another's")
    func roles() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.agent, town)
        try await agent.put(Data("a;b\n1;2\n".utf8), named: "x.csv")
        let draft = agent.address.replacing("/apercu", with: "")
        try await agent.send(draft + "/decision", ["decision": "oui"])
        #expect(agent.page.status == 403)
        try await agent.open("/atelier")
        #expect(!agent.text.contains("Journal"))
        let reader = try await Agent.signedIn(.reader, town)
        #expect(!reader.text.contains("Déposer un fichier"))
        try await reader.put(Data("a\n1\n".utf8), named: "x.csv")
        #expect(reader.page.status == 403)
        try await reader.open(draft + "/apercu")
        #expect(reader.page.status == 403)
        let territory = try Territory.load(town.folder.url, knowing: vocabulary)
        let cost = PasswordHash.Cost(rounds: 16, blockSize: 8, parallelism: 1)
        try AccountFile(territory).add(try Account("voisin", .agent, password: Agent.password, cost: cost, at: Date()))
        try town.server.serving.workroom.refresh()
        let other = Agent(town)
        try await other.send("/atelier/connexion", ["name": "voisin", "password": Agent.password])
        for step in ["apercu", "recette", "controle", "fiche", "publication"] {
            try await other.open("\(draft)/\(step)")
            #expect(other.page.status == 404, "\(step)")
        }
        try await other.open("/atelier")
        try await other.send(draft + "/supprimer", [:])
        #expect(other.page.status == 404)
        #expect(town.server.serving.workroom.deposits.all().count == 1)
    }

    @Test("script in a file's name, its titles, its cells and each field of a form is shown and never runs")
    func scripts() async throws {
        let town = try await Agent.town()
        let nobody = Agent(town), asked = AddressText.encoded(Self.script)
        try await nobody.send("/atelier/connexion?back=\(asked)&fin=\(asked)", ["name": Self.script, "password": Self.script])
        #expect(nobody.page.status == 422 && !nobody.page.text.contains("<script") && !nobody.page.text.contains("<img src=x"))
        let agent = try await Agent.signedIn(.publisher, town)
        let cell = "\"\(Self.script.replacing("\"", with: "\"\""))\""
        try await agent.put(
            Data("nom;\(cell)\n\(cell);2\n\(cell);3\n".utf8), named: "<script>alert(1)</script>.csv")
        #expect(agent.address.hasSuffix("/apercu"), "\(agent.text)")
        let draft = agent.address.replacing("/apercu", with: "")
        func inert(_ step: String) {
            #expect(!agent.page.text.contains("<script") && !agent.page.text.contains("<img src=x"), "\(step)")
            #expect(agent.page.header("content-security-policy")?.contains("default-src 'none'") == true)
        }
        inert("apercu")
        for step in ["recette", "controle", "fiche"] {
            try await agent.open("\(draft)/\(step)")
            inert(step)
        }
        let texts = SheetForm.texts.map(\.name)
        for field in texts {
            try await agent.send(draft + "/fiche", ["title": "Essai", field: Self.script])
            inert(field)
        }
        try await agent.send(
            draft + "/fiche",
            [
                "title": Self.script, "description": Self.script, "theme": Self.script, "keywords": Self.script,
                "licence": Self.script, "contactName": Self.script, "producer": Self.script, "public": "oui",
            ])
        inert("publication")
        try await agent.send(draft + "/publication", ["reason": Self.script])
        inert("fin")
        let name = try #require(town.server.serving.territory.datasets.first { $0.name != "oeuvres" && $0.name != "paie" }?.name)
        for path in ["/donnees/\(name)", "/donnees/\(name)/tableau", "/donnees/\(name)/versions", "/donnees"] {
            let page = try await town.get(path)
            #expect(page.status == 200 && !page.text.contains("<script>alert"), "\(path)")
        }
        #expect(Territory.problems(in: town.folder.url, knowing: vocabulary).isEmpty)
    }

    @Test("what a form and a file say is text in the declaration, never a key of it")
    func declaration() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.publisher, town)
        let tricks =
            "a: b # c\n  publish: [portal]\nsource: { http: 'http://169.254.169.254/' } ] } \"' \\ \u{2028} *x &y !!z %{secret}"
        try await agent.put(
            Data("\"x: y\npublish\";\"{ a: [b\";- c\n1;\"# d\";!e\n".utf8), named: "\"\n a: b.csv")
        let draft = agent.address.replacing("/apercu", with: "")
        try await agent.send(
            draft + "/fiche",
            [
                "title": tricks, "description": tricks, "theme": tricks, "keywords": "a], b: [c, # d", "licence": tricks,
                "contactName": tricks, "producer": tricks, "public": "non",
            ])
        try await agent.send(draft + "/publication", ["reason": tricks])
        #expect(agent.text.contains("C’est enregistré"), "\(agent.text)")
        let territory = try Territory.load(town.folder.url, knowing: vocabulary)
        let dataset = try #require(territory.datasets.first { $0.name != "oeuvres" && $0.name != "paie" })
        #expect(dataset.publish.isEmpty && dataset.source.connector == "file")
        #expect(dataset.title.french.hasPrefix("a: b # c") && dataset.description?.french.contains("source: {") == true)
        #expect(dataset.keywords == ["a]", "b: [c", "# d"])
        #expect(try await town.get("/donnees/\(dataset.name)").status == 404)
    }

    @Test(
        "a name that is a path writes nothing outside",
        arguments: ["../../lavoir.yaml", "/etc/passwd", "..\\..\\x.yaml", "a\u{0}b.csv", ".htaccess", "x.csv/../../y"])
    func paths(_ name: String) async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.publisher, town)
        let lavoir = try Data(contentsOf: town.folder.url.appending(path: "lavoir.yaml"))
        try await agent.put(Data("a;b\n1;2\n".utf8), named: name)
        #expect(try Data(contentsOf: town.folder.url.appending(path: "lavoir.yaml")) == lavoir)
        for deposit in town.server.serving.workroom.deposits.all() {
            let file = town.server.serving.workroom.deposits.file(of: deposit).standardizedFileURL.path
            #expect(file.hasPrefix(town.folder.url.standardizedFileURL.path + "/.lavoir/deposits/"))
            #expect(!deposit.fileName.contains("/") && !deposit.fileName.contains("\\"))
        }
        for path in ["../../access/accounts", "..%2f..%2faccess", "0123456789abcdef0", "%2e%2e"] {
            try await agent.open("/atelier/depots/\(path)/apercu")
            #expect(agent.page.status == 404, "\(path)")
        }
    }

    @Test("a small archive that becomes a large one is refused before it is unpacked")
    func bomb() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.agent, town)
        let folder = try TemporaryFolder()
        try await Task {
            let zeros = folder.url.appending(path: "zeros.csv")
            try Data(count: 300 << 20).write(to: zeros)
            let zip = Process()
            zip.executableURL = URL(filePath: "/usr/bin/python3")
            zip.arguments = [
                "-c",
                "import zipfile,sys;z=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED);z.write(sys.argv[2],'x.csv');z.close()",
                folder.url.appending(path: "x.zip").path, zeros.path,
            ]
            try zip.run()
            zip.waitUntilExit()
        }.value
        try await agent.put(try Data(contentsOf: folder.url.appending(path: "x.zip")), named: "x.zip")
        #expect(agent.page.status == 422, "\(agent.text)")
        #expect(town.server.serving.workroom.deposits.all().isEmpty)
    }
}
