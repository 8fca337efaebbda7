import Foundation
import HTTPTypes
import Runs
import Support
import Territory
import Testing
import Workshop

@testable import Serve

/// The way of a file, from the hands of an agent to the public page.
@Suite("The workshop", .timeLimit(.minutes(10)))
struct WorkshopTests {
    /// An ugly export: a title above, spaces, a total, a comma for the decimals.
    private static let ugly = """
        Liste des marchés du centre-ville;;;
        Marché;Jour;Étals; Recette
        Halles ;lundi;12;1 200,50 €
        Gare;mardi;8;300,00 €
        Port;jeudi;20;2 500,00 €
        """

    @Test("is not there as long as nobody has an account, and readers never get a cookie")
    func closed() async throws {
        let town = try await ServedTown.shared.value
        for path in ["/atelier", "/atelier/connexion", "/en/atelier", "/en/workshop", "/atelier/depots/0123456789abcdef"] {
            #expect(try await town.get(path).status == 404, "\(path)")
        }
        for path in ["/", "/donnees", "/donnees/oeuvres", "/qualite"] {
            #expect(try await town.get(path).headers[.setCookie] == nil)
        }
    }

    @Test("takes a file from its drop to the public page, and writes what git would hold")
    func wholeWay() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.publisher, town)
        try await agent.put(Data(Self.ugly.utf8), named: "C:\\docs\\Marchés 2025.csv")
        #expect(agent.address.hasSuffix("/apercu") && agent.text.contains("Marchés 2025.csv"), "\(agent.text)")
        let draft = agent.address.replacing("/apercu", with: "")
        try await agent.open(draft + "/recette")
        let steps = agent.page.text.matches(of: #/name="step" value="(\d+)"/#).map { ("step", String($0.1)) }
        #expect(!steps.isEmpty)
        try await agent.send(draft + "/recette", ["schema": "", "step": "0", "step": "1", "step": "2", "step": "3"])
        if agent.address.contains("schema=1") {
            try await agent.send(draft + "/recette", ["schema": "", "step": "0", "step": "1", "step": "2", "step": "3"])
        }
        #expect(agent.address.hasSuffix("/controle") && agent.text.contains("3 lignes, aucune erreur"), "\(agent.text)")
        try await agent.send(draft + "/controle", [:])
        #expect(agent.address.hasSuffix("/fiche"), "\(agent.address)")
        try await agent.send(draft + "/fiche", ["title": "", "contactEmail": "x", "public": "oui"])
        #expect(agent.page.status == 422 && agent.text.contains("Donnez un titre") && agent.text.contains("adresse complète"))
        try await agent.send(
            draft + "/fiche",
            [
                "title": "Marchés de la ville", "description": "Les marchés : \"halles\", gare\net port.",
                "keywords": "marché, étal",
                "frequency": "annual", "topic": "economy", "contactName": "Commerce", "contactEmail": "commerce@ville.example",
                "from": "2025-01-01", "public": "oui",
            ])
        #expect(agent.address.hasSuffix("/publication") && agent.text.contains("Avant : rien"), "\(agent.text)")
        try await agent.send(draft + "/publication", ["reason": "Première mise en ligne"])
        #expect(agent.text.contains("C’est publié"), "\(agent.text)")
        let page = try await town.get("/donnees/marches-ville")
        #expect(page.status == 200 && page.text.contains("Marchés de la ville"))
        #expect(try await town.get("/api/explore/v2.1/catalog/datasets/marches-ville/records").text.contains("2500"))
        let problems = Territory.problems(in: town.folder.url, knowing: vocabulary)
        #expect(problems.isEmpty, "\(problems)")
        let yaml = try String(contentsOf: town.folder.url.appending(path: "datasets/marches-ville.yaml"), encoding: .utf8)
        #expect(yaml.contains("exports/marches-ville.csv") && yaml.contains("publish: [portal]"), "\(yaml)")
        let acts = town.server.serving.workroom.trail.latest(20).map(\.act)
        #expect(acts.first == .published && acts.contains(.deposited) && acts.contains(.signedIn))
        let history = try await town.get("/donnees/marches-ville/versions")
        #expect(history.text.contains("Première mise en ligne"))
    }

    @Test("brings a newer file to a dataset, with what changes, and takes it back when it gives no version")
    func newer() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.publisher, town)
        let file = town.folder.url.appending(path: "exports/paie.csv"), before = try Data(contentsOf: file)
        try await agent.put(Data("agent,grade\n1,A\n2,B\n2,B\n3,C\n".utf8), named: "paie.csv", dataset: "paie")
        #expect(agent.address.hasSuffix("/apercu"), "\(agent.text)")
        let draft = agent.address.replacing("/apercu", with: "")
        #expect(try Data(contentsOf: file) == before, "nothing is written before the last step")
        try await agent.open(draft + "/publication")
        #expect(agent.text.contains("1 lignes ajoutées, 0 modifiées, 0 retirées"), "\(agent.text)")
        try await agent.send(draft + "/publication", ["reason": "Mars"])
        #expect(agent.text.contains("« Paie » est gardé"), "\(agent.text)")
        #expect(try Data(contentsOf: file).count > before.count)

        let oeuvres = town.folder.url.appending(path: "exports/oeuvres.csv"), good = try Data(contentsOf: oeuvres)
        try await agent.open("/atelier")
        try await agent.put(Data("id,titre,prix\n1,Un,cher\n1,Deux,2\n".utf8), named: "x.csv", dataset: "oeuvres")
        let other = agent.address.replacing("/apercu", with: "")
        try await agent.open(other + "/publication")
        #expect(!agent.page.text.contains(">Publier<"), "\(agent.text)")
        try await agent.send(other + "/publication", [:])
        #expect(try Data(contentsOf: oeuvres) == good)
    }

    @Test("an agent's file waits for a publisher, who sends it back with a word, then accepts it")
    func approval() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.agent, town)
        try await agent.put(Data("nom;age\nA;3\nB;4\n".utf8), named: "ages.csv")
        let draft = agent.address.replacing("/apercu", with: "")
        try await agent.send(draft + "/fiche", ["title": "Âges", "public": "oui"])
        try await agent.send(draft + "/publication", ["reason": "essai"])
        #expect(agent.text.contains("Envoyé pour accord"), "\(agent.text)")
        #expect(try await town.get("/donnees/ages").status == 404)

        let publisher = try await Agent.signedIn(.publisher, town)
        #expect(publisher.text.contains("Âges"))
        try await publisher.open(draft + "/publication")
        try await publisher.send(draft + "/decision", ["decision": "non", "word": ""])
        #expect(publisher.page.status == 422 && publisher.text.contains("Un refus demande un mot"), "\(publisher.text)")
        try await publisher.send(draft + "/decision", ["decision": "non", "word": "Ajoutez l’année"])
        try await agent.open("/atelier")
        #expect(agent.text.contains("à revoir") && agent.text.contains("Ajoutez l’année"), "\(agent.text)")
        try await agent.open(draft + "/publication")
        try await agent.send(draft + "/publication", ["reason": "avec l’année"])
        try await publisher.open(draft + "/publication")
        try await publisher.send(draft + "/decision", ["decision": "oui", "word": ""])
        #expect(publisher.text.contains("C’est publié"), "\(publisher.text)")
        #expect(try await town.get("/donnees/ages").status == 200)
    }

    @Test("tells in words why a file is not taken, and keeps nothing of it")
    func notTaken() async throws {
        let town = try await Agent.town { $0.uploadBytes = 20_000 }, agent = try await Agent.signedIn(.agent, town)
        for (bytes, name) in [
            (Data("%PDF-1.7\n%âãÏÓ\n1 0 obj\n".utf8), "rapport.pdf"), (Data(), "vide.csv"),
            (Data([0x50, 0x4B, 3, 4]) + Data(repeating: 0, count: 300), "x.xlsx"),
        ] {
            try await agent.open("/atelier")
            try await agent.put(bytes, named: name)
            #expect(
                agent.page.status == 422 && agent.page.text.contains("role=\"alert\""),
                "\(name): \(agent.page.status) \(agent.text)")
        }
        try await agent.open("/atelier")
        try await agent.put(Data(repeating: UInt8(ascii: "a"), count: 60_000), named: "grand.csv")
        #expect(agent.page.status == 413 && agent.text.contains("dépasse"), "\(agent.text)")
        let left = try? FileManager.default.contentsOfDirectory(atPath: town.folder.url.appending(path: ".lavoir/deposits").path)
        #expect((left ?? []).isEmpty)
    }

    @Test("writes nothing at all when the town's folder is not sound, and says which file is wrong")
    func nothingHalf() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.publisher, town)
        try await agent.put(Data("nom;age\nA;3\n".utf8), named: "ages.csv")
        let draft = agent.address.replacing("/apercu", with: "")
        try await agent.send(draft + "/fiche", ["title": "Âges", "public": "oui"])
        try town.folder.write("title: [\n", to: "datasets/cassé.yaml")
        try await agent.send(draft + "/publication", ["reason": "essai"])
        #expect(agent.page.status == 422 && agent.page.text.contains("role=\"alert\""), "\(agent.text)")
        for path in ["exports/ages.csv", "datasets/ages.yaml"] {
            #expect(!FileManager.default.fileExists(atPath: town.folder.url.appending(path: path).path), "\(path)")
        }
        try FileManager.default.removeItem(at: town.folder.url.appending(path: "datasets/cassé.yaml"))
        try await agent.send(draft + "/publication", ["reason": "essai"])
        #expect(agent.text.contains("C’est publié"), "\(agent.text)")
    }

    @Test("keeps a draft when the server starts anew, and lets go of it when nobody has touched it for long")
    func drafts() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.agent, town)
        try await agent.put(Data("nom;age\nA;3\n".utf8), named: "ages.csv")
        let id = try #require(agent.address.split(separator: "/").dropLast().last.map(String.init))
        let shelf = DepositShelf(try Territory.load(town.folder.url, knowing: vocabulary), days: 30)
        #expect(shelf.deposit(id)?.title == "Ages" && shelf.deposit(id)?.owner == "agent")
        shelf.sweep(at: Date(timeIntervalSinceNow: 29 * 86_400))
        #expect(shelf.deposit(id) != nil)
        shelf.sweep(at: Date(timeIntervalSinceNow: 31 * 86_400))
        #expect(shelf.deposit(id) == nil && shelf.all().isEmpty)
        try await agent.open("/atelier/depots/\(id)/apercu")
        #expect(agent.page.status == 404 && agent.text.contains("n'est plus là"), "\(agent.text)")
    }

    @Test("is whole in English")
    func english() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.administrator, town)
        try await agent.open("/en/workshop")
        #expect(
            agent.page.text.contains("<html lang=\"en\">") && agent.text.contains("Put down a file")
                && agent.text.contains("Trail"))
        #expect(agent.page.text.contains("action=\"/en/workshop/files\"") && !agent.page.text.contains("/en/atelier"))
        try await agent.put(Data("a;b\n1;2\n".utf8), named: "x.csv")
        let draft = agent.address.replacing("/atelier/depots/", with: "").replacing("/apercu", with: "")
        for step in ["preview", "recipe", "check", "sheet", "publication"] {
            try await agent.open("/en/workshop/files/\(draft)/\(step)")
            #expect(agent.page.status == 200 && !agent.text.contains("Étape"), "\(agent.text)")
            #expect(!agent.page.text.contains("href=\"/en/atelier"))
        }
        try await agent.open("/en/atelier/depots/\(draft)/apercu?a=1%262")
        #expect(agent.address == "/en/workshop/files/\(draft)/preview?a=1%262" && agent.page.status == 200, "\(agent.address)")
        try await agent.open("/workshop")
        #expect(agent.page.status == 404, "no word of one language at the root of another")
    }

    @Test("someone changes their own password: the former one is asked, every other session ends, and the trail tells")
    func password() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.agent, town)
        let other = try await Agent.signedIn(.agent, town), new = "le marché du mardi matin"
        let refusals = [
            ("faux", new, new, "n’est pas celui-là"), (Agent.password, new, new + " ", "diffèrent"),
            (Agent.password, "agent", "agent", "trop facile"),
        ]
        for (former, password, again, words) in refusals {
            try await agent.open("/atelier/mot-de-passe")
            try await agent.send("/atelier/mot-de-passe", ["former": former, "password": password, "again": again])
            #expect(agent.page.status == 422 && agent.text.contains(words), "\(agent.text)")
        }
        try await agent.send("/atelier/mot-de-passe", ["former": Agent.password, "password": new, "again": new])
        #expect(agent.page.status == 200 && agent.text.contains("est changé"), "\(agent.text)")
        #expect(agent.hasCookie && agent.address == "/atelier/mot-de-passe?fait=1")
        try await other.open("/atelier")
        #expect(other.address.hasPrefix("/atelier/connexion"), "the session of another browser is over")
        try await other.send("/atelier/connexion", ["name": "agent", "password": Agent.password])
        #expect(other.page.status == 422)
        try await other.send("/atelier/connexion", ["name": "agent", "password": new])
        #expect(other.address == "/atelier")
        let acts = ActionTrail(try Territory.load(town.folder.url, knowing: vocabulary)).latest(20)
        #expect(acts.contains { $0.act == .accountChanged && $0.who == "agent" && $0.detail == "password" })
        #expect(!(try town.folder.text("access/trail.jsonl")).contains("marché"))
    }

    @Test("a wrong password of today is a failed sign-in: it costs more and more time")
    func guessing() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.agent, town)
        try await agent.open("/en/workshop/password")
        for _ in 0..<5 {
            try await agent.send(
                "/en/workshop/password", ["former": "no", "password": "a b c d e f g", "again": "a b c d e f g"])
            #expect(agent.page.status == 422)
        }
        try await agent.send(
            "/en/workshop/password", ["former": Agent.password, "password": "a b c d e f g", "again": "a b c d e f g"])
        #expect(agent.page.status == 429 && agent.page.header("retry-after") != nil && agent.text.contains("Wait"))
    }
}

