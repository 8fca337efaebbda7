import Foundation
import FoundationXML
import Support
import Testing

@testable import Serve

@Suite("Signs for machines")
struct SignTests {
    /// The elements of an XML text by name, their texts in order; throws nothing: a text that is no XML has none.
    private final class Reading: NSObject, XMLParserDelegate {
        var texts: [String: [String]] = [:]
        private var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { text = "" }
        func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            texts[name, default: []].append(text)
            text = ""
        }
    }

    private static func elements(_ bytes: Data) -> [String: [String]] {
        let parser = XMLParser(data: bytes), reading = Reading()
        parser.delegate = reading
        return parser.parse() ? reading.texts : [:]
    }

    @Test(
        "feeds tell the versions of one dataset or of all, and none that is private",
        arguments: ["/versions.atom", "/en/donnees/oeuvres/versions.atom"])
    func feeds(path: String) async throws {
        let town = try await ServedTown.shared.value
        let feed = try await town.get(path)
        #expect(feed.status == 200 && feed.header("Content-Type") == "application/atom+xml; charset=utf-8")
        let elements = Self.elements(feed.bytes)
        let titles = elements["title"] ?? []
        #expect(
            titles.count == 2 && titles.last == (path.hasPrefix("/en") ? "Works of art, version 1" : "Œuvres d'art, version 1"),
            "\(feed.text)")
        #expect(elements["id"]?.last?.hasSuffix("/donnees/oeuvres/versions#version-1") == true)
        #expect(elements["updated"]?.allSatisfy { $0.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/#) != nil } == true)
        #expect(!feed.text.contains("paie"))
        #expect(try await town.get("/donnees/paie/versions.atom").status == 404)
    }

    @Test("a browser learns how to search the catalogue")
    func search() async throws {
        let town = try await ServedTown.shared.value
        let description = try await town.get("/en/opensearch.xml")
        #expect(Self.elements(description.bytes)["ShortName"] == ["Essai"])
        #expect(description.text.contains("/en/donnees?q={searchTerms}\""))
        #expect(try await town.get("/").text.contains("href=\"/opensearch.xml\""))
    }

    @Test("a page says of itself what a link to it is shown with")
    func card() async throws {
        let town = try await ServedTown.shared.value
        let page = try await town.get("/en/donnees/oeuvres").text
        #expect(page.contains("<meta property=\"og:title\" content=\"Works of art\">"))
        #expect(page.contains("<meta name=\"description\" content=\"The town&#39;s works\">"))
        #expect(page.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"))
        #expect(page.contains("<meta property=\"og:image:width\" content=\"1200\">"))
        let picture = try #require(page.firstMatch(of: #/<meta property="og:image" content="https?:\/\/[^\/]+([^"]+)">/#)).1
        #expect(picture == "/en/donnees/oeuvres/image.png")
        let shown = try await town.get(String(picture)), catalogue = try await town.get("/donnees")
        #expect(shown.status == 200 && !catalogue.text.contains("og:image"))
        let json = try #require(page.firstMatch(of: #/<script type="application\/ld\+json">(.*?)<\/script>/#)).1
        let described = try JSONDecoder().decode(ServedTown.Value.self, from: Data(json.utf8))
        #expect(
            described["@type"].text == "Dataset" && described["identifier"].text == "oeuvres"
                && described["distribution"].list.count == 3)
    }
}
