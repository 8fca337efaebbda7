import Foundation
import HTTPTypes
import Support
import Testing

@testable import Serve

@Suite("The pages of the portal")
struct PortalPagesTests {
    private static let pages = [
        "", "donnees", "donnees?q=oeuvre&theme=culture&tri=titre", "donnees/oeuvres", "donnees/oeuvres/tableau",
        "donnees/oeuvres/qualite",
        "donnees/oeuvres/versions", "donnees/oeuvres/api", "donnees/oeuvres/graphiques",
        "donnees/oeuvres/graphiques?type=stacked&x=pose&y=prix&par=titre",
        "donnees/oeuvres/graphiques?type=scatter&x=poids&y=prix&par=titre",
        "donnees/oeuvres/graphiques?type=bars&x=titre&y=", "donnees/oeuvres/carte",
        "donnees/oeuvres/carte?ouest=1.4&sud=43.55&est=1.5&nord=43.65", "qualite", "plan-du-site",
        "accessibilite", "mentions-legales",
        "donnees-personnelles",
    ]

    @Test(
        "stand in French at the root and in English under /en, each with one title, one main part and no request elsewhere",
        arguments: pages)
    func languages(path: String) async throws {
        let town = try await ServedTown.shared.value
        for (prefix, language) in [("/", "fr"), (path.isEmpty ? "/en" : "/en/", "en")] {
            let page = try await town.get(prefix + path)
            #expect(page.status == 200 && page.header("Content-Type") == "text/html; charset=utf-8")
            #expect(page.header("Content-Language") == language && page.text.contains("<html lang=\"\(language)\">"))
            #expect(page.text.split(separator: "<h1>").count == 2 && page.text.split(separator: "<main ").count == 2, "\(path)")
            #expect(page.header("Content-Security-Policy")?.hasPrefix("default-src 'none'; style-src 'self'") == true)
            #expect(!page.text.contains(" style=\"") && !page.text.contains("<script>"))
            #expect(page.header("Set-Cookie") == nil && page.bytes.count < 100_000)
        }
    }

    @Test(
        "are reached by the addresses that an Opendatasoft portal had",
        arguments: [
            ("explore/dataset/oeuvres/", "donnees/oeuvres"), ("explore/dataset/oeuvres/information/", "donnees/oeuvres"),
            ("explore/dataset/oeuvres@ville/table/?q=x", "donnees/oeuvres/tableau"),
            ("explore/dataset/oeuvres/analyze/", "donnees/oeuvres/graphiques"),
            ("explore/?q=arbre&refine.theme=culture&sort=modified", "donnees?q=arbre&theme=culture"),
        ])
    func former(old: String, new: String) async throws {
        let town = try await ServedTown.shared.value
        let answer = try await town.get("/\(old)")
        #expect(answer.status == 301 && answer.header("Location") == "/\(new)")
        for unknown in ["explore/dataset/absent/", "explore/dataset/paie/table/", "explore/dataset/oeuvres/nonsense/"] {
            #expect(try await town.get("/\(unknown)").status == 404, "\(unknown)")
        }
    }

    @Test("show rows that are searched, chosen and ordered, and offer the same rows as a file")
    func table() async throws {
        let town = try await ServedTown.shared.value
        let page = try await town.get("/donnees/oeuvres/tableau?q=ecole&f.mots=eau&tri=-pose")
        #expect(page.text.contains("Lignes 1 à 2 sur 2") && !page.text.contains("Deux; points"))
        let later = try #require(page.text.range(of: "14/08/2020")), earlier = try #require(page.text.range(of: "29/02/2020"))
        #expect(later.lowerBound < earlier.lowerBound && page.text.contains("aria-sort=\"descending\""))
        let link = try #require(page.text.firstMatch(of: #/href="([^"]*exports/csv[^"]*)"/#)).1.replacing("&amp;", with: "&")
        let file = try await town.get(String(link))
        #expect(file.status == 200 && file.text.split(separator: "\r\n").count == 3, "\(file.text)")
    }

