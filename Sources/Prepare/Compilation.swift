internal import DuckDB
internal import Foundation
internal import Territory

/// A recipe half compiled: the stages so far.
struct Compilation {
    private var stages: [CompiledRecipe.Stage]
    private var findings: [CompiledRecipe.Told] = []
    private var mustSort = false
    private var hasParts = false
    private var hasRanks = false

    init(of relation: Relation) {
        stages = [
            CompiledRecipe.Stage(
                name: "", place: nil, cte: "step_0", body: SQL(relation), before: relation.columns, after: relation.columns)
        ]
    }

    private var columns: [Relation.Column] { stages.last?.after ?? [] }

    /// What the next step knows.
    func input(folder: URL, namedLater: @escaping (String) -> Bool, _ probe: @escaping Recipe.Probe) -> StepInput {
        let prefix = CompiledRecipe.prefix(stages)
        return StepInput(
            name: "step_\(stages.count - 1)", columns: columns, folder: folder, hasParts: hasParts, hasRanks: hasRanks,
            isNamedLater: namedLater,
            told: stages.last?.telling?.columns ?? [],
            probe: { question in
                let whole = Self.placing(prefix, before: question)
                return try probe(whole.text, whole.parameters)
            })
    }

    /// `DESCRIBE` stands before `WITH`, everything else behind.
    private static func placing(_ prefix: SQL, before question: SQL) -> SQL {
        guard case .words(let words) = question.parts.first, words.hasPrefix("DESCRIBE ") else { return "\(prefix) \(question)" }
        let rest = SQL(parts: [.words(String(words.dropFirst(9)))] + question.parts.dropFirst())
        return "DESCRIBE \(prefix) \(rest)"
    }

    /// Takes a step in, once its columns are known and sound.
    mutating func add(_ output: StepOutput, of step: StepPlace, over input: StepInput) throws {
        let flow = StepInput.reserved
        let after = try output.columns ?? input.describe(output.sql).filter { !flow.contains($0.name) }
        try Self.check(after, introduced: output.introduced, step)
        stages.append(
            CompiledRecipe.Stage(
                name: step.step, place: step.place, cte: "step_\(stages.count)", body: output.sql, before: columns, after: after,
                telling: output.telling))
        findings += output.findings.map { CompiledRecipe.Told(sql: $0, step: stages.count - 1) }
        switch output.order {
        case .kept: break
        case .disturbed: mustSort = true
        case .parted: hasParts = true
        case .ranked: (mustSort, hasRanks) = (true, true)
        case .remade: (mustSort, hasParts, hasRanks) = (true, true, false)
        case .unknown: (mustSort, hasParts, hasRanks) = (true, false, false)
        }
    }

    private static func check(_ columns: [Relation.Column], introduced: [NamedColumn], _ step: StepPlace) throws(PrepareFault) {
        var seen: Set<String> = []
        for column in columns {
            let kind: FaultKind
            if column.name.isEmpty || StepInput.reserved.contains(column.name.lowercased()) {
                kind = .reservedName
            } else if !seen.insert(column.name.lowercased()).inserted {
                kind = .duplicateColumn
            } else {
                continue
            }
            let place = introduced.first { $0.name.lowercased() == column.name.lowercased() }?.place
            throw step.fault(kind, at: place, ["column": Bilingual(column.name)])
        }
    }

    /// The statement, sorted by file and row, or as `sort` said, when a step may have shuffled it.
    func finished() -> CompiledRecipe {
        let names = columns.map(\.name) + ["_source", "_row"]
        let list = names.map { SQL("\(name: $0)") }.joined(", ")
        var end: SQL = "SELECT \(list) FROM \(name: "step_\(stages.count - 1)")"
        if mustSort { end = "\(end) ORDER BY \(StepInput.order(hasParts: hasParts, hasRanks: hasRanks))" }
        return CompiledRecipe(
            stages: stages, end: end,
            told: findings)
    }
}
