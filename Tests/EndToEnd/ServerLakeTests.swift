import Foundation
import Support
import Testing

extension Journeys {
    @Suite("A lake on PostgreSQL and S3", .lakeServers)
    struct ServerLakeTests {
        private let servers: LakeServers

        init() throws {
            servers = try #require(LakeServers.current)
        }

        /// A territory on the servers' lake.
        private func town(on lake: String, datasets: [String: String]) throws -> Town {
            var town = try Town(lake: lake, datasets: datasets)
            town.environment = servers.environment
            return town
        }

        @Test("holds the example town like the embedded one, and no secret is ever told")
        func valbourg() throws {
            let embedded = try Town.valbourg()
            var town = try Town.valbourg()
            town.environment = servers.environment
            let declaration = try town.folder.text("lavoir.yaml")
            try town.folder.write(declaration + (try servers.lake("valbourg")), to: "lavoir.yaml")
            var said = ""
            for place in [embedded, town] { said += try place.lavoir("run").output }
            for dataset in ["budget", "equipements", "menus", "subventions"] {
                #expect(try town.export(dataset) == (try embedded.export(dataset)), "\(dataset), current")
                #expect(
                    try town.export(dataset, version: "1") == (try embedded.export(dataset, version: "1")),
                    "\(dataset), version 1")
            }
            let again: [RunLine] = try town.json("run")
            #expect(again.count == 9 && again.allSatisfy { $0.outcome == "unchanged" })

            let before = try town.export("equipements")
            try town.replace("Mairie annexe des Peupliers;14;", with: "Annexe;14;", in: "exports/equipements.csv", .windowsCP1252)
            let plan: [RunLine] = try town.json("plan", "equipements")
            try town.lavoir("run", "equipements")
            let difference: DifferenceAnswer = try town.json("diff", "equipements")
            #expect(difference == plan.first?.difference)
            #expect(difference.changed.map(\.field) == ["EQUIP_NOM"])
            #expect(try town.versions(of: "equipements").map(\.number) == [2, 1])
            #expect(try town.export("equipements", version: "1") == before)
            said += try town.lavoir("log", "equipements").output
            said += try town.lavoir("maintain").output
            #expect(try town.export("equipements", version: "1") == before, "maintenance keeps the past")
            said += try town.lavoir("sql", "--json", "SELECT * FROM trail").output

            // Neither does what fails tell them.
            var stranger = town
            stranger.environment["LAVOIR_TEST_PASSWORD"] = "pas-le-bon-mot"
            let refused = try stranger.lavoir("log", "budget", status: 1)
            #expect(refused.errors.contains("lake.unreachable"), "\(refused.errors)")
            stranger = town
            stranger.environment["LAVOIR_TEST_SECRET"] = "pas-la-bonne-cle"
            let unsigned = try stranger.lavoir("export", "budget", "--version", "1", status: 1)
            stranger.environment["LAVOIR_TEST_SECRET"] = ""
            let absent = try stranger.lavoir("export", "budget", "--version", "1", status: 1)
            #expect(absent.errors.contains("env: LAVOIR_TEST_SECRET"), "\(absent.errors)")
            for outcome in [refused, unsigned, absent] { said += outcome.output + outcome.errors }
            for secret in [servers.password, servers.secret, "pas-le-bon-mot", "pas-la-bonne-cle"] {
                #expect(!said.contains(secret))
                for file in try town.files() {
                    #expect(try Data(contentsOf: file).range(of: Data(secret.utf8)) == nil, "\(file.path) holds a secret")
                }
            }
        }

        /// Two territories on one lake, each with its own file of the dataset.
        private static let sides = ["nord", "sud"]

        private static func declaration(_ name: String) -> String {
            "title: \(name)\nsource: { file: exports/\(name).csv }\nrecipe:\n  - trim: [valeur]\nkey: [id]\n"
        }

        /// Every row says which side and round it is from. Small tables stay in the catalogue, larger ones become files.
        private static func table(_ side: String, _ round: Int) -> String {
            let rows = round.isMultiple(of: 2) ? 40 : 400
            return "id,valeur\r\n" + (1...rows).map { "\($0),\(side) \(round)\r\n" }.joined()
        }

        /// Runs the dataset on both sides at the same time and waits for both.
        private static func together(_ towns: [Town], _ dataset: (Int) -> String, _ round: Int) throws {
            for (index, town) in towns.enumerated() {
                try town.folder.write(table(sides[index], round), to: "exports/\(dataset(index)).csv")
            }
            let running = try towns.enumerated().map { try $1.start("run", dataset($0)) }
            for (index, run) in running.enumerated() {
                let outcome = try run.finish()
                #expect(outcome.status == 0, "round \(round), \(sides[index]): \(outcome.output)\(outcome.errors)")
                #expect(outcome.output.contains("\(dataset(index))  version "), "round \(round): \(outcome.output)")
            }
        }

        @Test("two machines write different datasets at the same time: no version is lost", .timeLimit(.minutes(20)))
        func differentDatasets() throws {
            let lake = try servers.lake("voisins")
            let declarations = Dictionary(uniqueKeysWithValues: Self.sides.map { ($0, Self.declaration($0)) })
            let towns = try Self.sides.map { _ in try town(on: lake, datasets: declarations) }
            for town in towns { for side in Self.sides { try town.folder.write(Self.table(side, 0), to: "exports/\(side).csv") } }
            for round in 1...10 { try Self.together(towns, { Self.sides[$0] }, round) }
            for (index, side) in Self.sides.enumerated() {
                #expect(
                    try towns[1 - index].versions(of: side).map(\.number) == Array((1...10).reversed()),
                    "\(side), seen from the other")
                for round in [1, 2, 9, 10] {
                    #expect(try towns[index].export(side, version: String(round)) == Self.table(side, round), "\(side) \(round)")
                }
                #expect(try towns[1 - index].export(side) == Self.table(side, 10))
            }
        }

        @Test(
            "two machines write one dataset at the same time: both versions are there, and none is a mixture",
            .timeLimit(.minutes(20)))
        func oneDataset() throws {
            let lake = try servers.lake("ensemble")
            let towns = try Self.sides.map { _ in try town(on: lake, datasets: ["commun": Self.declaration("commun")]) }
            for round in 1...10 { try Self.together(towns, { _ in "commun" }, round) }
            let versions = try towns[0].versions(of: "commun")
            #expect(versions.map(\.number) == Array((1...20).reversed()))
            // A round writes versions 2r - 1 and 2r, one from each side, in either order.
            for round in 1...10 {
                let contents = try [2 * round - 1, 2 * round].map { try towns[round % 2].export("commun", version: String($0)) }
                #expect(
                    Set(contents) == Set(Self.sides.map { Self.table($0, round) }), "round \(round): each whole, neither lost")
            }
        }
    }
}
