internal import Inspect
internal import Query
internal import Runs
internal import Serve
internal import Territory
internal import Workshop

/// A page of the reference as Markdown, both languages side by side. It says what the program accepts and nothing else:
/// the specs, shapes and sentences are those that the program itself reads.
struct ReferencePage {
    let name: String
    let text: String

    static let all = [connectors, steps, destinations, traps, codes, territory]

    private init(_ name: String, _ title: Bilingual, _ parts: [String]) {
        self.name = name
        let head = """
            <!-- Made by `make docs` from the sources: edit the sources. -->
            # \(title.french) · \(title.english)
            """
        text = ([head] + parts).joined(separator: "\n\n") + "\n"
    }

    // MARK: Connectors and steps

    private static let connectors = ReferencePage(
        "connectors.md", Bilingual(fr: "Connecteurs", en: "Connectors"),
        [
            """
            Ce qui suit `source:` dans un jeu, ou le contenu d'un fichier de `sources/`. \
            What follows `source:` in a dataset, or the content of a file of `sources/`.
            """
        ] + vocabulary.connectors.map { section($0) })

    private static let steps = ReferencePage(
        "steps.md", Bilingual(fr: "Pas d'une recette", en: "Steps of a recipe"),
        [
            """
            Ce qui peut figurer sous `recipe:`, un pas par tiret, dans l'ordre. \
            What may stand under `recipe:`, one step for each dash, in order.
            """
        ] + vocabulary.steps.map { section($0) })

    private static let destinations = ReferencePage(
        "destinations.md", Bilingual(fr: "Destinations", en: "Destinations"),
        [
            """
            Ce qui suit un nom sous `destinations:` dans `lavoir.yaml` ; les jeux le reprennent sous `publish:`. \
            What follows a name under `destinations:` in `lavoir.yaml`; datasets take it up under `publish:`.
            """
        ] + vocabulary.destinations.map { section($0) })

    private static func section(_ spec: Spec) -> String {
        let own = Key(spec.name, spec.argument, required: true, summary: spec.summary)
        let inside = flat(spec.argument, under: spec.name + ".")
        var parts = ["## `\(spec.name)`", table([own] + inside + spec.options), "```yaml\n\(trimmed(spec.example))\n```"]
        if let effect = spec.effect { parts.append("*\(line(effect.french))* · *\(line(effect.english))*") }
        if !spec.knownAs.isEmpty { parts.append(elsewhere(spec.knownAs, of: spec.name)) }
        return parts.joined(separator: "\n\n")
    }

    /// The names other tools give it, a column for each tool.
    private static func elsewhere(_ names: KnownAs, of step: String) -> String {
        let tools = [
            ("OpenRefine", names.openRefine), ("Workbench", names.workbench), ("dbt, SQL", names.sql),
            ("frictionless", names.frictionless), ("autres · others", names.others),
        ].filter { !$0.1.isEmpty }
        return """
            | ailleurs · elsewhere | \(tools.map(\.0).joined(separator: " | ")) |
            |---\(String(repeating: "|---", count: tools.count))|
            | `\(step)` | \(tools.map { $0.1.map { line($0) }.joined(separator: "<br>") }.joined(separator: " | ")) |
            """
    }

