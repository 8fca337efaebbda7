import Foundation
import Support
import Testing

@testable import Serve

@Suite("Producers")
struct ProducerTests {
    private static let town = Task { () -> ServedTown in
        var files = ServedTown.seeded
        func dataset(_ producer: String) -> String {
            """
            title: Les arbres
            source: { file: exports/arbres.csv }
            publish: [portal]
            frequency: annual
            producer: { name: "\(producer)", siret: "21580000400015" }
            contact: { name: Espaces verts, email: arbres@essai.fr }
            fields: { essence: { type: text }, hauteur: { type: int } }
            """
        }
        files["exports/arbres.csv"] = "essence,hauteur\nChêne,12\nHêtre,\n"
        files["datasets/arbres.yaml"] = dataset("Régie des Œuvres & <b>")
        files["datasets/bosquets.yaml"] = dataset("REGIE DES OEUVRES & B")
        return try await ServedTown(files: files)
    }

    @Test("each has a page with its datasets, whom to ask and how good they are, in both languages")
    func pages() async throws {
        let town = try await Self.town.value
        let all = try await town.get("/producteurs").text
        #expect(all.contains("<a href=\"/producteurs/regie-des-oeuvres-b\">Régie des Œuvres &amp; &lt;b&gt;</a>"), "\(all)")
        #expect(all.contains("<a href=\"/producteurs/essai\">Essai</a>"))
        let page = try await town.get("/producteurs/regie-des-oeuvres-b")
        let text = PageText(page.text).text
        #expect(page.status == 200 && text.contains("21580000400015") && page.text.contains("mailto:arbres@essai.fr"))
        #expect(text.contains(#/75\s%/#) && text.contains(#/2\sjeux de données, dont 2/#), "\(text)")
        let english = try await town.get("/en/producers/regie-des-oeuvres-b").text
        #expect(
            english.contains("Whom to write to") && english.contains("hreflang=\"fr\" href=\"/producteurs/regie-des-oeuvres-b\""))
        #expect(try await town.get("/producteurs/personne").status == 404)
    }

    @Test("an address of before leads to the one of today, and what it asked goes along")
    func moved() async throws {
        let town = try await Self.town.value
        for (former, now) in [
            ("/en/producteurs", "/en/producers"), ("/en/producteurs/essai?q=a%26b", "/en/producers/essai?q=a%26b"),
        ] {
            let reply = try await town.get(former)
            #expect(reply.status == 301 && reply.header("location") == now, "\(reply.header("location") ?? "")")
        }
        #expect(try await town.get("/producers").status == 404)
        #expect(try await town.get("/sitemap.xml").text.contains("/en/producers/regie-des-oeuvres-b</loc>"))
    }

    @Test("a dataset says who makes it and whom to write to")
    func dataset() async throws {
        let town = try await Self.town.value, page = try await town.get("/donnees/arbres").text
        #expect(page.contains("href=\"/producteurs/regie-des-oeuvres-b\"") && page.contains("mailto:arbres@essai.fr"))
        #expect(try await town.get("/donnees/oeuvres").text.contains("href=\"/producteurs/essai\""))
    }
}
