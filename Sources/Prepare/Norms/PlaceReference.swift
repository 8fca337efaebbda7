internal import DuckDB
internal import Territory

/// A list of places of the territory, whose spelling is the one to follow.
struct PlaceReference: Sendable {
    let file: TerritoryTable
    private let column: NamedColumn

    init(path: Value, column: Value, _ at: StepPlace) throws(PrepareFault) {
        file = TerritoryTable(path: try at.written(path), place: path.place, at: at)
        self.column = NamedColumn(try at.written(column), at: column.place)
    }

    /// Keys with the one name each has; places that share a key are left out: nothing is guessed.
    func table(for input: StepInput) throws -> SQL {
        let content = try file.content(for: input)
        let existing = try file.blaming { try input.describe("SELECT * FROM \(content)") }.map(\.name)
        try file.require([column.literal], among: existing)
        return """
            SELECT \(Norm.placeKey("\(name: column.name)")) AS _place_key, min(\(Text.spaced("\(name: column.name)"))) AS _place_name
            FROM \(content) GROUP BY 1 HAVING count(DISTINCT \(Text.spaced("\(name: column.name)"))) = 1
            """
    }
}
