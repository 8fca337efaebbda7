import Foundation
import HTTPTypes
import Support
import Testing

@testable import Serve

@Suite("Charts and maps that leave the site")
struct EmbedTests {
    private static let town = Task { () -> ServedTown in
        var files = ServedTown.seeded
        files["datasets/oeuvres.yaml"]? += """

            views:
              - bars: { x: titre, y: prix, where: "prix > 0" }
              - treemap: { size: prix, by: [public, titre] }
              - scatter: { x: prix, y: poids, label: titre }
            """
        return try await ServedTown(files: files)
    }

    @Test("a chart stands in a frame of any site, alone, with its source; every other page in none")
    func framed() async throws {
        let town = try await Self.town.value
        for path in [
            "/embed/oeuvres/graphique", "/embed/oeuvres/graphique?vue=2", "/en/embed/oeuvres/graphique?type=bars&x=public",
            "/embed/oeuvres/carte", "/embed/oeuvres/carte?ouest=1&sud=43&est=2&nord=44",
        ] {
            let page = try await town.get(path)
            #expect(page.status == 200, "\(path)")
            #expect(page.header("content-security-policy")?.contains("frame-ancestors *") == true)
            #expect(page.header("x-frame-options") == nil)
            #expect(page.text.contains("<figure") && !page.text.contains("<header") && !page.text.contains("<footer"))
            #expect(page.text.contains("target=\"_blank\" rel=\"noopener\"") && !page.text.contains("<script"))
        }
        for path in ["/donnees/oeuvres/graphiques", "/donnees/oeuvres/carte", "/", "/atelier/connexion", "/embed/oeuvres"] {
            let page = try await town.get(path)
            #expect(page.header("content-security-policy")?.contains("frame-ancestors 'none'") == true, "\(path)")
            #expect(page.header("x-frame-options") != nil)
        }
    }

    @Test("what is not there, is private, or is no chart cannot be framed either")
    func absent() async throws {
        let town = try await Self.town.value
        for path in [
            "/embed/paie/graphique", "/embed/oeuvres/graphique?vue=9", "/embed/oeuvres/graphique?vue=x%27",
            "/embed/oeuvres/graphique?type=bars&x=secret", "/embed/paie/carte", "/donnees/paie/graphiques.vl.json",
            "/donnees/oeuvres/graphiques.vl.json?type=bars&x=secret",
        ] {
            #expect(try await town.get(path).status == 404 || path.hasSuffix("x%27"), "\(path)")
        }
    }

    @Test("beside each chart and map is the HTML to copy, whose frame has a title and leads where it says")
    func code() async throws {
        let town = try await Self.town.value
        for path in ["/donnees/oeuvres/graphiques?type=bars&x=titre&y=prix", "/en/donnees/oeuvres/carte"] {
            let text = try await town.get(path).text.replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
                .replacing("&amp;", with: "&")
            let frames = text.matches(of: #/<iframe src="https?://[^/]+([^"]+)" title="([^"]+)"/#)
            #expect(frames.count >= 1, "\(text)")
            for frame in frames {
                let address = String(frame.1).replacing("&amp;", with: "&")
                #expect(try await town.get(address).status == 200, "\(address)")
                #expect(!frame.2.isEmpty)
            }
        }
    }

    @Test("a figure opened in its frame stays in it, down to its parts")
    func inside() async throws {
        let town = try await Self.town.value
        let page = try await town.get("/embed/oeuvres/graphique?vue=2").text
        let link = try #require(page.firstMatch(of: #/href="(\/embed\/oeuvres\/graphique\?vue=2&amp;dans=[^"]+)"/#))
        let below = try await town.get(String(link.1).replacing("&amp;", with: "&"))
        #expect(
            below.status == 200 && below.text.contains("École d")
                && !below.text.contains("href=\"/donnees/oeuvres/graphiques?vue=2\""))
    }

