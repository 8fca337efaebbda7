import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Support
import Testing

@testable import Serve

/// `/validate`, as the clients of Validata's service ask it.
@Suite("The check of a file", .timeLimit(.minutes(10)))
struct ValidateTests {
    private static let valid = """
        COMMUNE_NOM,COLL_INSEE,ENFANT_SEXE,ENFANT_PRENOM,ANNEE,NOMBRE_OCCURRENCES
        Valbourg,38185,F,Louise,2024,12
        Valbourg,38185,M,Gabriel,2024,9

        """

    /// A form as a browser or `requests` sends it.
    private static func form(_ fields: [(name: String, value: String)], file: String?, named name: String = "prenoms.csv")
        -> String
    {
        let parts = fields.map { "--frontière\r\nContent-Disposition: form-data; name=\"\($0.name)\"\r\n\r\n\($0.value)\r\n" }
        let last = file.map {
            "--frontière\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n\($0)\r\n"
        }
        return (parts + [last].compactMap { $0 }).joined() + "--frontière--\r\n"
    }

    private static func send(
        _ fields: [(name: String, value: String)], file: String?, named name: String = "prenoms.csv", to town: ServedTown
    ) async throws -> ServedTown.Reply {
        try await town.post(
            "/validate", form(fields, file: file, named: name), type: "multipart/form-data; boundary=frontière")
    }

    @Test("answers a file that is conform as Validata does")
    func conform() async throws {
        let town = try await ServedTown.shared.value
        let reply = try await Self.send([("schema", "scdl/prenoms"), ("header_case", "true")], file: Self.valid, to: town)
        let answer = try reply.json()
        #expect(reply.status == 200 && answer["report"]["valid"] == .boolean(true), "\(reply.text)")
        #expect(answer["_meta"]["args"]["schema"].text == "scdl/prenoms" && answer["_meta"]["args"]["file"].text == "prenoms.csv")
        #expect(answer["report"]["tasks"][0]["resource"]["stats"]["fields"].number == 6)
        #expect(answer.names == ["_meta", "report"])
    }

    @Test("answers one that is not with each error, its row, its field and its cells")
    func refused() async throws {
        let town = try await ServedTown.shared.value
        let file = Self.valid.replacing("2024,9", with: "deux mille,9")
        let answer = try await Self.send([("schema", "scdl/prenoms")], file: file, to: town).json()
        #expect(answer["report"]["valid"] == .boolean(false))
        let error = answer["report"]["tasks"][0]["errors"][0]
        #expect(error["rowPosition"].number == 3 && error["fieldName"].text == "ANNEE")
        #expect(error["cell"].text == "deux mille")
        #expect(error["cells"].list.count == 6)
    }

    @Test("compares titles without their case when it is asked to")
    func headerCase() async throws {
        let town = try await ServedTown.shared.value
        let file = Self.valid.replacing("ANNEE", with: "annee")
        let strict = try await Self.send([("schema", "scdl/prenoms"), ("strict", "validata")], file: file, to: town).json()
        let loose = try await Self.send([("schema", "scdl/prenoms"), ("header_case", "false")], file: file, to: town).json()
        #expect(strict["report"]["valid"] == .boolean(false))
        #expect(loose["report"]["valid"] == .boolean(true))
    }

    @Test(
        "says which parameter is missing, and reads no schema from a path of its machine",
        arguments: [
            ([], "", "Missing or empty \"schema\" parameter"), ([("schema", "")], "x", "Missing or empty \"schema\" parameter"),
            ([("schema", "scdl/prenoms")], "", "Missing or empty \"file\" parameter"),
            ([("schema", "/etc/passwd")], "x", "/etc/passwd"), ([("schema", "../lavoir.yaml")], "x", "../lavoir.yaml"),
        ])
    func missing(fields: [(name: String, value: String)], file: String, message: String) async throws {
        let reply = try await Self.send(fields, file: file, to: try await ServedTown.shared.value)
        #expect(reply.status == 400)
        #expect(try reply.json()["message"].text?.contains(message) == true, "\(reply.text)")
    }