    private static func trimmed(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: "\n") }

    // MARK: Codes

    private static let codes = ReferencePage(
        "codes.md", Bilingual(fr: "Codes et phrases", en: "Codes and sentences"),
        [
            """
            Un code ne change pas : décidez sur lui, jamais sur la phrase. Une *erreur* (`error`) refuse la version, un \
            *avertissement* (`warning`) se montre, une *remarque* (`note`) informe ; un *arrêt* (`fault`) met fin à ce qui \
            était demandé. Ce qui est entre accolades est remplacé par les faits.

            A code does not change: decide on it, never on the sentence. An `error` refuses the version, a `warning` is shown, \
            a `note` informs; a `fault` ends what was asked. What stands in braces is replaced by the facts.
            """
        ] + rooms(Runs.codes + Query.QueryFault.codes + ServeMessages.codes + WorkshopMessages.codes + ownCodes))

    /// The faults that the command line itself makes.
    private static let ownCodes = [
        CodeEntry(NewTerritory.AlreadyThere(folder: "{folder}")), CodeEntry(UnknownDataset(name: "{name}", known: ["…"])),
        CodeEntry(UnknownDestination(name: "{name}", known: ["…"])),
    ]

    private static func rooms(_ codes: [CodeEntry]) -> [String] {
        Dictionary(grouping: codes) { $0.code.prefix { $0 != "." } }.sorted { $0.key < $1.key }.map { room, codes in
            let lines = codes.map { entry in
                let sentences = [\Bilingual.french, \.english].map { language in
                    "\(line(entry.what[keyPath: language]))<br>→ \(line(entry.remedy[keyPath: language]))"
                }
                return "| `\(entry.code)` | \(entry.severity?.rawValue ?? "fault") | \(sentences.joined(separator: " | ")) |"
            }
            return "## \(room)\n\n| code | poids · weight | français | English |\n|---|---|---|---|\n"
                + lines.joined(separator: "\n")
        }
    }

    // MARK: Traps

    private static let traps = ReferencePage(
        "traps.md", Bilingual(fr: "Les pièges que cherche « lavoir inspect »", en: "The traps that `lavoir inspect` looks for"),
        [
            """
            Ce que c'est, pourquoi cela compte, le remède. Ce qui est entre accolades est remplacé par les faits. \
            What it is, why it matters, the remedy. What stands in braces is replaced by the facts.
            """,
            "| code | français | English |\n|---|---|---|\n"
                + TrapRegistry.kinds.map { kind in
                    let sentences = [\Bilingual.french, \.english].map { language in
                        [kind.what, kind.why, kind.mend].map { line($0[keyPath: language]) }.joined(separator: "<br>")
                    }
                    return "| `\(kind.code)` | \(sentences.joined(separator: " | ")) |"
                }.joined(separator: "\n"),
            "## Types",
            """
            Les types de colonnes, dans `type` de `lavoir inspect --json`. \
            The types of columns, in `type` of `lavoir inspect --json`.
            """,
            "| type | français | English |\n|---|---|---|\n"
                + ColumnType.allCases.map { "| `\($0.rawValue)` | \($0.word.french) | \($0.word.english) |" }.joined(
                    separator: "\n"),
        ])

    // MARK: Keys

    private static let territory = ReferencePage(
        "territory.md", Bilingual(fr: "Les fichiers d'un territoire", en: "The files of a territory"),
        [
            """
            `publish: [portal]` ouvre un jeu à tous dans `lavoir serve`, et `views` y déclare ses graphiques (`bars`, `stacked`, `lines`, \
            `areas`, `scatter`, `treemap`, `map`, `choropleth`) ; les autres noms sont des destinations, voir \
            [destinations.md](destinations.md). `publish: [portal]` opens a dataset to everyone in `lavoir serve`, where `views` declares \
            its charts (`bars`, `stacked`, `lines`, `areas`, `scatter`, `treemap`, `map`, `choropleth`); the other names are destinations, \
            see [destinations.md](destinations.md).
            """,
            "## `lavoir.yaml`", table(flat(FileShapes.lavoir(vocabulary))),
            "## `datasets/*.yaml`", table(flat(FileShapes.dataset(vocabulary))), "## `sources/*.yaml`",
            """
            Une déclaration de source, telle qu'un jeu l'écrit après `source:` ; le jeu donne alors le nom du fichier. \
            A source as a dataset writes it after `source:`; the dataset then gives the file's name. \
            Voir · see [connectors.md](connectors.md).
            """,
        ])

    /// The keys of a shape and of what stands in it, with the path that leads to each: `lake.s3.key`, `fields.NAME.type`.
    private static func flat(_ shape: Shape, under path: String = "") -> [Key] {
        switch shape {
        case .object(let keys):
            keys.flatMap { key in
                let name = path + key.name
                let own = Key(name, key.shape, required: key.required, summary: key.summary, default: key.default)
                return [own] + flat(key.shape, under: name + ".")
            }
        case .map(let item): flat(item, under: path + "NAME.")
        case .oneOf(let shapes): shapes.flatMap { flat($0, under: path) }
        default: []
        }
    }

    private static func table(_ keys: [Key]) -> String {
        let lines = keys.map { key in
            let absent = key.default.map { "`\($0)`" } ?? (key.required ? "obligatoire · required" : "")
            let words = key.shape.words
            return "| `\(key.name)` | \(absent) | \(line(key.summary.french)) — *\(line(words.french))* "
                + "| \(line(key.summary.english)) — *\(line(words.english))* |"
        }
        return "| clé · key | défaut · default | français | English |\n|---|---|---|---|\n" + lines.joined(separator: "\n")
    }

    /// Words as they stand in a cell of a table.
    private static func line(_ text: String) -> String {
        text.replacing("\n", with: " ").replacing("|", with: "\\|").replacing("*", with: "\\*").replacing("<", with: "&lt;")
    }
}
