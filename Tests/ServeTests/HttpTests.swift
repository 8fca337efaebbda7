import Foundation
import HTTPTypes
import Testing

@testable import Serve

@Suite("Over HTTP")
struct HttpTests {
    @Test("every answer can be read from any origin, errors too, and says nothing to other sites")
    func origins() async throws {
        let town = try await ServedTown.shared.value
        for path in [
            "/\(Explore.root)/datasets", "/\(Explore.root)/datasets/absent", "/nowhere", "/api",
            "/\(Explore.root)/datasets?limit=x",
        ] {
            let reply = try await town.get(path)
            #expect(reply.header("Access-Control-Allow-Origin") == "*", "\(path)")
            #expect(reply.header("Access-Control-Allow-Methods") == "POST, GET, OPTIONS", "\(path)")
            #expect(reply.header("X-Content-Type-Options") == "nosniff", "\(path)")
            #expect(reply.header("Content-Security-Policy")?.contains("default-src 'none'") == true, "\(path)")
        }
        let options = try await town.get("/\(Explore.root)/datasets/x/records", method: .options)
        #expect(options.status == 204 && options.header("Access-Control-Allow-Headers")?.contains("ODS-Widgets-Version") == true)
    }

    @Test("a slash at the end changes nothing, and HEAD is GET without a body")
    func forms() async throws {
        let town = try await ServedTown.shared.value
        for path in [
            "datasets", "datasets/oeuvres", "datasets/oeuvres/records", "datasets/oeuvres/facets", "datasets/oeuvres/exports/csv",
        ] {
            let one = try await town.get("/\(Explore.root)/\(path)"), other = try await town.get("/\(Explore.root)/\(path)/")
            #expect(one.status == 200 && one.bytes == other.bytes, "\(path)")
            let head = try await town.get("/\(Explore.root)/\(path)", method: .head)
            #expect(head.status == 200 && head.bytes.isEmpty && head.header("ETag") == one.header("ETag"), "\(path)")
        }
        let post = try await town.get("/\(Explore.root)/datasets", method: .post)
        #expect(post.status == 405 && post.header("Allow") == "GET, HEAD, OPTIONS")
    }

