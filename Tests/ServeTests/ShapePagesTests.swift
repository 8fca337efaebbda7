import Foundation
import Support
import Testing

@testable import Serve

@Suite("Areas on a map")
struct ShapePagesTests {
    /// Two squares side by side, one with a hole in it, and a row that is nowhere.
    private static let town = Task {
        try await ServedTown(files: [
            "exports/quartiers.csv": """
            nom;habitants;contour
            Nord;1200;"{""type"":""Polygon"",""coordinates"":[[[1,43],[2,43],[2,44],[1,44],[1,43]]]}"
            Sud <b>;300;"{""type"":""MultiPolygon"",""coordinates"":[[[[2,43],[3,43],[3,44],[2,44],[2,43]],[[2.4,43.4],[2.6,43.4],[2.6,43.6],[2.4,43.4]]]]}"
            Nulle part;5;

            """,
            "datasets/quartiers.yaml": """
            title: { fr: Quartiers, en: Quarters }
            source: { file: exports/quartiers.csv }
            publish: [portal]
            fields:
              habitants: { type: int, label: Habitants, unit: habitants }
              contour: { type: geo_shape }
            views: [ { choropleth: { shape: contour, value: habitants, label: nom } } ]

            """,
        ])
    }

    @Test("are shaded by what is counted there, each class told in figures, each area named")
    func shaded() async throws {
        let page = try await Self.town.value.get("/donnees/quartiers/carte")
        let lines = PageText(page.text).lines
        #expect(page.status == 200 && lines.contains("2 lieux dans le cadre. Passer la carte"), "\(lines)")
        #expect(lines.contains("jusqu’à 300 habitants") && lines.contains("plus de 300 habitants à 1 200 habitants"))
        #expect(
            page.text.contains("aria-label=\"Nord : 1\u{202F}200\u{A0}habitants\"") && page.text.contains("Sud &lt;b&gt; : 300"))
        #expect(page.text.contains("class=\"area q5\"") && page.text.contains("class=\"area q1\""))
        #expect(page.text.matches(of: #/ d="M[^"]*ZM[^"]*Z"/#).count == 1, "the hole is a ring of its own")
    }
}
