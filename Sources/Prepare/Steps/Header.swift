internal import DuckDB
internal import Territory

/// Makes the names of the columns out of rows of the data: one or several that stand on top of each other.
///
/// Which names is a matter of data: the step looks, once, while the recipe is compiled. A relation without rows keeps its
/// names. When several files come together, each loses its own header rows, and a header that is not that of the first file is
/// told.
struct Header: Step {
    static let spec = Spec(
        name: "header",
        summary: Bilingual(
            fr: "fait des titres de colonnes avec une ou plusieurs lignes des données",
            en: "makes column titles out of one or several rows of the data"),
        argument: .object([
            Key(
                "at", .integer,
                summary: Bilingual(
                    fr: "ligne du fichier où commencent les titres, comme le tableur la compte ; "
                        + "ce qui est au-dessus est retiré ; la première ligne des données si absent",
                    en: "row of the file where the titles begin, as a spreadsheet counts; "
                        + "what stands above goes; the first row of the data when absent")),
            Key(
                "rows", .integer, summary: Bilingual(fr: "nombre de lignes de titres", en: "number of rows of titles"),
                default: "1"),
            Key(
                "join", .text,
                summary: Bilingual(
                    fr: "ce qui sépare les titres d'une même colonne", en: "what stands between the titles of one column"),
                default: "\" \""),
            Key(
                "fill", .boolean,
                summary: Bilingual(
                    fr: "un titre de groupe vide prend celui de gauche (cellules fusionnées)",
                    en: "an empty group title takes the one on its left (merged cells)"),
                default: "false"),
        ]),
        example: "header: { rows: 2, join: \" \", fill: true }",
        effect: Bilingual(
            fr: "lignes : celles qui suivent les titres ; colonnes : au même endroit, sous leurs nouveaux noms",
            en: "rows: those below the titles; columns: in the same place, under their new names"),
        knownAs: KnownAs(
            openRefine: ["parse next N lines as column headers"], workbench: ["Rows to header"], sql: ["skip"],
            frictionless: ["headerRows"], others: ["Use first row as headers", "row_to_names"]))
    static let findings = [FindingKind.headerDiffers]

    private let at: StepPlace
    private let place: Value?
    private let count: Int
    private let separator: String
    private let fills: Bool

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        place = argument["at"]
        count = argument["rows"]?.integer ?? 1
        separator = try at.written("join", of: argument) ?? " "
        fills = argument["fill"]?.boolean ?? false
        guard argument.entries != nil, (1...20).contains(count), place.map({ $0.integer ?? 0 > 0 }) ?? true else {
            let expected = Bilingual(
                fr: "« rows » entre 1 et 20, « at » à partir de 1", en: "\"rows\" between 1 and 20, \"at\" from 1")
            throw at.badArgument(expected)
        }
    }

    func apply(to input: StepInput) throws -> StepOutput {
        let files = try input.probe("SELECT min(_source) AS first, max(_source) AS last FROM \(input.rows)").first
        guard !input.columns.isEmpty, let first = files?.text("first"), let last = files?.text("last") else {
            return StepOutput(input, input.columns.map { Item($0) })
        }
        let line = input.fresh("line")
        let source = numbered(input, line)
        let list = input.columns.map(Text.of).joined(", ")
        let within: SQL = "\(name: line) BETWEEN 1 AND \(.trusted(String(count)))"
        let titles = try input.probe(
            "SELECT \(list) FROM \(source) WHERE _source = \(text: first) AND \(within) ORDER BY \(name: line)"
        ).map { row in row.values.map { ColumnNames.plain($0.text ?? "") } }
        guard !titles.isEmpty else {
            throw at.fault(.noHeaderRow, at: place?.place, ["row": Bilingual(place?.written ?? "1"), "file": Bilingual(first)])
        }
        let names = ColumnNames.unique(HeaderTitles(rows: titles, separator: separator, fills: fills).joined)
        let items = zip(input.columns, names).map { Item($1, type: $0.type, "\(name: $0.name)") }
        let below: SQL = "\(name: line) > \(.trusted(String(count)))"
        return StepOutput(
            input.select(items, from: source, where: below), columns: items.map(\.column),
            order: place == nil ? .disturbed : .kept,
            findings: first == last ? [] : [others(source, first, titles, input, line)])
    }

    /// The rows and, as `line`, where they stand below the row above the header: 1 is its first row.
    private func numbered(_ input: StepInput, _ line: String) -> SQL {
        guard let row = place?.integer else {
            return """
                (SELECT *, row_number() OVER (PARTITION BY _source ORDER BY \(input.order)) AS \(name: line) FROM \(input.rows))
                """
        }
        return "(SELECT *, _row - \(.trusted(String(row - 1))) AS \(name: line) FROM \(input.rows))"
    }

    /// Header rows of the other files that do not say what those of the first say.
    private func others(_ source: SQL, _ first: String, _ titles: [[String]], _ input: StepInput, _ line: String) -> SQL {
        let cells = input.columns.map { SQL("coalesce(\(Text.spaced(Text.of($0))), '')") }
        let written: SQL = "concat_ws(' | ', \(cells.joined(", ")))"
        let expected = titles.enumerated().map { index, row -> SQL in
            "WHEN \(.trusted(String(index + 1))) THEN \(text: row.joined(separator: " | "))"
        }
        let wanted: SQL = "CASE \(name: line) \(expected.joined(" ")) ELSE '' END"
        let rows: SQL = "\(name: line) BETWEEN 1 AND \(.trusted(String(count)))"
        return Finding(kind: .headerDiffers, field: "", value: written, detail: wanted)
            .among(source, where: "_source <> \(text: first) AND \(rows) AND \(written) <> \(wanted)")
    }
}

/// The titles of a header, row by row, and what they make together.
struct HeaderTitles {
    let rows: [[String]]
    let separator: String
    let fills: Bool

    /// One title for each column. A title that repeats the one above it (a cell merged downwards) is written once.
    var joined: [String] {
        let above = fills ? rows.dropLast().map(Self.filled) : Array(rows.dropLast())
        let all = above + rows.suffix(1)
        return (rows.first ?? []).indices.map { column in
            var titles: [String] = []
            for row in all where !row[column].isEmpty && titles.last != row[column] { titles.append(row[column]) }
            return titles.joined(separator: separator)
        }
    }

    private static func filled(_ row: [String]) -> [String] {
        var left = ""
        return row.map { title in
            if !title.isEmpty { left = title }
            return left
        }
    }
}
