import DuckDB
import Foundation
import Support
import Territory
import Testing

@testable import Lake

@Suite("An export")
struct ExportTests {
    private static let fields = [
        FieldDeclaration(name: "secret", isPrivate: true), FieldDeclaration(name: "point", type: .geo_point_2d),
        FieldDeclaration(name: "mots", type: .text, separator: ";"),
    ]

    private static let table = Relation(
        sql: #"""
            SELECT * FROM (VALUES
              (1::BIGINT, 'simple', 1.5::DOUBLE, true, DATE '2025-03-31', TIMESTAMP '2025-03-31 08:00:00', ['a', 'b'], {'lon': 2.5::DOUBLE, 'lat': 48.85::DOUBLE}, 's', 12.50::DECIMAL(9,2), 'x', 2::BIGINT),
              (-2::BIGINT, 'dit "oui", à l''été' || chr(13) || chr(10) || 'et 👍', 3::DOUBLE, false, DATE '1969-12-31', TIMESTAMP '2025-03-31 08:00:00.25', [], {'lon': -1.0::DOUBLE, 'lat': 0.0::DOUBLE}, 's', -0.05::DECIMAL(9,2), 'x', 3::BIGINT),
              (NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'x', 4::BIGINT)
            ) AS t(id, "nom ""é""", nombre, vrai, jour, instant, mots, point, secret, montant, _source, _row)
            """#,
        columns: [
            .init("id", type: "BIGINT"), .init("nom \"é\""), .init("nombre", type: "DOUBLE"), .init("vrai", type: "BOOLEAN"),
            .init("jour", type: "DATE"), .init("instant", type: "TIMESTAMP"), .init("mots", type: "VARCHAR[]"),
            .init("point", type: "STRUCT(lon DOUBLE, lat DOUBLE)"), .init("secret"), .init("montant", type: "DECIMAL(9,2)"),
        ])

    private static let places = Relation(
        sql:
            "SELECT * FROM (VALUES ('A', 48.85::DOUBLE, 2.35::DOUBLE, 'x', 2), ('B', NULL, NULL, 'x', 3)) AS t(nom, EQUIP_LAT, EQUIP_LONG, _source, _row)",
        columns: [.init("nom"), .init("EQUIP_LAT", type: "DOUBLE"), .init("EQUIP_LONG", type: "DOUBLE")])

    private static func text(_ relation: Relation, _ format: ExportFormat, withPrivate: Bool = false) async throws -> String {
        let engine = try Town.engine()
        defer { engine.close() }
        return try await engine.read { connection in
            var bytes: [UInt8] = []
            try Export(relation, as: format, fields: fields, withPrivate: withPrivate).stream(connection) { bytes += $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test("is as a person has read it", arguments: [ExportFormat.csv, .json, .ndjson, .geojson])
    func goldens(_ format: ExportFormat) async throws {
        let text = try await Self.text(Self.table, format)
        try expectGolden(text, "table.\(format.rawValue)")
        #expect(!text.contains("secret"))
        if format == .json || format == .geojson {
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        }
    }

    @Test("as GeoJSON takes latitude and longitude from columns of that name")
    func coordinates() async throws { try expectGolden(try await Self.text(Self.places, .geojson), "places.geojson") }

    @Test("as GeoJSON is refused when there is no place")
    func noGeometry() async throws {
        let relation = Relation(sql: "SELECT 'a' AS nom, 'x' AS _source, 2 AS _row", columns: [.init("nom")])
        let fault = await #expect(throws: LakeFault.self) { try await Self.text(relation, .geojson) }
        #expect(fault?.code == "lake.no-geometry")
    }

    @Test("of nothing is still well formed", arguments: [ExportFormat.csv, .json, .ndjson, .geojson])
    func empty(_ format: ExportFormat) async throws {
        let relation = Relation(sql: "SELECT * FROM (\(Self.table.sql)) WHERE false", columns: Self.table.columns)
        let text = try await Self.text(relation, format)
        switch format {
        case .csv: #expect(text == "id,\"nom \"\"é\"\"\",nombre,vrai,jour,instant,mots,point,montant\r\n")
        case .ndjson: #expect(text.isEmpty)
        default: #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
        }
    }

    @Test(
        "keeps titles with any character readable",
        arguments: ["a\nb", "a\rb", "a,b", "\"", "\"\u{301}", "\u{1}", "é", "a\tb", "\\", "'"])
    func titles(_ name: String) async throws {
        let relation = Relation(sql: "SELECT 'v' AS \(identifier(name)), 'x' AS _source, 2 AS _row", columns: [.init(name)])
        let json = try JSONSerialization.jsonObject(with: Data(try await Self.text(relation, .json).utf8)) as? [[String: String]]
        #expect(json == [[name: "v"]])
        let csv = try await Self.text(relation, .csv)
        let needed = name.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
        #expect(csv.utf8.first == UInt8(ascii: "\"") || !needed, "\(csv.debugDescription)")
    }

    @Test("gives private fields only to who may see them")
    func privateFields() async throws {
        #expect(try await Self.text(Self.table, .csv, withPrivate: true).contains(",secret,"))
    }

    @Test("is a file that the engine reads back", arguments: [ExportFormat.parquet, .xlsx])
    func files(_ format: ExportFormat) async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "l'été.\(format.rawValue)").path
        let engine = try Town.engine()
        defer { engine.close() }
        let rows = try await engine.write { connection in
            try Export(Self.table, as: format, fields: Self.fields, withPrivate: false).write(to: path, connection)
            let reader = format == .parquet ? "read_parquet(?)" : "read_xlsx(?, header = true)"
            return try connection.rows("SELECT * FROM \(reader)", [.text(path)])
        }
        // The last row is empty: to a spreadsheet it is not there.
        #expect(rows.count == (format == .parquet ? 3 : 2))
        #expect(rows[0].values.count == 9)
        #expect(rows[1].text("nom \"é\"")?.contains("dit \"oui\", à l'été") == true)
        if format == .parquet {
            #expect(rows[0]["id"] == 1 && rows[0]["jour"] == .date("2025-03-31") && rows[0]["montant"] == .decimal("12.50"))
            #expect(rows[1]["instant"] == .timestamp("2025-03-31 08:00:00.25") && rows[2]["id"] == .null)
        } else {
            #expect(rows[0].text("point") == "48.85, 2.5" && rows[0].text("mots") == "a;b")
        }
    }
}