    @Test("an answer has a mark of its version and question, which spares sending it again")
    func marks() async throws {
        let town = try await ServedTown.shared.value
        let path = "/\(Explore.root)/datasets/oeuvres/records?limit=1&where=id=2"
        let first = try await town.get(path)
        let mark = try #require(first.header("ETag"))
        #expect(first.header("Last-Modified")?.hasSuffix("GMT") == true && first.header("Cache-Control") == "public, no-cache")
        let same = try await town.get("/\(Explore.root)/datasets/oeuvres/records?where=id=2&limit=1")
        #expect(same.header("ETag") == mark, "the order of parameters does not count")
        #expect(try await town.get("/\(Explore.root)/datasets/oeuvres/records?limit=2&where=id=2").header("ETag") != mark)
        for known in [mark, "W/\(mark)", "\"x\", \(mark)", "*"] {
            let reply = try await town.get(path, headers: [.ifNoneMatch: known])
            #expect(reply.status == 304 && reply.bytes.isEmpty && reply.header("ETag") == mark, "\(known)")
        }
        #expect(try await town.get(path, headers: [.ifNoneMatch: "\"other\""]).status == 200)
        #expect(try await town.get(path, headers: [.ifModifiedSince: first.header("Last-Modified") ?? ""]).status == 304)
        #expect(
            try await town.get("/\(Explore.root)/datasets/oeuvres/records?where=pose%3Cnow()").header("ETag") == nil,
            "time goes by")
    }

    @Test("answers are packed for those who can read them packed")
    func packed() async throws {
        let town = try await ServedTown.shared.value
        for path in ["datasets", "datasets/oeuvres/exports/csv"] {
            let plain = try await town.explore(path)
            let brotli = try await town.explore(path, headers: [.acceptEncoding: "gzip, br"])
            #expect(brotli.header("Content-Encoding") == "br" && brotli.header("ETag") != plain.header("ETag"), "\(path)")
            #expect(brotli.bytes.count < plain.bytes.count, "\(path)")
            let packed = try await town.explore(path, headers: [.acceptEncoding: "br;q=0.1, gzip;q=0.5"])
            #expect(packed.header("Content-Encoding") == "gzip" && packed.header("ETag") != plain.header("ETag"), "\(path)")
            #expect(packed.bytes.prefix(2) == Data([0x1F, 0x8B]), "\(path)")
            let refused = try await town.explore(path, headers: [.acceptEncoding: "gzip;q=0, identity"])
            #expect(refused.header("Content-Encoding") == nil, "\(path)")
        }
    }

    @Test("what is too long is refused before it is read")
    func bounds() async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.get("/\(Explore.root)/datasets?where=" + String(repeating: "a", count: 1_000_000))
        #expect(reply.status == 414 && reply.text.contains("error_code"))
        #expect(try await town.get("/" + String(repeating: "x/", count: 20_000)).status == 404)
    }

    @Test("errors of our own addresses are problem details in the reader's language")
    func problems() async throws {
        let town = try await ServedTown.shared.value
        let french = try await town.get("/api/rien")
        #expect(french.status == 404 && french.header("Content-Type") == "application/problem+json")
        #expect(try french.json()["title"].text == "Cette adresse n'existe pas.")
        let english = try await town.get("/api/rien", headers: [.acceptLanguage: "en-GB"])
        #expect(try english.json()["detail"].text == "The addresses are described at /api")
        #expect(try await town.get("/api/explore/v2.1/catalog/rien").text.contains("error_code"))
    }

    @Test("links follow the address of the public: told, forwarded by a trusted proxy, or asked for")
    func addresses() async throws {
        func link(_ town: ServedTown, _ path: String, _ headers: HTTPFields = [:]) async throws -> String? {
            try await town.get(path, headers: headers).json()["links"][0]["href"].text
        }
        let exports = "/\(Explore.root)/datasets/oeuvres/exports"
        let forwarded: HTTPFields = try [
            #require(HTTPField.Name("X-Forwarded-Proto")): "https", #require(HTTPField.Name("X-Forwarded-Host")): "data.ville.fr",
            #require(HTTPField.Name("X-Forwarded-Prefix")): "/lavage/",
        ]
        let plain = try await ServedTown.shared.value
        #expect(try await link(plain, exports, forwarded) == "http://localhost\(exports)", "nobody is believed")
        let proxied = try await ServedTown(files: ServedTown.seeded) { $0.isBehindProxy = true }
        #expect(try await link(proxied, exports, forwarded) == "https://data.ville.fr/lavage\(exports)")
        let evil: HTTPFields = try [#require(HTTPField.Name("X-Forwarded-Host")): "x\"><script>"]
        #expect(try await link(proxied, exports, evil) == "http://127.0.0.1:8080\(exports)")
        let based = try await ServedTown(files: ServedTown.seeded) { $0.baseURL = "https://data.ville.fr/lavage" }
        let page = try await based.get("/lavage/donnees/oeuvres").text
        #expect(page.contains("<meta property=\"og:image\" content=\"https://data.ville.fr/lavage/donnees/oeuvres/image.png\">"))
        for path in [exports, "/lavage\(exports)"] {
            #expect(try await link(based, path) == "https://data.ville.fr/lavage\(exports)", "\(path)")
        }
    }

    @Test("health, readiness and figures are told")
    func observed() async throws {
        let town = try await ServedTown.shared.value
        #expect(try await town.get("/health").status == 200)
        #expect(try await town.get("/ready").json()["datasets"].number == 2)
        _ = try await town.explore("datasets/oeuvres/records")
        let metrics = try await town.get("/metrics")
        #expect(metrics.header("Content-Type")?.hasPrefix("text/plain; version=0.0.4") == true)
        #expect(
            metrics.text.contains(
                "lavoir_http_requests_total{route=\"api/explore/v2.1/catalog/datasets/{dataset}/records\",status=\"200\"}"))
        for line in metrics.text.split(separator: "\n") where !line.hasPrefix("#") {
            #expect(line.wholeMatch(of: #/[a-z_]+(\{[^}]*(\{[^}]*\}[^}]*)*\})? [0-9.e+-]+/#) != nil, "\(line)")
        }
    }

    @Test("the page to try asks for the reader, without a script, and says why a question cannot be read")
    func page() async throws {
        let town = try await ServedTown.shared.value
        for (path, language, said) in [("/api", "fr", "Les API"), ("/en/api", "en", "The APIs")] {
            let page = try await town.get(path).text
            #expect(page.contains("<html lang=\"\(language)\">") && page.contains("<h1>\(said)</h1>"))
            #expect(page.matches(of: #/(src|action)="(https?:)?\/\//#).isEmpty && !page.contains("<script"))
            #expect(!page.contains("paie") && page.contains("<option value=\"oeuvres\">"))
        }
        let answered = try await town.get("/api?dataset=oeuvres&select=count(*)%20as%20n&where=prix%3E50&group_by=&limit=1").text
        #expect(answered.contains("&quot;n&quot; : 2") && answered.contains("<option value=\"oeuvres\" selected>"))
        #expect(answered.contains("/records?select=count%28%2A%29%20as%20n&amp;where=prix%3E50&amp;limit=1\">"))
        let refused = try await town.get("/api?dataset=oeuvres&where=%3Cb%3E")
        #expect(refused.status == 200 && refused.text.contains("<p role=\"status\"><strong>") && !refused.text.contains("<b>"))
        #expect(try await town.get("/api?dataset=oeuvres&limit=x").text.contains("<p role=\"status\">"))
        #expect(try await town.get("/api?dataset=paie").status == 404)
    }
}