/// What readers propose, and what the town does with it.
@Suite("Reuses and requests", .timeLimit(.minutes(10)))
struct SuggestionTests {
    private static let form = "application/x-www-form-urlencoded"

    @Test("a request waits to be read, is answered, supported once a day, and shows nobody's address")
    func wanted() async throws {
        let town = try await Agent.town()
        let bad = try await town.post("/demandes", "title=x&text=court&contact=non", type: Self.form)
        #expect(bad.status == 422 && bad.text.contains("aria-invalid") && bad.headers[.setCookie] == nil)
        let sent = try await town.post(
            "/demandes",
            "title=Le+bruit+des+rues&text=Pour+savoir+o%C3%B9+dormir&contact=moi%40exemple.fr&link=", type: Self.form)
        #expect(sent.status == 200 && sent.text.contains("Merci") && sent.headers[.setCookie] == nil)
        #expect(try await !town.get("/demandes").text.contains("Le bruit des rues"), "not before it was read")
        let publisher = try await Agent.signedIn(.publisher, town)
        try await publisher.open("/atelier/propositions")
        #expect(publisher.text.contains("moi@exemple.fr"))
        let id = try #require(town.server.serving.workroom.suggestions.suggestions(.wanted).first?.id)
        try await publisher.send("/atelier/propositions/\(id)", ["state": "refused", "answer": ""])
        #expect(publisher.page.status == 422)
        try await publisher.open("/atelier/propositions")
        try await publisher.send(
            "/atelier/propositions/\(id)", ["state": "published", "answer": "Les voici", "dataset": "oeuvres"])
        for path in ["/demandes", "/demandes/\(id)", "/en/demandes/\(id)"] {
            let page = try await town.get(path)
            #expect(
                page.text.contains("Les voici") && page.text.contains("/donnees/oeuvres") && !page.text.contains("exemple.fr"),
                "\(path)")
        }
        _ = try await town.post("/demandes/\(id)", "", type: Self.form)
        _ = try await town.post("/demandes/\(id)", "", type: Self.form)
        #expect(try await town.get("/demandes/\(id)").text.contains("1 soutien<"), "once a day")
        #expect(town.server.serving.workroom.suggestions.suggestion(id)?.contact == "", "erased with the last word")
    }

    @Test("a reuse is shown once it was read, its script inert, and too many of one address are refused in words")
    func reuse() async throws {
        let town = try await Agent.town(), agent = try await Agent.signedIn(.publisher, town)
        let script = AddressText.encoded("<script>alert(1)</script>")
        let link = try await town.post(
            "/reutilisations", "title=Carte&text=Une+carte+des+arbres&link=javascript:alert(1)", type: Self.form)
        #expect(link.status == 422)
        let body = "title=\(script)&text=\(script)&author=\(script)&link=https%3A%2F%2Fexemple.fr%2Fa&dataset=oeuvres"
        #expect(try await town.get("/reutilisations?dataset=oeuvres").text.contains("value=\"oeuvres\" selected"))
        #expect(try await town.get("/donnees/oeuvres").text.contains("/reutilisations?dataset=oeuvres#proposer"))
        #expect(try await town.post("/reutilisations", body, type: Self.form).status == 200)
        let id = try #require(town.server.serving.workroom.suggestions.suggestions(.reuse).first?.id)
        try await agent.open("/atelier/propositions")
        #expect(!agent.page.text.contains("<script"))
        try await agent.send("/atelier/propositions/\(id)", ["state": "published", "answer": ""])
        let page = try await town.get("/reutilisations")
        #expect(page.text.contains("&lt;script") && !page.text.contains("<script"))
        // The page of the dataset, which was in memory, shows it at once; so do the widgets of the earlier API.
        let dataset = try await town.get("/donnees/oeuvres")
        #expect(dataset.text.contains("https://exemple.fr/a") && !dataset.text.contains("<script>alert"))
        let widget = try await town.get("/api/reuses/?dataset=oeuvres").json()
        #expect(widget["nhits"].number == 1 && widget["reuses"][0]["dataset"]["id"].text == "oeuvres")
        #expect(try await town.get("/api/reuses/?dataset=absent").json()["nhits"].number == 0)
        var last = 200
        for _ in 0..<6 { last = try await town.post("/reutilisations", body, type: Self.form).status }
        #expect(last == 429)
        let shared = try await ServedTown.shared.value
        #expect(try await shared.get("/reutilisations").status == 404, "nobody is there to read")
    }
}
