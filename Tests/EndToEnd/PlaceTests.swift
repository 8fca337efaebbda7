import Support
import Testing

extension Journeys {
    @Suite("Places, with the engine's extension loaded only when a recipe needs it")
    struct PlaceTests {
        private static let schools = """
            title: Écoles
            source: { file: exports/ecoles.csv }
            recipe:
              - point: { from: [x, y], to: position, crs: EPSG:2154 }
              - drop: [x, y]
            fields:
              position: { type: geo_point_2d }
            """

        @Test("Lambert 93 columns become a point that is kept, shown and exported")
        func point() throws {
            let town = try Town(datasets: ["ecoles": Self.schools])
            try town.folder.write("nom;x;y\nJaurès;700 000,00;6600000\nSans adresse;;\n", to: "exports/ecoles.csv")
            let preview = try town.lavoir("recipe", "ecoles", "--preview").output
            #expect(preview.contains("46.5, 3.0") || preview.contains("46.499999"), "\(preview)")
            let run: [RunLine] = try town.json("run")
            #expect(run.map(\.outcome) == ["version"])
            let rows = try town.ask(
                "SELECT nom, CAST(round(position.lat, 6) AS VARCHAR) AS lat, CAST(round(position.lon, 6) AS VARCHAR) AS lon "
                    + "FROM ecoles ORDER BY nom")
            #expect(
                rows == [["nom": "Jaurès", "lat": "46.5", "lon": "3.0"], ["nom": "Sans adresse", "lat": nil, "lon": nil]])
        }

        @Test("coordinates outside of their system refuse the version, with the row")
        func outside() throws {
            let town = try Town(datasets: ["ecoles": Self.schools])
            try town.folder.write("nom;x;y\nJaurès;2.35;48.85\nRetournée;6600000;700000\n", to: "exports/ecoles.csv")
            let told = try town.lavoir("run", status: 2)
            #expect((told.output + told.errors).contains("EPSG:2154"))
            let findings = try town.ask("SELECT code, _row FROM findings WHERE _row IS NOT NULL ORDER BY _row")
            #expect(findings.map { $0["code"] } == ["prepare.outside-point", "prepare.swapped-point"])
        }
    }
}
