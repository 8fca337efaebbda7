internal import DuckDB
internal import Territory

/// Adds the rows of a CSV file of the territory under those of the data, columns matched by name, case aside.
///
/// `_source` is the file and `_row` its row, the header being row 1 and blank lines left out. A column that only one side has
/// is empty on the other.
struct Append: Step {
    static let spec = Spec(
        name: "append",
        summary: Bilingual(
            fr: "ajoute les lignes d'un fichier CSV du territoire, colonnes réunies par leur nom",
            en: "adds the rows of a CSV file of the territory, columns united by name"),
        argument: .oneOf([.path(mustExist: true), .object(keys)]),
        example: "append: lookups/subventions-2023.csv",
        effect: Bilingual(
            fr: "lignes : celles des données, puis celles du fichier ; colonnes : celles des données, puis celles que "
                + "seul le fichier possède",
            en: "rows: those of the data, then those of the file; columns: those of the data, then those only the file has"),
        knownAs: KnownAs(
            openRefine: ["create project with several files"], workbench: ["Concatenate tables"], sql: ["union all"],
            frictionless: ["table-merge"], others: ["bind_rows"]))
    static let findings = [FindingKind.columnApart, .unreadable]

    private static let keys = [
        Key(
            "file", .path(mustExist: true), required: true,
            summary: Bilingual(fr: "fichier CSV du territoire", en: "CSV file of the territory"))
    ]

    private let file: TerritoryTable

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        let at = StepPlace(declaration)
        let argument = declaration.argument
        let path = argument.entries == nil ? argument : try at.required("file", of: argument)
        guard let written = path.text, !written.isEmpty else {
            throw at.badArgument(Bilingual(fr: "le chemin d'un fichier CSV", en: "the path of a CSV file"), at: path.place)
        }
        file = TerritoryTable(path: written, place: path.place, at: at)
    }

    var files: [String] { [file.path] }

    func apply(to input: StepInput) throws -> StepOutput {
        let content = try file.content(for: input)
        let titles = try file.columnNames(content, for: input)
        _ = try file.blaming { try input.probe("SELECT count(*) FROM \(content)") }
        let joined = input.columns.map { column in
            (column: column, title: titles.first { $0.lowercased() == column.name.lowercased() })
        }
        let matched = Set(joined.compactMap(\.title))
        let new = titles.filter { !matched.contains($0) }
        let row = input.fresh("line", beside: titles)
        let numbered: SQL = "(SELECT *, row_number() OVER () + 1 AS \(name: row) FROM \(content))"
        let upper = input.select(input.columns.map { Item($0) } + new.map { Item($0, "CAST(NULL AS VARCHAR)") })
        let cells = joined.map { Self.cell($0.column, $0.title) } + new.map { Item($0, "\(name: $0)") }
        let flow: [SQL] =
            ["\(text: file.path) AS _source", "\(name: row) AS _row"] + (input.hasParts ? ["0 AS _part"] : [])
            + (input.hasRanks ? ["NULL AS _rank"] : [])
        let blank = titles.map { Text.isBlank("\(name: $0)") }.joined(" AND ")
        let lower: SQL = "SELECT \((cells.map(\.sql) + flow).joined(", ")) FROM \(numbered) WHERE NOT (\(blank))"
        return StepOutput(
            "\(upper)\n  UNION ALL\n  \(lower)", columns: input.columns + new.map { Relation.Column($0) }, order: .disturbed,
            introduced: new.map { NamedColumn($0, at: file.place).literal },
            findings: unreadable(joined, numbered, row) + apart(joined.filter { $0.title == nil }.map(\.column.name), new))
    }

    private static func cell(_ column: Relation.Column, _ title: String?) -> Item {
        let value: SQL = title.map { "\(name: $0)" } ?? "NULL"
        return Item(column.name, type: column.type, "TRY_CAST(\(value) AS \(.trusted(column.type)))")
    }

    /// Text of the file that is no value of a column typed before.
    private func unreadable(
        _ joined: [(column: Relation.Column, title: String?)], _ numbered: SQL, _ row: String
    ) -> [SQL] {
        joined.compactMap { column, title in
            guard let title, !column.isText else { return nil }
            let finding = Finding(
                kind: .unreadable, field: column.name, value: "\(name: title)", detail: "\(text: column.type)")
            let source: SQL = "(SELECT *, \(text: file.path) AS _source, \(name: row) AS _row FROM \(numbered))"
            let failed: SQL = "TRY_CAST(\(name: title) AS \(.trusted(column.type))) IS NULL"
            return finding.among(source, where: "NOT \(Text.isBlank("\(name: title)")) AND \(failed)")
        }
    }

    /// Columns only one side has: a title spelt otherwise is seen at once.
    private func apart(_ missing: [String], _ new: [String]) -> [SQL] {
        let header: SQL = "(SELECT \(text: file.path) AS _source, CAST(1 AS BIGINT) AS _row)"
        return (missing + new).map { name in
            Finding(kind: .columnApart, field: name, value: "\(text: name)", detail: "\(text: file.path)")
                .among(header, where: "true")
        }
    }
}