    @Test(
        "a chart is taken away as Vega-Lite, and its data are those it draws",
        arguments: ["?vue=1", "?vue=2", "?vue=3", "?type=lines&x=pose&y=prix&par=titre", "?type=stacked&x=public&par=titre"])
    func specification(_ query: String) async throws {
        let town = try await Self.town.value
        let reply = try await town.get("/donnees/oeuvres/graphiques.vl.json\(query)"), chart = try reply.json()
        #expect(reply.status == 200 && reply.header("access-control-allow-origin") == "*")
        #expect(chart["$schema"].text == "https://vega.github.io/schema/vega-lite/v5.json")
        let address = try #require(chart["data"]["url"].text), path = try #require(address.firstRange(of: "/api/"))
        let rows = try await town.get(String(address[path.lowerBound...]))
        #expect(rows.status == 200, "\(rows.text)")
        let fields = ["x", "y", "color", "tooltip"].compactMap { chart["encoding"][$0]["field"].text }
        let first = try #require(try rows.json().list.first)
        #expect(Set(fields).isSubset(of: first.names) && fields.contains("mesure"), "\(first)")
        let drawn = try await town.get("/embed/oeuvres/graphique\(query)").text
        #expect(drawn.contains("<figure"))
    }

    @Test(
        "a chart is taken away as a picture, and a dataset is shown by one",
        arguments: [
            "/donnees/oeuvres/graphiques.png", "/donnees/oeuvres/graphiques.png?vue=2", "/donnees/oeuvres/graphiques.png?vue=3",
            "/en/donnees/oeuvres/graphiques.png?type=lines&x=pose&y=prix&par=titre", "/donnees/oeuvres/image.png",
        ])
    func picture(_ path: String) async throws {
        let town = try await Self.town.value, picture = try await town.get(path)
        #expect(picture.status == 200 && picture.header("content-type") == "image/png")
        #expect(picture.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) && picture.bytes.count > 5_000, "\(picture.bytes.count)")
        let again = try await town.get(path, headers: [.ifNoneMatch: try #require(picture.header("etag"))])
        #expect(again.status == 304)
        let drawing = try await town.get(path.replacing(#/(graphiques|image)\.png/#, with: "graphiques.svg"))
        #expect(drawing.header("content-type") == "image/svg+xml" && drawing.text.hasPrefix("<svg xmlns"))
        let policy = drawing.header("content-security-policy") ?? ""
        #expect(
            policy.hasPrefix("default-src 'none'; style-src 'unsafe-inline'") && !policy.contains("script"),
            "its own style is seen")
    }

    @Test("no picture is made of what is private, or is no chart")
    func noPicture() async throws {
        let town = try await Self.town.value
        for path in [
            "/donnees/paie/graphiques.png", "/donnees/paie/image.png", "/donnees/oeuvres/graphiques.png?vue=9",
            "/donnees/oeuvres/graphiques.svg?type=bars&x=secret", "/donnees/absent/image.png",
        ] {
            #expect(try await town.get(path).status == 404, "\(path)")
        }
    }

    @Test("a chart whose names no picture can hold is refused, and its page is there")
    func largePicture() async throws {
        var files = ServedTown.seeded
        let rows = (0..<20).map { "\(String(repeating: "x", count: 60_000))\($0);10" }
        files["exports/longs.csv"] = (["nom;prix"] + rows).joined(separator: "\n") + "\n"
        files["datasets/longs.yaml"] = """
            title: Longs
            source: { file: exports/longs.csv }
            publish: [portal]
            fields: { nom: { type: text }, prix: { type: int } }
            views: [ { treemap: { size: prix, by: [nom] } } ]
            """
        let town = try await ServedTown(files: files)
        #expect(try await town.get("/donnees/longs/graphiques.png").status == 422)
        #expect(try await town.get("/donnees/longs/graphiques").status == 200)
    }

    @Test("nothing is loaded before someone asks, and then from this server alone")
    func onDemand() async throws {
        let town = try await Self.town.value
        let page = try await town.get("/donnees/oeuvres/graphiques?type=bars&x=titre&y=prix")
        #expect(page.header("content-security-policy")?.contains("script-src 'self'; connect-src 'self'") == true)
        let loader = try #require(page.text.firstMatch(of: #/<script src="(\/style\/vivant\.[0-9a-f]+\.js)" defer>/#))
        let library = try #require(page.text.firstMatch(of: #/data-library="(\/style\/vega\.[0-9a-f]+\.js)"/#))
        #expect(try await town.get(String(loader.1)).bytes.count < 4_000)
        let sent = try await town.get(String(library.1), headers: [.acceptEncoding: "br"])
        #expect(sent.header("content-encoding") == "br" && sent.bytes.count < 300_000)
        #expect(sent.header("cache-control")?.contains("immutable") == true)
        for path in ["/donnees/oeuvres/graphiques", "/donnees/oeuvres"] {
            let plain = try await town.get(path)
            #expect(!plain.text.contains(".js\"") && plain.header("content-security-policy")?.contains("script-src") == false)
        }
    }
}
