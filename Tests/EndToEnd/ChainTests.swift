import Foundation
import Support
import Testing

extension Journeys {
    @Suite("The example town")
    struct ChainTests {
        /// Every dataset, in the order of their names, and its rows.
        private static let datasets = [
            ("budget", 354), ("deliberations", 106), ("effectifs", 183), ("emplois", 38), ("equipements", 90), ("mandats", 526),
            ("menus", 274), ("prenoms", 236), ("subventions", 189),
        ]

        @Test("becomes versions that add up to the cent; a second run has nothing to do")
        func everyDataset() throws {
            let town = try Town.valbourg()
            let first: [RunLine] = try town.json("run")
            #expect(first.map(\.dataset) == Self.datasets.map(\.0))
            #expect(first.allSatisfy { $0.outcome == "version" && $0.version == 1 })
            #expect(first.map(\.rows) == Self.datasets.map(\.1))

            #expect(
                try town.ask("SELECT count(*) AS n, sum(CAST(montant AS DECIMAL(18, 2))) AS total FROM subventions")
                    == [["n": "189", "total": "756216.65"]])
            #expect(
                try town.ask("SELECT count(*) AS n, count(DISTINCT EQUIP_UID) AS keys FROM equipements") == [
                    ["n": "90", "keys": "90"]
                ])
            let sums = try town.ask(
                """
                SELECT BGT_SECTION || ' ' || BGT_CODRD AS side, sum(CAST(BGT_MTPREV AS DECIMAL(18, 2))) AS total FROM budget
                WHERE BGT_NATDEC = 'budget primitif' GROUP BY side ORDER BY side
                """)
            #expect(
                sums == [
                    ["side": "fonctionnement dépense", "total": "15865803.83"],
                    ["side": "fonctionnement recette", "total": "15865803.83"],
                    ["side": "investissement dépense", "total": "7100293.11"],
                    ["side": "investissement recette", "total": "7100293.11"],
                ])
            for (dataset, rows) in Self.datasets {
                let lines = try town.export(dataset).split(whereSeparator: \.isNewline)
                #expect(lines.count == rows + 1, "\(dataset): as many lines as rows, and the titles")
            }

            let second: [RunLine] = try town.json("run")
            #expect(second.count == Self.datasets.count && second.allSatisfy { $0.outcome == "unchanged" })
            for (dataset, _) in Self.datasets { #expect(try town.versions(of: dataset).map(\.number) == [1]) }
            let told = try town.lavoir("run").output.split(separator: "\n")
            #expect(told.count == Self.datasets.count && told.allSatisfy { $0.contains("rien de nouveau, version 1") }, "\(told)")
        }

        @Test("a cell that changes is one cell in the plan, in the difference and in the file; the past stays as it was")
        func oneCell() throws {
            let town = try Town.valbourg()
            try town.lavoir("run", "equipements", "--message", "première livraison")
            let before = try town.export("equipements")
            // The file is in Windows-1252, and stays so.
            try town.replace(
                "Mairie annexe des Peupliers;14;", with: "Mairie annexe – côté Peupliers;14;", in: "exports/equipements.csv",
                .windowsCP1252)
            let cell = DifferenceAnswer.Change(
                key: ["EQUIP_UID": "58000-01010100-002"], field: "EQUIP_NOM", before: "Mairie annexe des Peupliers",
                after: "Mairie annexe – côté Peupliers", source: "exports/equipements.csv", row: 3)
            let expected = DifferenceAnswer(
                from: 1, to: 2, key: ["EQUIP_UID"], addedColumns: [], removedColumns: [], addedRows: 0, removedRows: 0,
                changedRows: 1, changed: [cell])

            let plan: [RunLine] = try town.json("plan", "equipements")
            #expect(plan.map(\.outcome) == ["planned"])
            #expect(plan.first?.difference == expected)
            #expect(try town.versions(of: "equipements").map(\.number) == [1], "a plan writes nothing")
            #expect(try town.export("equipements") == before)

            let date = try Clock.secondAfter(try #require(try town.versions(of: "equipements").first).time)
            let run: [RunLine] = try town.json("run", "equipements")
            #expect(run.map(\.outcome) == ["version"])
            #expect(run.map(\.version) == [2])
            #expect(try town.json("diff", "equipements") == expected)
            let versions = try town.versions(of: "equipements")
            #expect(versions.map(\.number) == [2, 1])
            #expect(versions.map(\.message) == ["", "première livraison"])
            #expect(versions.map(\.author) == ["test", "test"])
            #expect(versions.map(\.rows) == [90, 90])

            let after = try town.export("equipements")
            #expect(after == before.replacing("Mairie annexe des Peupliers", with: "Mairie annexe – côté Peupliers"))
            #expect(try town.export("equipements", version: "1") == before)
            #expect(try town.export("equipements", version: "2") == after)
            #expect(try town.export("equipements", version: date) == before, "as of \(date) UTC")
            #expect(try town.export("equipements", version: String(date.prefix(10))) == after, "as of the end of that day")
            let never = try town.lavoir("export", "equipements", "--version", "2001-01-01", status: 1)
            #expect(never.errors.contains("lake.before-first-version"))

            // The way back: the first file again is a third version, equal to the first.
            try town.replace(
                "Mairie annexe – côté Peupliers;14;", with: "Mairie annexe des Peupliers;14;", in: "exports/equipements.csv",
                .windowsCP1252)
            try town.lavoir("run", "equipements")
            #expect(try town.export("equipements", version: "3") == before)
            let back: DifferenceAnswer = try town.json("diff", "equipements", "--from", "1", "--to", "3")
            #expect(back.addedRows + back.removedRows + back.changedRows == 0)
        }

        @Test("an unknown column in a recipe is told with its place and the nearest name, and ends with 1")
        func recipeFault() throws {
            let town = try Town.valbourg()
            try town.replace(
                "fill-down: [Politique publique]", with: "fill-down: [Politique publiqe]", in: "datasets/subventions.yaml")
            let run: [RunLine] = try town.json("run", "subventions", "equipements", status: 1)
            #expect(run.map(\.outcome) == ["failed", "version"], "one dataset's fault is its own")
            let french = try town.lavoir("run", "subventions", status: 1).output
            #expect(french.contains("datasets/subventions.yaml:22:"), "\(french)")
            #expect(french.contains("Politique publiqe") && french.contains("Politique publique"), "\(french)")
            let english = try town.lavoir("run", "subventions", "--lang", "en", status: 1).output
            #expect(english.contains("datasets/subventions.yaml:22:"), "\(english)")
            #expect(try town.versions(of: "subventions").isEmpty)
        }

        @Test("data that a check refuses ends with 2, and the version before is still served")
        func refused() throws {
            let town = try Town.valbourg()
            try town.lavoir("run", "subventions")
            let before = try town.export("subventions")
            try town.replace(
                "montant: { as: amount, otherwise: empty }", with: "montant: amount", in: "datasets/subventions.yaml")
            let plan: [RunLine] = try town.json("plan", "subventions", status: 2)
            #expect(plan.map(\.outcome) == ["refused"])
            let told = try town.lavoir("run", "subventions", status: 2).output
            #expect(told.contains("refusé") && told.contains("à confirmer") && told.contains("ligne 29"), "\(told)")
            #expect(told.contains("la version 1 reste servie"), "\(told)")
            #expect(try town.versions(of: "subventions").map(\.number) == [1])
            #expect(try town.export("subventions") == before)
            let trail = try town.ask("SELECT outcome, CAST(version AS VARCHAR) AS version FROM trail ORDER BY started")
            #expect(trail.map { $0["outcome"] } == ["version", "refused"])
            let log = try town.lavoir("log", "subventions").output.split(separator: "\n")
            #expect(log.count == 2 && log[0].hasPrefix("✗ refusé") && log[0].contains("1 erreur"), "\(log)")
        }

        @Test(
            "a dataset that is not there is told with the nearest name",
            arguments: ["run", "plan", "log", "diff", "export", "recipe"])
        func unknownDataset(_ verb: String) throws {
            let town = try Town.valbourg()
            let french = try town.lavoir(verb, "equipement", status: 1).errors
            #expect(french.contains("« equipement »") && french.contains("Écrivez « equipements »"), "\(french)")
            let english = try town.lavoir(verb, "equipement", "--lang", "en", status: 1).errors
            #expect(english.contains("Write \"equipements\""), "\(english)")
        }

        @Test(
            "wrong usage ends with 64",
            arguments: [
                ["run", "--nothing"], ["sql"], ["wash"], ["export", "budget", "--format", "pdf"],
                ["diff", "budget", "--from", "hier"],
            ])
        func wrongUsage(_ arguments: [String]) throws {
            let town = try Town.valbourg()
            let outcome = try Program.run(arguments, in: town.folder.url)
            #expect(outcome.status == 64, "\(arguments)")
            #expect(outcome.errors.contains("Usage: lavoir"), "\(outcome.errors)")
        }

        @Test("a dataset without a version says so", arguments: ["export", "diff"])
        func noVersion(_ verb: String) throws {
            let town = try Town.valbourg()
            try town.lavoir("run", "equipements")
            #expect(try town.lavoir(verb, "budget", status: 1).errors.contains("lake.no-version"))
        }

        @Test("every mistake in every file is told in one pass, in French and in English")
        func lint() throws {
            let town = try Town.valbourg()
            #expect(try town.lavoir("lint").output == "Rien à signaler.\n")
            try town.replace("licence: lov2", with: "license: lov2", in: "lavoir.yaml")
            try town.replace("frequency: annual", with: "frequency: anual", in: "datasets/budget.yaml")
            try town.replace(
                "  - drop-empty: [rows, columns]", with: "  - drop-emty: [rows, columns]", in: "datasets/subventions.yaml")
            try expectGolden(try town.lavoir("lint", status: 1).output, "lint.fr.txt")
            try expectGolden(try town.lavoir("lint", "--lang", "en", status: 1).output, "lint.en.txt")
            let problems: [ProblemLine] = try town.json("lint", status: 1)
            #expect(
                Set(problems.compactMap(\.place?.file)) == ["lavoir.yaml", "datasets/budget.yaml", "datasets/subventions.yaml"])
            #expect(try town.lavoir("run", status: 1).errors.contains("drop-emty"), "and nothing runs before they are mended")
        }

        @Test("a recipe can be read as SQL and watched step by step")
        func recipe() throws {
            let town = try Town.valbourg()
            // The run's own name in the engine and the folder are all that varies.
            let sql = try town.lavoir("recipe", "subventions", "--sql").output
                .replacing(#/run_\d{8}T\d{6}-[0-9a-f]{8}/#, with: "run_RUN")
                .replacing(town.folder.url.path, with: "TERRITORY")
            try expectGolden(sql, "subventions.sql")
            try expectGolden(
                try town.lavoir("recipe", "subventions", "--preview", "--sample", "2").output, "subventions.preview.txt")
            #expect(!FileManager.default.fileExists(atPath: town.folder.url.appending(path: "lake").path), "nothing was written")
        }

        @Test("a new territory runs as it is")
        func fresh() throws {
            let town = try Town()
            let made = try town.lavoir("init", "commune", "--name", "Saint-\"Lavoir\"", "--siren", "215800004").output
            #expect(made.contains("+ lavoir.yaml"))
            try town.lavoir("lint", "-C", "commune")
            let run: [RunLine] = try town.json("run", "-C", "commune")
            #expect(run.map(\.outcome) == ["version"])
            #expect(run.map(\.rows) == [2])
            let rows: [[String: Cell?]] = try town.json(
                "sql", "-C", "commune", "SELECT reference, montant, CAST(date AS VARCHAR) AS date FROM exemple ORDER BY reference"
            )
            #expect(
                rows.map { $0.mapValues { $0?.text } } == [
                    ["reference": "A-1", "montant": "1500", "date": "2025-02-03"],
                    ["reference": "A-2", "montant": "249.9", "date": "2025-03-17"],
                ])
            #expect(try town.lavoir("init", "commune", status: 1).errors.contains("lavoir.territory-exists"))
        }
    }
}
