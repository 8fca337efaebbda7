import DuckDB
import Foundation
import Lake
import Support
import Testing

@testable import Serve

@Suite("Versions being served")
struct VersionTests {
    private static let one = [
        "exports/d.csv": "id,nom\n1,un\n2,deux\n",
        "datasets/d.yaml":
            "title: D\nsource: { file: exports/d.csv }\nkey: [id]\npublish: [portal]\nfields:\n  id: { type: int }\n  nom: { type: text }\n",
    ]

    @Test("are taken up when another process has written them; who reads the old one ends in peace")
    func taken() async throws {
        let town = try await ServedTown(files: Self.one)
        let serving = town.server.serving
        let before = try await town.explore("datasets/d/records")
        let held = try #require(serving.shelf.copy(of: "d"))
        let identifier = try await town.explore("datasets/d/records", ["select": "record_id", "where": "id=2"]).json()["results"][
            0]["record_id"]
        try town.folder.write("id,nom\n1,un\n2,DEUX\n3,trois\n", to: "exports/d.csv")
        try await ServedTown.run(town.folder)
        await town.server.refresh()
        let after = try await town.explore("datasets/d/records")
        #expect(after.header("ETag") != before.header("ETag"))
        #expect(try after.json()["total_count"].number == 3)
        #expect(try await town.explore("datasets").json()["results"][0]["metas"]["default"]["records_count"].number == 3)
        let same = try await town.explore("datasets/d/records", ["select": "record_id", "where": "id=2"]).json()["results"][0][
            "record_id"]
        #expect(same == identifier, "a row keeps its identifier as long as its key")
        let rows = try await serving.shelf.engine.read { try $0.rows("SELECT nom FROM \(held.copy.table) ORDER BY id") }
        #expect(rows.map { $0[0].text } == ["un", "deux"], "the copy held is the one it was")
        #expect(!FileManager.default.fileExists(atPath: held.copy.file.path))
        for (choice, name) in [("version", "1"), ("as_of", "2999-01-01")] {
            let past = try await town.explore("datasets/d/records", [choice: name]).json()
            #expect(past["total_count"].number == (choice == "version" ? 2 : 3), "\(choice)")
        }
        #expect(
            try await town.explore("datasets/d/exports/csv", ["version": "1", "with_bom": "false"]).text
                == "id;nom\r\n1;un\r\n2;deux\r\n")
        #expect(try await town.explore("datasets/d/records", ["version": "9"]).status == 404)
        #expect(try await town.explore("datasets/d/records", ["as_of": "hier"]).status == 400)
        #expect(try await town.explore("datasets/d/records", ["as_of": "1999-01-01"]).status == 404)
    }

    @Test("are let go of when nobody reads them any more")
    func released() async throws {
        let town = try await ServedTown(files: Self.one)
        let engine = town.server.serving.shelf.engine
        let name = try #require(town.server.serving.shelf.copy(of: "d")).copy.catalog
        try town.folder.write("id,nom\n1,un\n", to: "exports/d.csv")
        try await ServedTown.run(town.folder)
        await town.server.refresh()
        _ = try await town.explore("datasets/d/records")
        let isGone = await eventually {
            let rows = try? await engine.read {
                try $0.rows("SELECT 1 FROM duckdb_databases() WHERE database_name = ?", [.text(name)])
            }
            return rows?.isEmpty == true
        }
        #expect(isGone)
    }

    @Test("are copied again when their copies are deleted, and answer meanwhile")
    func rebuilt() async throws {
        let town = try await ServedTown(files: Self.one)
        let file = try #require(town.server.serving.shelf.copy(of: "d")).copy.file
        try FileManager.default.removeItem(at: file)
        #expect(try await town.explore("datasets/d/records").status == 200)
        await town.server.refresh()
        #expect(FileManager.default.fileExists(atPath: file.path))
        #expect(try await town.explore("datasets/d/records", ["limit": "1"]).status == 200)
    }

    @Test("are there at once for a server that starts on built copies, the lake untouched")
    func started() async throws {
        let town = try await ServedTown(files: Self.one)
        try FileManager.default.removeItem(at: town.folder.url.appending(path: "lake"))
        let again = try await Server(
            town.server.serving.territory, ServeOptions(), extensionFolder: Repository.extensions, log: town.server.serving.log)
        #expect(again.serving.shelf.copies.count == 1 && again.serving.shelf.catalogue != nil)
        await again.close()
    }
}
