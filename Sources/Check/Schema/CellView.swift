internal import DuckDB

/// The rows of a relation as rules see them: for each column its text without missing values (`t0`…), for each field its
/// value (`v0`…), what custom checks derive (`d0`…), and whether the row is blank.
struct CellView: Sendable {
    private let relation: Relation
    private let columns: [BoundColumn]
    private var derived: [String] = []
    private let cells: [String: Cell]

    init(_ columns: [BoundColumn], of relation: Relation) {
        self.columns = columns
        self.relation = relation
        cells = Dictionary(
            columns.compactMap { column in column.cell.map { ($0.field.name, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    /// The fields that have a column, in the order of the columns.
    var bound: [Cell] { columns.compactMap(\.cell) }

    /// The cell of a field; nil when the relation has no column for it.
    func cell(_ field: String) -> Cell? { cells[field] }

    /// Adds an expression that several conditions share.
    /// - Returns: the name of its column.
    mutating func derive(_ expression: String) -> String {
        if let known = derived.firstIndex(of: expression) { return "d\(known)" }
        derived.append(expression)
        return "d\(derived.count - 1)"
    }

    /// The view; the relation's parameters are bound once.
    var sql: String {
        let texts = columns.map { "\($0.source) AS \($0.text)" }
        let blank = columns.isEmpty ? "false" : "coalesce(\(columns.map(\.text).joined(separator: ", "))) IS NULL"
        let first =
            "SELECT _source, _row, \((texts + ["1 AS present"]).joined(separator: ", ")) FROM (\(relation.sql)) AS relation"
        let values = columns.compactMap { column in column.cell.map { "\(column.reading.value) AS \($0.value)" } }
        let second = "SELECT *, \((values + ["\(blank) AS blank"]).joined(separator: ", ")) FROM (\(first)) AS texts"
        guard !derived.isEmpty else { return second }
        let more = derived.enumerated().map { "\($0.element) AS d\($0.offset)" }.joined(separator: ", ")
        return "SELECT *, \(more) FROM (\(second)) AS typed"
    }

    var parameters: [SQLValue] { relation.parameters }

    /// The columns of texts.
    var texts: [String] { columns.map(\.text) }

    /// The other columns: values, and what custom checks derive.
    var derivedColumns: [String] { columns.compactMap { $0.cell?.value } + derived.indices.map { "d\($0)" } }
}

/// A column of the relation and the field it is read by.
struct BoundColumn: Sendable {
    let cell: Cell?
    let reading: Reading
    let text: String
    private let column: Relation.Column
    private let type: (any ValueType)?
    private let missing: [String]

    /// - Parameters:
    ///   - field: nil for a column that the schema does not know: everything in it is a value.
    ///   - index: its number among the columns, from 0.
    init(_ column: Relation.Column, _ field: FieldDescriptor?, index: Int, of schema: SchemaDescriptor) {
        text = "t\(index)"
        let type = field.map { SchemaRegistry.type(of: $0) }
        let missing = field?.missingValues(of: schema) ?? schema.missingValues
        self.column = column
        self.missing = missing
        self.type = type
        guard let field, let type else {
            cell = nil
            reading = Reading(isRefused: "false", value: text)
            return
        }
        reading = type.reading(of: text)
        cell = Cell(field: field, type: type, text: text, value: "v\(index)")
    }

    /// SQL: the text of the column without its missing values, over the relation.
    var source: String { text(of: "relation.\(identifier(column.name))") }

    /// SQL: the same over any expression that gives the column.
    func text(of name: String) -> String {
        let written = column.isText ? name : type?.text(of: name, type: column.type) ?? "CAST(\(name) AS VARCHAR)"
        return Self.source(written, missing)
    }

    /// Collectors give NULL for an empty cell, which is a value when the schema says so.
    private static func source(_ text: String, _ missing: [String]) -> String {
        let others = missing.filter { !$0.isEmpty }
        let cell = missing.contains("") ? "nullif(\(text), '')" : "coalesce(\(text), '')"
        return others.isEmpty ? cell : "CASE WHEN \(isOne(text, of: others.map { constant($0) })) THEN NULL ELSE \(cell) END"
    }

    /// The rules of the type and of the constraints of the field.
    var rules: [Rule] {
        guard let cell else { return [] }
        var rules = [
            Rule(
                kind: StorageFindings.wrongType, field: cell.field.name,
                condition: "(\(text) IS NOT NULL AND (\(reading.isRefused)))",
                value: text, detail: constant(cell.field.typeWords), confirm: reading.confirm, text: text)
        ]
        for name in Swift.type(of: cell.type).constraints {
            guard let constraint = cell.field.constraints[name], let type = SchemaRegistry.constraint(name),
                let violation = type.violation(of: constraint, in: cell)
            else { continue }
            rules.append(
                Rule(
                    kind: type.kind, field: cell.field.name, condition: "(\(violation.condition))", value: text,
                    detail: constant(violation.detail), confirm: violation.confirm, text: text))
        }
        return rules + itemRules(cell)
    }

    private func itemRules(_ cell: Cell) -> [Rule] {
        guard let item = ArrayItem(cell.field) else { return [] }
        let refusal = item.refusal(in: cell.value)
        var rules = [
            Rule(
                kind: StorageFindings.wrongType, field: cell.field.name, condition: "(\(cell.value) IS NOT NULL AND \(refusal))",
                value: text, detail: constant(item.field.typeWords))
        ]
        for name in Swift.type(of: item.type).constraints where name != "required" {
            guard let constraint = item.field.constraints[name], let type = SchemaRegistry.constraint(name) else { continue }
            let inList = Cell(
                field: item.field, type: item.type, text: ArrayItem.text, value: item.type.reading(of: ArrayItem.text).value)
            guard let violation = type.violation(of: constraint, in: inList), violation.confirm == nil else { continue }
            let isBroken = ArrayItem.holds(in: cell.value, where: violation.condition)
            rules.append(
                Rule(
                    kind: type.kind, field: cell.field.name, condition: "(\(cell.value) IS NOT NULL AND \(isBroken))",
                    value: text,
                    detail: constant(violation.detail)))
        }
        return rules
    }
}

extension FieldDescriptor {
    /// `number`, `date (%Y)`.
    var typeWords: String { format == "default" ? type : "\(type) (\(format))" }
}
