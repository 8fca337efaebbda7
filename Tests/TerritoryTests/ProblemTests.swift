import Foundation
import Testing

@testable import Territory

/// One territory with one thing wrong.
struct Mistake: Sendable, CustomTestStringConvertible {
    let code: String
    let place: String
    let files: [String: String]
    let lavoir: String?

    init(_ code: String, _ place: String, _ files: [String: String] = [:], lavoir: String? = SampleTerritory.lavoir) {
        self.code = "territory." + code
        self.place = place
        self.files = files
        self.lavoir = lavoir
    }

    init(_ code: String, at place: String, dataset rest: String) {
        self.init(code, "datasets/x.yaml:" + place, ["datasets/x.yaml": dataset(rest)])
    }

    var testDescription: String { "\(code) \(place)" }
}

let mistakes: [Mistake] = [
    Mistake("no-territory", "-", lavoir: nil),
    Mistake("unreadable-file", "datasets/x.yaml:1:1", ["datasets/x.yaml/inner": ""]),
    Mistake("bad-yaml", at: "4:1", dataset: "theme: [a, b\n"),
    Mistake("bad-yaml", at: "4:1", dataset: "recipe:\n\t- keep: A\n"),
    Mistake("several-documents", at: "3:1", dataset: "---\ntitle: U\n"),
    Mistake("bad-name", "datasets/Budget Voté.yaml:1:1", ["datasets/Budget Voté.yaml": dataset("")]),
    Mistake("bad-name", "datasets/x.yml:1:1", ["datasets/x.yml": dataset("")]),
    Mistake("duplicate-key", at: "3:1", dataset: "title: U\n"),
    Mistake("duplicate-key", at: "4:20", dataset: "recipe:\n  - rename: {é: a, é: b}\n"),
    Mistake("key-not-text", at: "3:3", dataset: "? [a, b]\n: c\n"),
    Mistake("unknown-key", at: "3:1", dataset: "thème: finances\n"),
    Mistake("unknown-key", "lavoir.yaml:2:9", lavoir: "territory: { name: V }\nlake: { catalog: c }\n"),
    Mistake("unknown-key", at: "4:41", dataset: "recipe:\n  - unpivot: { columns: \"20*\", name: a, nam: b }\n"),
    Mistake("unknown-key", at: "4:18", dataset: "recipe:\n  - { keep: [A], trim: all }\n"),
    Mistake("missing-key", "datasets/x.yaml:1:1", ["datasets/x.yaml": "source: { file: a.csv }\n"]),
    Mistake("missing-key", "sources/s.yaml:1:1", ["sources/s.yaml": "totem: b.xml\n"]),
    Mistake("wrong-type", at: "3:11", dataset: "keywords: finances\n"),
    Mistake("wrong-type", "datasets/x.yaml:1:8", ["datasets/x.yaml": "title: 2024\nsource: { file: a.csv }\n"]),
    Mistake("wrong-type", at: "3:8", dataset: "recipe:\n"),
    Mistake("wrong-type", at: "4:5", dataset: "recipe:\n  - trim\n"),
    Mistake("wrong-type", at: "3:10", dataset: "views: [ bars ]\n"),
    Mistake("bad-value", at: "3:10", dataset: "views: [ {bars: {}, line: {}} ]\n"),
    Mistake("unknown-value", at: "3:12", dataset: "frequency: anual\n"),
    Mistake("unknown-value", at: "4:19", dataset: "fields:\n  montant: {type: integer}\n"),
    Mistake("bad-value", "lavoir.yaml:1:30", lavoir: "territory: { name: V, siren: \"12\" }\n"),
    Mistake("bad-value", "lavoir.yaml:2:15", lavoir: "territory: { name: V }\nlake: { keep: 90 lunes }\n"),
    Mistake("bad-value", "lavoir.yaml:2:20", lavoir: "territory: { name: V }\nlake: { catalogue: postgres://nowhere }\n"),
    Mistake("bad-value", "lavoir.yaml:2:15", lavoir: "territory: { name: V }\nlake: { data: https://x/y }\n"),
    Mistake(
        "bad-value", "lavoir.yaml:3:3",
        lavoir: "territory: { name: V }\ndestinations:\n  portal: { ckan: https://x, token: { env: T } }\n"),
    Mistake("low-contrast", "lavoir.yaml:2:19", lavoir: "territory: { name: V }\nportal: { colour: \"#e8a33d\" }\n"),
    Mistake("low-contrast", "lavoir.yaml:2:24", lavoir: "territory: { name: V }\nportal: { colour-dark: \"#0b5f8a\" }\n"),
    Mistake("bad-value", "lavoir.yaml:2:19", lavoir: "territory: { name: V }\nportal: { colour: teal }\n"),
    Mistake("unknown-value", "lavoir.yaml:2:24", lavoir: "territory: { name: V }\nportal: { highlights: [budgets] }\n"),
    Mistake(
        "bad-value", "lavoir.yaml:2:17", ["logo.txt": "no picture"],
        lavoir: "territory: { name: V }\nportal: { logo: logo.txt }\n"),
    Mistake(
        "unknown-value", "a.yaml:1:13", ["a.yaml": "conformity: yes, fully\n"],
        lavoir: "territory: { name: V }\nportal: { accessibility: a.yaml }\n"),
    Mistake("unknown-connector", "datasets/x.yaml:2:11", ["datasets/x.yaml": "title: T\nsource: { fle: a.csv, header: 2 }\n"]),
    Mistake("unknown-step", at: "4:5", dataset: "recipe:\n  - renam: { A: B }\n"),
    Mistake("unknown-destination-type", "lavoir.yaml:2:22", lavoir: "territory: { name: V }\ndestinations: { m: { cka: x } }\n"),
    Mistake("unknown-destination", at: "3:19", dataset: "publish: [portal, métropole]\n"),
    Mistake("unknown-source", "datasets/x.yaml:2:9", ["datasets/x.yaml": "title: T\nsource: budjet\n"]),
    Mistake(
        "unknown-field", "datasets/x.yaml:4:7",
        ["datasets/x.yaml": dataset("schema: s\nkey: [mntant]\n"), "schemas/s.json": #"{"fields":[{"name":"montant"}]}"#]),
    Mistake("missing-file", at: "3:9", dataset: "schema: scdl/budget\n"),
    Mistake("missing-file", at: "4:21", dataset: "recipe:\n  - lookup: { file: lookups/a.csv }\n"),
    Mistake("outside-territory", at: "4:21", dataset: "recipe:\n  - lookup: { file: ../a.csv }\n"),
    Mistake("outside-territory", at: "3:9", dataset: "schema: /etc/x.json\n"),
    Mistake(
        "outside-territory", "datasets/x.yaml:2:17", ["datasets/x.yaml": "title: T\nsource: { file: exports/../../*.csv }\n"]),
    Mistake(
        "literal-secret", "lavoir.yaml:2:38",
        lavoir: "territory: { name: V }\ndestinations: { m: { ckan: x, token: hunter2 } }\n"),
    Mistake(
        "literal-secret", "lavoir.yaml:2:20",
        lavoir: "territory: { name: V }\nlake: { catalogue: \"postgres://u:hunter2@h/d\" }\n"),
    Mistake(
        "bad-schema", "datasets/x.yaml:3:9", ["datasets/x.yaml": dataset("schema: s\n"), "schemas/s.json": "{\"fields\":[{}]}"]),
    Mistake("bad-schema", "datasets/x.yaml:3:9", ["datasets/x.yaml": dataset("schema: s\n"), "schemas/s.json": "nope"]),
]

@Suite("Problems")
struct ProblemTests {
    @Test("a mistake is reported once, by its code and at its very place", arguments: mistakes)
    func place(mistake: Mistake) throws {
        let territory = try SampleTerritory(mistake.files, lavoir: mistake.lavoir)
        #expect(territory.outline == ["\(mistake.code) \(mistake.place)"])
    }

    @Test("a problem is told in both languages, with a remedy and no hole left", arguments: mistakes)
    func bothLanguages(mistake: Mistake) throws {
        let problem = try #require(try SampleTerritory(mistake.files, lavoir: mistake.lavoir).problems.first)
        for language in Language.allCases {
            let text = problem.rendered(in: language)
            #expect(!text.contains(#/\{[a-zA-Z]+\}/#), "\(text)")
            #expect(!problem.what.text(in: language).isEmpty && !problem.remedy.text(in: language).isEmpty)
        }
        #expect(problem.rendered(in: .french) != problem.rendered(in: .english))
    }

    @Test("every code is met in these tests")
    func everyCode() {
        let elsewhere = ["not-utf8", "too-large", "too-deep", "missing-secret"].map { "territory." + $0 }
        #expect(Set(mistakes.map(\.code) + elsewhere) == Set(ProblemKind.all.map(\.code)))
        #expect(Set(ProblemKind.all.map(\.code)).count == ProblemKind.all.count)
    }

    @Test("every kind has both languages written")
    func kinds() {
        for kind in ProblemKind.all {
            for words in [kind.what, kind.expected, kind.remedy, kind.remedyWithNearest].compactMap(\.self) {
                #expect(!words.french.isEmpty && !words.english.isEmpty, "\(kind.code)")
            }
        }
    }

    @Test("all problems of all files come in one pass, in the order of the files")
    func severalFiles() throws {
        let territory = try SampleTerritory(
            [
                "datasets/b.yaml": dataset("frequency: anual\npublish: nowhere\n"),
                "datasets/a.yaml": "titel: T\nsource: { file: a.csv, headr: 2 }\nrecipe:\n  - renam: {A: B}\n  - keep: 3\n",
                "sources/s.yaml": "fil: a.csv\n",
            ],
            lavoir: "territory: { nam: V }\nlicense: lov2\n")
        #expect(
            territory.outline == [
                "territory.missing-key lavoir.yaml:1:12", "territory.unknown-key lavoir.yaml:1:14",
                "territory.unknown-key lavoir.yaml:2:1", "territory.unknown-connector sources/s.yaml:1:1",
                "territory.missing-key datasets/a.yaml:1:1", "territory.unknown-key datasets/a.yaml:1:1",
                "territory.unknown-key datasets/a.yaml:2:24", "territory.unknown-step datasets/a.yaml:4:5",
                "territory.wrong-type datasets/a.yaml:5:11", "territory.unknown-value datasets/b.yaml:3:12",
                "territory.unknown-destination datasets/b.yaml:4:10",
            ])
        let fault = #expect(throws: TerritoryFault.self) { try territory.load() }
        #expect(fault?.problems == territory.problems)
    }

    @Test("a problem reads as place, sentence, what was expected and what to do")
    func rendering() throws {
        let yaml = dataset("recipe:\n  - unpivot: { column: A, name: b, columns: C }\n  - melt: {}\n")
        let problems = try SampleTerritory(["datasets/x.yaml": yaml]).problems
        #expect(
            problems[0].rendered(in: .french) == """
                datasets/x.yaml:4:16: clé inconnue « column » dans le pas unpivot
                  attendu : columns, name, keep-empty
                  remède : retirez « column » ou choisissez une clé de la liste
                """)
        #expect(problems[1].nearest == "unpivot", "the name another tool gives a step is known")
        #expect(problems[1].rendered(in: .english).contains("write \"unpivot\" instead of \"melt\""))
    }

    @Test("a near name is proposed for keys, values, references and files")
    func nearest() throws {
        let territory = try SampleTerritory([
            "datasets/x.yaml": dataset(
                """
                frequency: anual
                licnce: lov2
                publish: Metropôle
                schema: scdl/subvention
                recipe:
                  - lookup: { file: lookups/comunes.csv }
                """), "schemas/scdl/subventions/schema.json": "{}", "lookups/communes.csv": "",
        ])
        #expect(
            territory.problems.map(\.nearest) == ["annual", "licence", "metropole", "scdl/subventions", "lookups/communes.csv"])
    }

    @Test("a problem goes to JSON and back")
    func json() throws {
        let problems = try SampleTerritory(["datasets/x.yaml": dataset("frequency: anual\n")]).problems
        let bytes = try JSONEncoder().encode(problems)
        #expect(try JSONDecoder().decode([Problem].self, from: bytes) == problems)
        #expect(String(decoding: bytes, as: UTF8.self).contains("\"fr\":\"valeur inconnue"))
    }
}
