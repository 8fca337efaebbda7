internal import DuckDB
internal import Territory

/// The town's own query over the rows, for what no other step does.
struct SQLQuery: Step {
    static let spec = Spec(
        name: "sql",
        summary: Bilingual(
            fr: "une requête SQL sur les lignes reçues, nommées input",
            en: "an SQL query over the rows received, named input"),
        argument: .text,
        example: "sql: \"SELECT nom, sum(montant) AS montant, min(_source) AS _source, min(_row) AS _row "
            + "FROM input GROUP BY nom\"",
        effect: Bilingual(
            fr: "lignes et colonnes : ce que la requête rend ; _source et _row doivent y rester",
            en: "rows and columns: what the query gives; _source and _row must stay in it"),
        knownAs: KnownAs(
            workbench: ["SQL"], sql: ["query", "group by"], frictionless: ["table-aggregate"]))

    private let at: StepPlace
    private let query: Value

    init(_ declaration: StepDeclaration) throws(PrepareFault) {
        at = StepPlace(declaration)
        query = declaration.argument
    }

    func names(_ column: String) -> Bool { TownSQL.mentions(column, in: query) }

    func apply(to input: StepInput) throws -> StepOutput {
        let town = try TownSQL(query: query, in: at, input)
        let visible = input.select(input.columns.map { Item($0) })
        let sql: SQL = "WITH input AS (\(visible)) SELECT * FROM (\(accepted: town))"
        let described = try at.blaming(town, at: query.place, input) { try input.describe("SELECT * FROM (\(sql))") }
        let lost = ["_source", "_row"].filter { name in !described.contains { $0.name == name } }
        guard lost.isEmpty else {
            throw at.fault(.lostProvenance, at: query.place, ["columns": Bilingual(lost.joined(separator: ", "))])
        }
        let columns = described.filter { !["_source", "_row", "_part"].contains($0.name) }
        let list = (columns.map(\.name) + ["_source", "_row"]).map { SQL("\(name: $0)") }
        return StepOutput("SELECT \(list.joined(", ")) FROM (\(sql))", columns: columns, order: .unknown)
    }
}
