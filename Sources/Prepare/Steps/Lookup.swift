internal import DuckDB
internal import Territory

/// Adds columns from a CSV file of the territory, found by a key.
///
/// Keys compare as text, edge spaces aside. A key repeated in the file stops the recipe: it would multiply rows.
struct Lookup: Step {
    static let spec = Spec(
        name: "lookup",
        summary: Bilingual(
            fr: "ajoute des colonnes prises dans un fichier CSV du territoire, par une clé",
            en: "adds columns taken from a CSV file of the territory, by a key"),
        argument: .object(keys),
        example: "lookup: { file: lookups/postes.csv, on: { poste: code }, add: [nature, objet] }",
        effect: Bilingual(
            fr: "lignes : inchangées, jamais multipliées ; colonnes : ajoutées à la fin, ou remplacées à leur place",
            en: "rows: unchanged, never multiplied; columns: added at the end, or replaced where they stand"),
        knownAs: KnownAs(
            openRefine: ["cell.cross", "reconcile"], workbench: ["Join tab"], sql: ["left join"], frictionless: ["table-join"],
            others: ["VLOOKUP", "RECHERCHEV"]))
    static let findings = [FindingKind.noMatch]

    private static let keys = [
        Key(
            "file", .path(mustExist: true), required: true,
            summary: Bilingual(fr: "fichier CSV du territoire", en: "CSV file of the territory")),
        Key(
            "on", .map(.scalar), required: true,
            summary: Bilingual(fr: "colonne des données : colonne du fichier", en: "column of the data: column of the file")),
        Key(
            "add", .oneOf([.oneOrMany(.scalar), .map(.scalar)]), required: true,
            summary: Bilingual(
                fr: "colonnes à prendre, ou nouveau nom : colonne du fichier",
                en: "columns to take, or new name: column of the file")),
        Key(
            "otherwise", .choice(["empty", "refuse"]),
            summary: Bilingual(
                fr: "sans correspondance : un avertissement et une cellule vide, ou une erreur",
                en: "without a match: a warning and an empty cell, or an error"),
            default: "empty"),
    ]

    private let at: StepPlace
    private let file: LookupFile
    private let refuses: Bool

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        let argument = declaration.argument
        var on: [LookupFile.Pair] = []
        for entry in try at.entries(try at.required("on", of: argument)) {
            on.append((NamedColumn(entry), NamedColumn(try at.written(entry.value), at: entry.value.place)))
        }
        let add = try at.required("add", of: argument)
        var added: [LookupFile.Pair] = add.entries == nil ? ColumnSelection(add).items.map { ($0, $0) } : []
        for entry in add.entries ?? [] {
            added.append((NamedColumn(entry), NamedColumn(try at.written(entry.value), at: entry.value.place)))
        }
        guard !on.isEmpty, !added.isEmpty else {
            throw at.badArgument(
                Bilingual(fr: "une colonne sous « on » et sous « add »", en: "a column under \"on\" and under \"add\""))
        }
        let path = try at.required("file", of: argument)
        file = LookupFile(path: try at.written(path), place: path.place, keys: on, added: added, at: at)
        refuses = argument["otherwise"]?.text == "refuse"
    }

    var files: [String] { [file.path] }

    func names(_ column: String) -> Bool {
        file.keys.contains { $0.data.name == column } || file.added.contains { $0.data.name == column }
    }

    func apply(to input: StepInput) throws -> StepOutput {
        let columns = try at.columns(file.keys.map(\.data.literal), of: input)
        let table = try file.table(for: input)
        let found = input.fresh("found")
        let joined = zip(columns, file.keyNames).map { column, key -> SQL in
            "\(Text.trimmed(Text.of(column))) = \(name: found).\(name: key)"
        }
        // The file's columns are renamed throughout, so that none can meet a column of the data.
        let source: SQL = "\(input.rows) LEFT JOIN (\(table)) AS \(name: found) ON \(joined.joined(" AND "))"
        let items = zip(file.added, file.addedNames).map { Item($0.data.name, "\(name: found).\(name: $1)") }
        let all = input.replacingOrAdding(items)
        let filled = columns.map { SQL("NOT \(Text.isBlank($0))") }
        let missing = Finding(
            kind: .noMatch, severity: refuses ? .error : nil, field: columns.map(\.name).joined(separator: ", "),
            value: "concat_ws(', ', \(columns.map(Text.of).joined(", ")))", detail: "\(text: file.path)")
        let unmatched: SQL = "\(filled.joined(" AND ")) AND \(name: found).\(name: file.keyNames[0]) IS NULL"
        return StepOutput(
            input, all, from: source, order: .disturbed, introduced: file.added.map(\.data), telling: [(missing, unmatched)])
    }
}
