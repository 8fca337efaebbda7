import Foundation
import Support
import Testing

@testable import Publish
@testable import Territory

@Suite("A folder to publish to")
struct FolderTests {
    private struct Site {
        let sample: Sample
        let delivery: Delivery
        var folder: URL { sample.folder.url.appending(path: "public") }

        init() throws {
            sample = try Sample(destinations: "destinations: { site: { folder: public } }")
            let declared = try #require(sample.territory.destinations["site"])
            delivery = Delivery(to: try destination(declared, in: sample.territory), named: "site")
        }

        @discardableResult
        func publish(_ texts: [(name: String, text: String)] = [("subventions.csv", "a,b\r\n1,2\r\n")]) async throws
            -> Delivery.Ended
        {
            let publication = try sample.publication(texts)
            return await delivery.deliver(publication, Memory()) { publication }
        }

        func names() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "subventions").path).sorted()
        }

        func text(_ path: String) throws -> String { try sample.folder.text("public/\(path)") }
    }

    @Test("gets the files under their names, their hashes, and a page")
    func create() async throws {
        let site = try Site(), ended = try await site.publish()
        #expect(ended.fault == nil)
        #expect(ended.plan.changes.map(\.kind) == ["create", "add-file", "write", "write", "write", "write"])
        #expect(try site.names() == ["SHA256SUMS", "index.html", "sheet.json", "subventions.csv"])
        #expect(try site.text("subventions/subventions.csv") == "a,b\r\n1,2\r\n")
        let hash = try FileDigest(site.folder.appending(path: "subventions/subventions.csv")).sha256
        #expect(try site.text("subventions/SHA256SUMS") == "\(hash)  subventions.csv\n")
        #expect(try site.text("index.html").contains("<a href=\"subventions/index.html\">Subventions</a> (CSV)"))
        let page = try site.text("subventions/index.html")
        #expect(page.contains("<html lang=\"fr\">") && page.contains("<th scope=\"row\">") && page.contains(hash))
    }

    @Test("is not written a second time when nothing has changed")
    func again() async throws {
        let site = try Site()
        try await site.publish()
        let stamp = try FileManager.default.attributesOfItem(atPath: site.folder.appending(path: "index.html").path)
        let ended = try await site.publish()
        #expect(ended.plan.isEmpty && ended.fault == nil)
        let after = try FileManager.default.attributesOfItem(atPath: site.folder.appending(path: "index.html").path)
        #expect(stamp[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    }

    @Test("loses files of ours that are declared no more, and keeps those of others")
    func oldFiles() async throws {
        let site = try Site()
        try await site.publish([("subventions.csv", "a\r\n"), ("subventions.json", "[]\n")])
        try site.sample.folder.write("note", to: "public/subventions/note.txt")
        let ended = try await site.publish([("subventions.csv", "b\r\n")])
        #expect(ended.plan.changes.contains(.remove(file: "subventions.json")))
        #expect(ended.plan.changes.contains(.replace(file: "subventions.csv", bytes: 3)))
        #expect(ended.plan.left.map(\.english) == ["leaves \"note.txt\", put there by others"])
        #expect(try site.names() == ["SHA256SUMS", "index.html", "note.txt", "sheet.json", "subventions.csv"])
    }

    @Test("that others made is not written into")
    func foreign() async throws {
        let site = try Site()
        try site.sample.folder.write("theirs", to: "public/subventions/subventions.csv")
        let ended = try await site.publish()
        #expect((ended.fault as? PublishFault)?.kind == .notOurs)
        #expect(try site.text("subventions/subventions.csv") == "theirs")
    }

    @Test("keeps the page of all datasets that others wrote")
    func foreignFront() async throws {
        let site = try Site()
        try site.sample.folder.write("<h1>Notre page</h1>", to: "public/index.html")
        let ended = try await site.publish()
        #expect(ended.fault == nil)
        #expect(try site.text("index.html") == "<h1>Notre page</h1>")
    }

    @Test("that a killed run left half written is finished by the next")
    func half() async throws {
        let site = try Site()
        try await site.publish()
        try FileManager.default.removeItem(at: site.folder.appending(path: "subventions/subventions.csv"))
        try site.sample.folder.write("half", to: "public/subventions/.lavoir-1-subventions.csv")
        let ended = try await site.publish()
        #expect(ended.plan.changes.map(\.kind) == ["add-file"])
        #expect(try site.names() == ["SHA256SUMS", "index.html", "sheet.json", "subventions.csv"])
    }

    @Test("that leads out of the territory is refused, one that is written whole is not")
    func outside() throws {
        let sample = try Sample(
            destinations: "destinations: { out: { folder: ../public }, whole: { folder: /tmp/lavoir-nowhere } }")
        let out = try #require(sample.territory.destinations["out"]), whole = try #require(sample.territory.destinations["whole"])
        #expect(throws: PublishFault.self) { try destination(out, in: sample.territory) }
        #expect(throws: Never.self) { try destination(whole, in: sample.territory) }
    }

    @Test("shows the words of a town as words, whatever they are")
    func hostile() async throws {
        let sample = try Sample(
            destinations: "destinations: { site: { folder: public } }", sheet: "producer: { name: \"<script>alert(1)</script>\" }"
        )
        let declared = try #require(sample.territory.destinations["site"]), publication = try sample.publication()
        let ended = await Delivery(to: try destination(declared, in: sample.territory), named: "site").deliver(
            publication, Memory()
        ) { publication }
        #expect(ended.fault == nil)
        #expect(!(try sample.folder.text("public/subventions/index.html").contains("<script>")))
    }

    @Test("has a catalogue for harvesters when it is told its address, in which the neighbours stay")
    func catalogue() async throws {
        let sample = try Sample(destinations: "destinations: { site: { folder: public, address: \"https://od.example.org/\" } }")
        let declared = try #require(sample.territory.destinations["site"]), publication = try sample.publication()
        let delivery = Delivery(to: try destination(declared, in: sample.territory), named: "site")
        #expect(await delivery.deliver(publication, Memory()) { publication }.fault == nil)
        try sample.folder.write(
            #"{"id":"x","name":"voisin","title":{"fr":"V","en":"V"},"modified":"2024-01-01T00:00:00","formats":[],"files":[]}"#,
            to: "public/voisin/sheet.json")
        try sample.folder.write(
            "<https://od.example.org/dataset/x> a <http://www.w3.org/ns/dcat#Dataset> .\n", to: "public/voisin/dataset.ttl")
        #expect(await delivery.deliver(publication, Memory()) { publication }.plan.changes.map(\.kind) == ["write", "write"])
        let catalogue = try sample.folder.text("public/catalog.ttl"), id = publication.sheet.id
        #expect(catalogue.contains("dcat:dataset <https://od.example.org/dataset/\(id)>"))
        #expect(catalogue.contains("dcat:downloadURL <https://od.example.org/subventions/subventions.csv>"))
        #expect(catalogue.contains("<https://od.example.org/dataset/x> a"))
        #expect(await delivery.deliver(publication, Memory()) { publication }.plan.isEmpty)
    }

    @Test("loses a dataset on a person's order only, and not what others put beside it")
    func withdraw() async throws {
        let site = try Site()
        try await site.publish()
        try site.sample.folder.write("note", to: "public/subventions/note.txt")
        let ended = await site.delivery.withdraw(try site.sample.publication(), Memory())
        #expect(ended.plan.changes.map(\.kind) == ["withdraw"])
        #expect(try site.names() == ["note.txt"])
        #expect(!(try site.text("index.html").contains("subventions")))
    }
}