    @Test("tells a file that cannot be read, and the network of the server is not asked")
    func unreadable() async throws {
        let town = try await ServedTown.shared.value
        let broken = try await Self.send([("schema", "scdl/prenoms")], file: "PK\u{3}\u{4}no", named: "x.xlsx", to: town)
        #expect(broken.status == 200)
        #expect(try broken.json()["error"]["message"].text?.isEmpty == false && broken.json().names == ["_meta", "error"])
        for url in ["http://127.0.0.1:1/x.csv", "http://169.254.169.254/latest", "http://[::1]/x.csv"] {
            let near = try await town.ask("/validate", ["schema": "scdl/prenoms", "url": url])
            #expect(near.status == 200)
            #expect(try near.json().names == ["_meta", "error"])
        }
        for url in ["file:///etc/passwd", "/etc/passwd", "ftp://x/y"] {
            #expect(try await town.ask("/validate", ["schema": "scdl/prenoms", "url": url]).status == 400)
        }
    }

    @Test("reads the file of an address: one that this server gives")
    func address() async throws {
        let town = try await ServedTown(
            files: [
                "exports/prenoms.csv": Self.valid,
                "datasets/prenoms.yaml":
                    "title: Prénoms\nsource: { file: exports/prenoms.csv }\npublish: [portal]\n",
            ], setting: { $0.asksLocalAddresses = true })
        let answer = try await town.server.application(watches: false).test(.live) { client in
            let port = try #require(client.port)
            let url = "http://127.0.0.1:\(port)/api/explore/v2.1/catalog/datasets/prenoms/exports/csv"
            return try await client.execute(
                uri:
                    "/validate?schema=scdl/prenoms&url=\(url.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")",
                method: .get
            ) { String(buffer: $0.body) }
        }
        #expect(answer.contains("\"valid\":true"), "\(answer)")
    }

    @Test("refuses a file that is too large, and leaves nothing of it")
    func tooLarge() async throws {
        let town = try await ServedTown(files: ServedTown.seeded, setting: { $0.uploadBytes = 2_000 })
        let reply = try await Self.send([("schema", "scdl/prenoms")], file: String(repeating: "x", count: 3_000), to: town)
        #expect(reply.status == 413)
        let left = try? FileManager.default.contentsOfDirectory(atPath: town.folder.url.appending(path: ".lavoir/uploads").path)
        #expect(left == [])
    }
}

/// Forms as they arrive.
@Suite("A form with files")
struct MultipartFormTests {
    private static let type = "multipart/form-data; boundary=\"b\""

    @Test("is read as browsers write it")
    func browsers() throws {
        let text =
            "--b\r\nContent-Disposition: form-data; name=\"a%22b\"\r\n\r\nun\r\ndeux\r\n"
            + "--b\r\ncontent-disposition: form-data; filename=\"é.csv\"; name=file\r\nContent-Type: text/csv\r\n\r\n\r\n--b--"
        let form = try #require(MultipartForm(contentType: Self.type, Data(text.utf8)))
        #expect(form.text("a\"b") == "un\r\ndeux")
        let file = try #require(form.file("file"))
        #expect(file.name == "é.csv" && file.bytes.isEmpty)
        #expect(form.text("file") == nil)
    }

    @Test(
        "is none when it is broken",
        arguments: [
            "", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nno end", "no mark\r\n--b--",
            "--b\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--b--", "--bb--",
        ])
    func broken(text: String) {
        #expect(MultipartForm(contentType: Self.type, Data(text.utf8))?.parts.isEmpty != false)
    }

    @Test("never reads beyond its bytes, whatever they are")
    func mutated() {
        var random = Seeded(20_261_122)
        let whole = Array("--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"y\"\r\n\r\nvalue\r\n--b--\r\n".utf8)
        for _ in 0..<5_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) {
                    bytes.remove(at: place)
                } else {
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            let form = MultipartForm(contentType: Self.type, Data(bytes))
            for part in form?.parts ?? [] { #expect(part.range.upperBound <= bytes.count) }
        }
    }
}