    @Test("show places in a frame, near ones together, and list and hand over the same")
    func map() async throws {
        let town = try await ServedTown.shared.value
        let whole = PageText(try await town.get("/donnees/oeuvres/carte").text).lines
        #expect(whole.contains("5 lieux dans le cadre. Passer la carte"), "\(whole)")
        let page = try await town.get("/donnees/oeuvres/carte?ouest=1.4&sud=43.6&est=1.46&nord=43.62")
        #expect(PageText(page.text).lines.contains("2 lieux dans le cadre. Passer la carte"))
        let link = try #require(page.text.firstMatch(of: #/href="([^"]*exports/csv[^"]*)"/#)).1.replacing("&amp;", with: "&")
        #expect(try await town.get(String(link)).text.split(separator: "\r\n").count == 3)
        let nothing = try await town.get("/donnees/oeuvres/carte?ouest=10&sud=10&est=11&nord=11")
        #expect(nothing.status == 200 && nothing.text.contains("Aucun lieu"))
        // A frame that cannot be is no frame: everything is shown.
        #expect(try await town.get("/donnees/oeuvres/carte?ouest=x&sud=1").text.contains("5 lieux"))
    }

    @Test("lead from each row to its sheet, which keeps its address, and hand over the selection in every form")
    func sheet() async throws {
        let town = try await ServedTown.shared.value
        let page = try await town.get("/donnees/oeuvres/tableau?q=ecole&tri=-pose")
        let link = try #require(
            page.text.firstMatch(of: #/href="(\/donnees\/oeuvres\/lignes\/[0-9a-f]{40})" aria-label="Fiche de la ligne 1"/#)
        ).1
        let sheet = try await town.get(String(link))
        let lines = PageText(sheet.text).lines
        #expect(
            sheet.status == 200 && lines.contains("Numéro | 5 |") && lines.contains("Prix | 40 € |")
                && lines.contains("pose | 14/08/2020 |"), "\(lines)")
        #expect(!sheet.text.contains("secret"))
        for absent in ["0000000000000000000000000000000000000000", "x", "5"] {
            #expect(try await town.get("/donnees/oeuvres/lignes/\(absent)").status == 404)
        }
        for form in ["csv", "xlsx", "json", "parquet", "geojson"] {
            let file = try #require(page.text.firstMatch(of: try Regex("href=\"([^\"]*exports/\(form)[^\"]*)\""))?[1].substring)
            #expect(try await town.get(String(file.replacing("&amp;", with: "&"))).status == 200, "\(form)")
        }
    }

    @Test("draw the chart that a reader asks for, and say when it cannot be drawn")
    func builder() async throws {
        let town = try await ServedTown.shared.value
        let drawn = try await town.get("/donnees/oeuvres/graphiques?type=bars&x=titre&y=prix").text
        #expect(drawn.contains("<h3 id=\"chart-1\">Prix par titre</h3>") && drawn.contains("<option value=\"bars\" selected>"))
        for bad in [
            "type=scatter&x=titre&y=prix", "type=bars&x=secret", "type=bars&x=titre&y=titre", "type=bars&x=lieu",
            "type=x&x=titre", "type=bars&x=mots",
        ] {
            let page = try await town.get("/donnees/oeuvres/graphiques?\(bad)")
            #expect(page.status == 200 && page.text.contains("ne se dessine pas") && !page.text.contains("<figure"), "\(bad)")
        }
    }

    @Test("obey no text that a file holds")
    func inert() async throws {
        let town = try await ServedTown.shared.value
        let page = try await town.get("/donnees/oeuvres/tableau?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
        #expect(page.status == 200 && !page.text.contains("<script>") && page.text.contains("&lt;script&gt;"))
        let rows = try await town.get("/donnees/oeuvres/tableau")
        #expect(rows.text.contains("&lt;b&gt;&amp;amp;&lt;/b&gt;") && !rows.text.contains("<b>&amp;</b>"))
    }

    @Test("know nothing of what is private: neither a dataset nor a field")
    func privacy() async throws {
        let town = try await ServedTown.shared.value
        #expect(try await town.get("/donnees/paie").status == 404)
        for path in Self.pages { #expect(try await !town.get("/" + path).text.contains("secret"), "\(path)") }
        #expect(try await !town.get("/sitemap.xml").text.contains("paie"))
    }

    @Test("lead on when there is no such page")
    func absent() async throws {
        let town = try await ServedTown.shared.value
        for (path, title) in [("/nulle-part", "Cette page n’existe pas"), ("/en/donnees/none", "This page does not exist")] {
            let page = try await town.get(path)
            #expect(page.status == 404 && page.text.contains("<h1>\(title)</h1>"))
        }
    }

    @Test("have one style, kept for ever under an address that changes with it")
    func style() async throws {
        let town = try await ServedTown.shared.value
        let home = try await town.get("/")
        let path = try #require(home.text.firstMatch(of: #/href="(/style/portail\.[0-9a-f]+\.css)"/#)).1
        let style = try await town.get(String(path))
        #expect(style.status == 200 && style.header("Content-Type") == "text/css; charset=utf-8")
        #expect(style.header("Cache-Control") == "public, max-age=31536000, immutable")
        let mark = try #require(home.header("ETag"))
        #expect(try await town.get("/", headers: [.ifNoneMatch: mark]).status == 304)
    }

    @Test("tell what changed from a version to the next, and keep to themselves what is private")
    func difference() async throws {
        let town = try await ServedTown(files: ServedTown.seeded)
        let file = try #require(ServedTown.seeded["exports/oeuvres.csv"])
        try town.folder.write(
            file.replacing("2,\"Deux; points: et, virgules\",80", with: "2,\"Deux; points: et, virgules\",95").replacing(
                ",bois,non,\"43.61, 1.45\",,b", with: ",bois,non,\"43.61, 1.45\",,z9"), to: "exports/oeuvres.csv")
        try await ServedTown.run(town.folder)
        await town.server.refresh()
        let page = try await town.get("/donnees/oeuvres/versions/1..2")
        #expect(page.status == 200 && page.text.contains("<del>80</del>") && page.text.contains("<ins>95</ins>"), "\(page.text)")
        #expect(!page.text.contains("z9"))
        #expect(try await town.get("/donnees/oeuvres/versions").text.contains("/donnees/oeuvres/versions/1..2"))
        #expect(try await town.get("/donnees/oeuvres/versions/1..9").status == 404)
        // Any two, whichever is named first.
        let compared = try await town.get("/donnees/oeuvres/versions?de=2&a=1").text
        #expect(compared.contains("<h2>De la version 1 à la version 2</h2>") && compared.contains("<ins>95</ins>"))
        let versions = try await town.get("/donnees/oeuvres/versions").text
        #expect(versions.contains("<select id=\"version-de\" name=\"de\"><option value=\"2\">2</option>"))
        #expect(versions.contains("<option value=\"1\" selected>1</option>"))
    }

    @Test("tell which version was there on a day")
    func past() async throws {
        let town = try await ServedTown.shared.value
        let before = try await town.get("/donnees/oeuvres/versions?le=1999-12-31").text
        #expect(before.contains("Rien n’était publié le 31 décembre 1999."))
        let later = try await town.get("/en/donnees/oeuvres/versions?le=2999-01-01").text
        #expect(later.contains("On 1 January 2999 it was version 1.") && later.contains("version=1\">CSV of version 1</a>"))
        let wrong = try await town.get("/donnees/oeuvres/versions?le=%3Cb%3E").text
        #expect(wrong.contains("« &lt;b&gt; » n’est pas un jour"))
    }
}
