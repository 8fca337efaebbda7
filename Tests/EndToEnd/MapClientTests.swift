import Foundation
import Support
import Testing

extension Journeys {
    /// The layers of a town in the tools of those who draw maps.
    @Suite("Geographic clients")
    struct MapClientTests {
        /// What the clients understood.
        private struct Understood: Decodable {
            struct OWSLib: Decodable {
                let collections: [String], boxed: Int, filtered: Int, same: Bool, queryables: [String], records: Int
            }
            struct GDAL: Decodable {
                let layers: [String], all: [Int], boxed: [Int], esriAll: [Int], esriBoxed: [Int], esriFiltered: [Int]
                let filtered: [Int], esriWhere: [Int]
            }
            struct QGIS: Decodable {
                let valid: Bool, count: Int, esriCount: Int, fields: [String], boxed: Int, esriBoxed: Int
                let filtered: Int, expressed: Int, esriFiltered: Int
            }
            let owslib: OWSLib, gdal: GDAL, qgis: QGIS
        }

        @Test("read every layer, filter by box and attribute, and walk through 100,000 features without loss or repeat")
        func clients() async throws {
            let town = try Town(datasets: [
                "points": """
                title: Points
                source: { file: exports/points.csv }
                key: [id]
                publish: [portal]
                fields:
                  id: { type: int }
                  categorie: { type: text, facet: true }
                  jour: { type: date }
                  lieu: { type: geo_point_2d }
                """
            ])
            // A square of a thousand by a hundred: what lies in a box is counted by hand.
            let kinds = ["école", "parc", "piscine", "crèche"]
            let rows = (0..<100_000).map { index in
                "\(index),\(kinds[index % 4]),2025-0\(1 + index % 9)-1\(index % 10),\"\(45 + Double(index / 1_000) / 100), \(5 + Double(index % 1_000) / 1_000)\""
            }
            try town.folder.write("id,categorie,jour,lieu\n" + rows.joined(separator: "\n") + "\n", to: "exports/points.csv")
            try town.lavoir("run")
            try await ServeTests.serving(town) { site in
                let text = try Script.run(
                    Repository.folder.appending(path: ".vendor/clients/bin/python").path,
                    [
                        Repository.folder.appending(path: "scripts/clients/ask-ogc").path, site.address, "points",
                        "5.1995,45.195,5.2995,45.295", "categorie = 'parc'",
                    ], in: town.folder.url, environment: ["LD_LIBRARY_PATH": ""])
                let understood = try JSONDecoder().decode(Understood.self, from: Data(text.utf8))
                let (owslib, gdal, qgis) = (understood.owslib, understood.gdal, understood.qgis)
                #expect(owslib.collections == ["points"] && owslib.boxed == 1_000 && owslib.filtered == 25_000)
                #expect(owslib.same && owslib.queryables == ["categorie", "geometry", "id", "jour"] && owslib.records == 1)
                #expect(gdal.layers == ["points", "catalogue"])
                #expect(gdal.all == [100_000, 100_000] && gdal.esriAll == [100_000, 100_000])
                #expect(gdal.boxed == [1_000, 1_000] && gdal.esriBoxed == [1_000, 1_000])
                #expect(gdal.esriFiltered == [25_000, 25_000] && gdal.esriWhere == [25_000, 25_000])
                #expect(gdal.filtered == [25_000, 25_000])
                #expect(qgis.valid && qgis.count == 100_000 && qgis.esriCount == 100_000)
                #expect(qgis.fields == ["id", "categorie", "jour"] && qgis.boxed == 1_000 && qgis.esriBoxed == 1_000)
                // A subset string of the layer, and the expression of a question: QGIS asks, or looks through what it has.
                #expect(qgis.filtered == 25_000 && qgis.expressed == 25_000 && qgis.esriFiltered == 25_000)
            }
        }
    }
}
