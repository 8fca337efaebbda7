import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("A geographic file")
struct GeoTests {
    /// Two places of Grenoble in Lambert 93, with what a table may hold.
    static let places = """
        SELECT * FROM (VALUES
            (1, '01001', 'Mairie été', DATE '2024-02-03', 12.50::DECIMAL(10, 2), 77567227200041, ST_Point(913000, 6458000)),
            (2, '2A004', 'École', NULL, 0.10, NULL, ST_Point(914000, 6459000))) AS t(id, insee, nom, jour, prix, siret, geom)
        """
    /// The first place on WGS 84, as PROJ has it.
    static let first = #"{"type":"Point","coordinates":[5.7127203366"#

    static func copy(_ file: String, _ driver: String, system: String = "EPSG:2154", _ query: String = places) -> String {
        "COPY (\(query)) TO 'FOLDER/\(file)' (FORMAT gdal, DRIVER '\(driver)', SRS '\(system)')"
    }

    @Test(
        "gives its fields as text and its geometry on WGS 84, told",
        arguments: [("x.gpkg", "GPKG"), ("x.fgb", "FlatGeobuf"), ("x.shp", "ESRI Shapefile")])
    func geometry(file: String, driver: String) async throws {
        let folder = try TemporaryFolder()
        try await FileTable.made([Self.copy(file, driver)], in: folder)
        let answer = try await FileTable.read(in: folder, file)
        #expect(
            answer.notes.contains { $0.contains("geometries converted from ") && $0.contains("to WGS 84") }, "\(answer.notes)")
        let row = try #require(answer.rows.first { $0[answer.columns.firstIndex(of: "insee") ?? 0] == "01001" })
        let cells = Dictionary(uniqueKeysWithValues: zip(answer.columns, row))
        #expect(cells["nom"] == "Mairie été" && cells["siret"] == "77567227200041")
        #expect(cells["jour"]??.hasPrefix("2024-02-03") == true)
        #expect(cells["prix"]??.hasPrefix("12.5") == true)
        let geometry = cells["geometry"] ?? cells["geom"]
        #expect(geometry??.hasPrefix(Self.first) == true, "\(String(describing: geometry))")
        #expect(answer.columns.last == "geometry" || answer.columns.last == "geom")
        // The other has no date and no number: empty, not 1970, not 0.
        let other = try #require(answer.rows.first { $0 != row })
        let empty = Dictionary(uniqueKeysWithValues: zip(answer.columns, other))
        #expect(empty["jour"] == .some(nil) && empty["siret"] == .some(nil))
        #expect(answer.numbers == [1, 2])
    }

    @Test(
        "keeps the shape of lines, polygons with holes and collections", arguments: [("x.fgb", "FlatGeobuf"), ("x.gpkg", "GPKG")])
    func shapes(file: String, driver: String) async throws {
        let shapes = [
            "LINESTRING (1 2, 3 4.5)", "POLYGON ((0 0, 9 0, 9 9, 0 0), (1 1, 2 1, 2 2, 1 1))", "MULTIPOINT (1 2, 3 4)",
            "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
            "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
        ]
        for (index, shape) in shapes.enumerated() {
            let folder = try TemporaryFolder()
            let query = "SELECT 1 AS a, ST_GeomFromText('\(shape)') AS geom"
            try await FileTable.made([Self.copy(file, driver, system: "EPSG:4326", query)], in: folder)
            let answer = try await FileTable.read(in: folder, file)
            let text = try #require(answer.rows[0].last ?? nil, "\(index)")
            let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            let kind = shape.prefix { $0.isLetter }
            #expect((read["type"] as? String)?.uppercased() == String(kind))
            let numbers = shape.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
            let found = text.split { !"0123456789.".contains($0) }.compactMap { Double($0) }
            #expect(found == numbers, "\(text)")
        }
    }

    @Test("without a coordinate system is left as it is, and said")
    func unknownSystem() async throws {
        let folder = try TemporaryFolder()
        try await FileTable.made([Self.copy("x.shp", "ESRI Shapefile")], in: folder)
        try FileManager.default.removeItem(at: folder.url.appending(path: "x.prj"))
        let answer = try await FileTable.read(in: folder, "x.shp")
        #expect(answer.rows[0].last == #"{"type":"Point","coordinates":[913000.0,6458000.0]}"#)
        #expect(answer.notes.contains { $0.contains("does not tell its coordinate system") })
    }

    @Test("that is cut is refused, never half read", arguments: ["x.gpkg", "x.fgb", "x.shp"])
    func cut(file: String) async throws {
        let folder = try TemporaryFolder()
        try await FileTable.made(
            [Self.copy("x.gpkg", "GPKG"), Self.copy("x.fgb", "FlatGeobuf"), Self.copy("x.shp", "ESRI Shapefile")], in: folder)
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
            files[name] = try Data(contentsOf: folder.url.appending(path: name))
        }
        let whole = try #require(files[file])
        for length in [whole.count - 20, whole.count / 2, 120] {
            files[file] = whole.prefix(length)
            let fault = try await FileTable.fault(files, file)
            #expect(fault.hasPrefix("collect.unreadable-file: \(file) cannot be read"), "\(length): \(fault)")
        }
    }

    @Test("FlatGeobuf never crashes, whatever its bytes")
    func damage() async throws {
        let folder = try TemporaryFolder()
        try await FileTable.made([Self.copy("x.fgb", "FlatGeobuf", system: "EPSG:4326")], in: folder)
        let whole = try Data(contentsOf: folder.url.appending(path: "x.fgb"))
        var random = Seeded(11)
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<random.number(1...4) { bytes[random.number(8...bytes.count - 1)] = UInt8(random.number(0...255)) }
            _ = try await FileTable.fault(["x.fgb": bytes], "x.fgb")
        }
    }

    @Test("GeoPackage: the layer that is told, else the first, and the others said")
    func layers() async throws {
        let folder = try TemporaryFolder()
        try await FileTable.made([Self.copy("x.gpkg", "GPKG")], in: folder)
        try Python.run(
            """
            import sqlite3
            base = sqlite3.connect("x.gpkg")
            base.execute("CREATE TABLE noms (fid INTEGER PRIMARY KEY, code TEXT, quand DATETIME, ok BOOLEAN)")
            base.execute("INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('noms', 'attributes', 'noms')")
            base.execute("INSERT INTO noms VALUES (7, '007', '2024-02-03T04:05:06Z', 1)")
            base.commit()
            """, in: folder.url)
        let first = try await FileTable.read(in: folder, "x.gpkg")
        #expect(first.rows.count == 2)
        #expect(first.notes.contains("layer \"x\" read; other layers (layer:): noms"), "\(first.notes)")
        let told = try await FileTable.read(in: folder, "x.gpkg", ["layer": .text("noms")])
        #expect(told.columns == ["fid", "code", "quand", "ok"])
        #expect(told.cells == [["7", "007", "2024-02-03T04:05:06Z", "true"]])
        let bytes = try Data(contentsOf: folder.url.appending(path: "x.gpkg"))
        let fault = try await FileTable.fault(["x.gpkg": bytes], "x.gpkg", ["layer": .text("rues")])
        #expect(fault == "collect.layer-not-found: x.gpkg has no layer \"rues\"; it has: x, noms")
    }

    @Test("a GeoPackage does not read other files through itself")
    func treacherous() async throws {
        let folder = try TemporaryFolder()
        try await FileTable.made([Self.copy("x.gpkg", "GPKG")], in: folder)
        try folder.write("a,b\nsecret,1\n", to: "secret.csv")
        try Python.run(
            """
            import os, sqlite3
            base = sqlite3.connect("x.gpkg")
            base.execute("PRAGMA writable_schema=1")
            base.execute("INSERT INTO sqlite_master(type, name, tbl_name, rootpage, sql) VALUES ('table', 'fuite', 'fuite', 0, ?)",
                ("CREATE VIRTUAL TABLE fuite USING VirtualOGR('" + os.path.abspath("secret.csv") + "')",))
            base.execute("INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES ('fuite', 'attributes', 'fuite')")
            base.commit()
            """, in: folder.url)
        let bytes = try Data(contentsOf: folder.url.appending(path: "x.gpkg"))
        let answer = try? await FileTable.read(["x.gpkg": bytes], "x.gpkg", ["layer": .text("fuite")])
        #expect(!"\(String(describing: answer))".contains("secret"))
    }

    @Test("that pretends to be another, or is a recipe for reading elsewhere, is not opened")
    func pretenders() async throws {
        let virtual = """
            <OGRVRTDataSource><OGRVRTLayer name="passwd"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>
            """
        for name in ["x.gpkg", "x.shp"] {
            let fault = try await FileTable.fault(
                virtual, as: name, ["format": .text(name == "x.gpkg" ? "geopackage" : "shapefile")])
            #expect(fault.hasPrefix("collect.u"), "\(fault)")
        }
        let database = Data("SQLite format 3\0".utf8) + Data(count: 200)
        #expect(try await FileTable.fault(["x.db": database], "x.db").hasPrefix("collect.unknown-format: x.db (SQLite)"))
    }
}
