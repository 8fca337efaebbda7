import DuckDB
import Foundation
import Support
import Testing

@testable import Serve

@Suite("Exports")
struct ExportTests {
    @Test("as CSV write a mark, semicolons, line ends of Windows, and quotes where they are needed")
    func values() async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.explore("datasets/oeuvres/exports/csv", ["select": "id,titre,prix,releve,mots,lieu,contour"])
        #expect(reply.header("Content-Type") == "text/csv; charset=utf-8")
        #expect(reply.header("Content-Disposition") == "attachment; filename=\"oeuvres.csv\"")
        #expect(
            reply.text
                == [
                    "\u{FEFF}id;titre;prix;releve;mots;lieu;contour",
                    "1;\"Le \"\"Grand\"\" Cèdre\";120;2025-11-04T09:30:00+00:00;bois,parc;43.6045, 1.4437;\"{\"\"type\"\":\"\"Point\"\",\"\"coordinates\"\":[1.4437,43.6045]}\"",
                    "2;\"Deux; points: et, virgules\";80;2025-06-04T09:30:00.500000+00:00;bois;43.61, 1.45;",
                    "3;\"Sur\ndeux lignes\";;;;;", "4;École d'Été;40;2020-02-29T23:59:59+00:00;eau,parc;43.5, 1.4;",
                    "5;École d'Été;40;2020-08-14T00:00:00+00:00;eau;43.7, 1.5;",
                    "6;\"<b>&amp;</b>\";-3;1970-01-01T00:00:00+00:00;;-21.1, 55.5;", "",
                ].joined(separator: "\r\n"))
    }

    @Test("as CSV follow what is asked of their form")
    func forms() async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.explore(
            "datasets/oeuvres/exports/csv",
            [
                "select": "id,titre,mots,lieu", "where": "id in (1,4)", "delimiter": ",", "with_bom": "false",
                "use_labels": "true", "list_separator": "|", "quote_all": "true",
            ])
        #expect(
            reply.text
                == "\"Numéro\",\"Titre\",\"mots\",\"lieu\"\r\n1,\"Le \"\"Grand\"\" Cèdre\",\"bois|parc\",\"43.6045, 1.4437\"\r\n"
                + "4,\"École d'Été\",\"eau|parc\",\"43.5, 1.4\"\r\n")
        let comma = try await town.explore(
            "datasets/oeuvres/exports/csv", ["select": "id,lieu", "limit": "1", "delimiter": ",", "with_bom": "false"])
        #expect(comma.text == "id,lieu\r\n1,\"43.6045, 1.4437\"\r\n")
        #expect(try await town.explore("datasets/oeuvres/exports/csv", ["delimiter": "x"]).status == 400)
    }

    @Test("as JSON, lines and GeoJSON hold the same rows as the pages")
    func objects() async throws {
        let town = try await ServedTown.shared.value
        let rows = try await town.explore("datasets/oeuvres/records").json()["results"]
        #expect(rows.list.count == 6)
        #expect(try await town.explore("datasets/oeuvres/exports/json").json() == rows)
        let lines = try await town.explore("datasets/oeuvres/exports/jsonl").text.split(separator: "\n")
        let read = try lines.map { try JSONDecoder().decode(ServedTown.Value.self, from: Data($0.utf8)) }
        #expect(ServedTown.Value.list(read) == rows)
        let places = try await town.explore("datasets/oeuvres/exports/geojson").json()
        #expect(places["type"].text == "FeatureCollection")
        #expect(places["features"][0]["geometry"]["coordinates"].list.map(\.number) == [1.4437, 43.6045])
        #expect(places["features"][1]["geometry"] == .null, "the shape decides, and it is null")
        #expect(places["features"][0]["properties"]["titre"].text == "Le \"Grand\" Cèdre")
        let points = try await town.explore("datasets/oeuvres/exports/geojson", ["select": "id,lieu", "where": "id=2"]).json()
        #expect(points["features"][0]["geometry"]["coordinates"].list.map(\.number) == [1.45, 43.61])
        #expect(try await town.explore("datasets/oeuvres/exports/json", ["where": "id=99"]).text == "[]")
    }

    @Test(
        "as files of programs are read again by other readers",
        arguments: ["parquet", "xlsx", "gpkg", "fgb", "kml", "shp", "gpx"])
    func files(_ format: String) async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.explore(
            "datasets/oeuvres/exports/\(format)",
            ["select": "id,titre,poids,lieu", "where": "lieu is not null", "order_by": "id"])
        try #require(reply.status == 200, "\(reply.text.prefix(300))")
        let folder = try TemporaryFolder()
        try folder.write(reply.bytes, to: "x.\(format == "shp" ? "zip" : format)")
        var path = folder.url.appending(path: "x.\(format)").path
        if format == "shp" {
            try Python.run(
                "import zipfile; z = zipfile.ZipFile('x.zip'); assert z.testzip() is None; z.extractall('.')", in: folder.url)
            path = folder.url.appending(path: "oeuvres.shp").path
        }
        var configuration = EngineConfiguration(extensionFolder: Repository.extensions)
        configuration.extensions = ["spatial", "excel"]
        let engine = try Engine(configuration)
        defer { engine.close() }
        let source =
            switch format {
            case "parquet": "read_parquet('\(path)')"
            case "xlsx": "read_xlsx('\(path)')"
            case "gpx": "st_read('\(path)', layer = 'waypoints')"
            default: "st_read('\(path)')"
            }
        let rows = try await engine.read { try $0.rows("SELECT * FROM \(source)") }
        #expect(rows.count == 5, "\(format)")
        if format != "gpx" && format != "kml" {
            // FlatGeobuf has an order of its own, that of its index.
            #expect(rows.compactMap { $0.text("titre") }.filter { $0 == "École d'Été" }.count == 2, "\(format)")
        }
    }

    @Test("are packed when they are asked for so, under a name that says so")
    func packed() async throws {
        let town = try await ServedTown.shared.value
        let plain = try await town.explore("datasets/oeuvres/exports/csv")
        let reply = try await town.explore("datasets/oeuvres/exports/csv", ["compressed": "true"])
        #expect(reply.header("Content-Type") == "application/gzip")
        #expect(reply.header("Content-Disposition") == "attachment; filename=\"oeuvres.csv.gzip\"")
        let folder = try TemporaryFolder()
        try folder.write(reply.bytes, to: "x.gz")
        try Python.run("import gzip; open('x', 'wb').write(gzip.open('x.gz').read())", in: folder.url)
        #expect(try Data(contentsOf: folder.url.appending(path: "x")) == plain.bytes)
    }

    @Test("make a calendar of rows that have a day, an event each, in lines that every reader takes")
    func calendar() async throws {
        let town = try await ServedTown.shared.value
        let select = "id, titre, pose, prix, lieu, mots"
        let reply = try await town.explore("datasets/oeuvres/exports/ical", ["select": select, "order_by": "id"])
        #expect(reply.header("Content-Type") == "text/calendar; charset=utf-8")
        #expect(reply.text.split(separator: "\r\n", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count <= 75 })
        let whole = reply.text.replacing("\r\n ", with: ""), events = whole.split(separator: "BEGIN:VEVENT\r\n").dropFirst()
        // The third row has no day.
        #expect(events.count == 5 && whole.hasPrefix("BEGIN:VCALENDAR\r\n") && whole.hasSuffix("END:VCALENDAR\r\n"))
        let lines = events.first?.split(separator: "\r\n").filter { !$0.hasPrefix("UID:") }.map(String.init)
        #expect(
            lines == [
                "DTSTAMP:19980321T000000Z", "DTSTART;VALUE=DATE:19980321", "SUMMARY:Le \"Grand\" Cèdre", "GEO:43.6045;1.4437",
                "DESCRIPTION:Numéro : 1\\nPrix : 120\\nmots : bois\\,parc", "END:VEVENT",
            ])
        let identifiers = Set(whole.matches(of: #/UID:([0-9a-f]{40}@[^\r]+)/#).map { String($0.1) })
        #expect(identifiers.count == 5)
        let grouped = try await town.explore("datasets/oeuvres/exports/ical", ["select": "count(*) as n", "group_by": "pose"])
        #expect(grouped.status == 400)
    }

    @Test("are listed where they apply, and absent elsewhere")
    func listed() async throws {
        let town = try await ServedTown.shared.value
        let names = try await town.explore("datasets/oeuvres/exports").json()["links"].list.compactMap { $0["rel"].text }
        #expect(
            names == ["self", "csv", "json", "jsonl", "geojson", "xlsx", "parquet", "shp", "kml", "gpx", "gpkg", "fgb", "ical"])
        let unknown = try await town.explore("datasets/oeuvres/exports/docx")
        #expect(unknown.status == 404 && unknown.text.contains("The requested export format docx does not exist."))
        let malformed = try await town.explore("datasets/oeuvres/exports/csv", ["select": "no_such_field"])
        #expect(
            malformed.text == """
                {
                  "error_code": "ODSQLError",
                  "message": "ODSQL query is malformed: Unknown field: no_such_field. Clause(s) containing the error(s): select."
                }
                """)
        #expect(malformed.header("Content-Type") == "application/json")
    }

    @Test("answer the download address of old pages")
    func download() async throws {
        let town = try await ServedTown.shared.value
        let reply = try await town.get(
            "/explore/dataset/oeuvres/download/?format=csv&use_labels_for_header=True&csv_separator=%2C&fields=id,titre&refine.titre=%C3%89cole+d%27%C3%89t%C3%A9"
        )
        #expect(reply.text == "Numéro,Titre\r\n4,École d'Été\r\n5,École d'Été\r\n")
    }
}
