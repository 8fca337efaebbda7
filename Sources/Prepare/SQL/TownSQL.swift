import Foundation
internal import DuckDB
internal import Territory

/// SQL a town wrote, once it is known to do no more than a step may.
///
/// The engine's own parser takes it apart (`json_serialize_sql`), so that no quoting trick passes: it must be one expression,
/// or one query over `input`; it may not call what reads files or settings, nor name another table.
struct TownSQL: Sendable, Hashable {
    let text: String
    /// Names the expression takes for columns; inside a lambda, some are its own.
    let columnNames: [String]

    /// Accepts a single expression over the columns.
    init(expression value: Value, in step: StepPlace, _ input: StepInput) throws {
        text = try step.written(value)
        let tree = try SyntaxTree(of: "SELECT (\(text)\n) AS x", at: value, in: step, input)
        guard tree.isOneExpression else { throw tree.forbidden(.several) }
        try tree.check(tables: [])
        columnNames = tree.columnNames
    }

    /// Accepts a single query that reads `input`.
    init(query value: Value, in step: StepPlace, _ input: StepInput) throws {
        text = try step.written(value)
        let tree = try SyntaxTree(of: text, at: value, in: step, input)
        try tree.check(tables: ["input"])
        columnNames = []
    }

    /// Whether the text holds a name as a word, for steps before it that would drop an empty column.
    static func mentions(_ column: String, in value: Value) -> Bool {
        guard let text = value.written?.lowercased() else { return false }
        func isPartOfWord(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
        return text.ranges(of: column.lowercased()).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            return !isPartOfWord(before) && !isPartOfWord(after)
        }
    }
}

/// What the engine's parser makes of a text.
private struct SyntaxTree {
    private let statements: [[String: Any]]
    private let value: Value
    private let step: StepPlace

    init(of text: String, at value: Value, in step: StepPlace, _ input: StepInput) throws {
        self.value = value
        self.step = step
        let answer = try input.probe("SELECT json_serialize_sql(\(text: text), skip_empty := true, skip_null := true) AS tree")
        let tree = try JSONSerialization.jsonObject(with: Data((answer.first?.text("tree") ?? "{}").utf8)) as? [String: Any]
        guard tree?["error"] as? Bool == false else {
            let message = tree?["error_message"] as? String ?? ""
            // The parser took it, but it is not a SELECT: COPY, ATTACH, INSTALL, SET …
            if tree?["error_type"] as? String == "not implemented" {
                throw step.fault(.forbiddenSQL, at: value.place, ["found": Bilingual(message)])
            }
            throw step.badExpression(message, at: value.place, input)
        }
        statements = tree?["statements"] as? [[String: Any]] ?? []
        guard statements.count == 1 else { throw forbidden(.several) }
    }

    /// One column without a name of its own, from no table.
    var isOneExpression: Bool {
        guard let node = statements.first?["node"] as? [String: Any],
            Set(node.keys).isSubset(of: ["type", "select_list", "from_table", "aggregate_handling"]),
            let columns = node["select_list"] as? [[String: Any]], columns.count == 1,
            (node["from_table"] as? [String: Any])?["type"] as? String == "EMPTY"
        else { return false }
        return !contains(in: columns) { $0["class"] as? String == "STAR" }
    }

    /// Refuses every table, function and value that comes from elsewhere.
    func check(tables: Set<String>) throws {
        var known = tables
        _ = contains(in: statements) { node in
            for entry in (node["cte_map"] as? [String: Any])?["map"] as? [[String: Any]] ?? [] {
                if let name = entry["key"] as? String { known.insert(name.lowercased()) }
            }
            return false
        }
        var found: Found?
        _ = contains(in: statements) { node in
            found = found ?? Self.trespass(node, known)
            return found != nil
        }
        if let found { throw forbidden(found) }
    }

    private static func trespass(_ node: [String: Any], _ known: Set<String>) -> Found? {
        if let function = node["function_name"] as? String, Trespass.isRefused(function) { return .function(function) }
        if node["class"] as? String == "PARAMETER" { return .parameter }
        for key in ["from_table", "left", "right", "source"] {
            guard let from = node[key] as? [String: Any], from["class"] == nil, let type = from["type"] as? String else {
                continue
            }
            if !Trespass.welcomeSources.contains(type) { return .source(type) }
        }
        switch node["type"] as? String {
        case "BASE_TABLE" where node["class"] == nil:
            let name = [node["catalog_name"], node["schema_name"], node["table_name"]].compactMap { $0 as? String }
            return name.count == 1 && known.contains(name[0].lowercased()) ? nil : .table(name.joined(separator: "."))
        case "TABLE_FUNCTION":
            let name = (node["function"] as? [String: Any])?["function_name"] as? String ?? ""
            return Trespass.welcomeTableFunctions.contains(name.lowercased()) ? nil : .function(name)
        default: return nil
        }
    }

    /// Single names that stand for columns.
    var columnNames: [String] {
        var names: [String] = []
        _ = contains(in: statements) { node in
            if node["class"] as? String == "COLUMN_REF", let name = node["column_names"] as? [String], name.count == 1 {
                names.append(name[0])
            }
            return false
        }
        return names
    }

    private func contains(in value: Any, where test: ([String: Any]) -> Bool) -> Bool {
        if let map = value as? [String: Any] {
            return test(map) || map.values.contains { contains(in: $0, where: test) }
        }
        return (value as? [Any])?.contains { contains(in: $0, where: test) } ?? false
    }

    func forbidden(_ found: Found) -> PrepareFault {
        step.fault(.forbiddenSQL, at: value.place, ["found": found.words])
    }
}
