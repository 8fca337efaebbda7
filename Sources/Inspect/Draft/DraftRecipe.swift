internal import DuckDB
internal import Prepare
internal import Territory

/// The steps of a draft, in the order that works: whole rows and columns first, then cells under the file's own titles, then
/// names, then types.
struct DraftRecipe {
    typealias Named = (candidate: Candidate, name: String, field: TargetSchema.Field?)

    let survey: Survey
    let mends: [Mend]
    let columns: [Named]
    let lessons: DraftComposer.Lessons

    func steps() throws -> [Draft.Step] {
        try rows + headings + cells() + shape + identifiers() + names + types + lists() + order
    }

    // MARK: Rows

    private var rows: [Draft.Step] {
        var empty: [YamlNode] = []
        if mends.contains(.dropEmptyRows) { empty.append(.raw("rows")) }
        if mends.contains(.dropEmptyColumns) { empty.append(.raw("columns")) }
        var steps = empty.isEmpty ? [] : [Draft.Step(name: "drop-empty", argument: .list(empty))]
        var excepted: [(key: String, value: YamlNode)] = []
        for case .except(let column, let words) in mends {
            let new = words.map { YamlNode.text($0) }
            if let index = excepted.firstIndex(where: { $0.key == column }), case .list(let old) = excepted[index].value {
                excepted[index].value = .list(old + new)
            } else {
                excepted.append((column, .list(new)))
            }
        }
        if !excepted.isEmpty {
            steps.append(
                Draft.Step(
                    name: "filter", argument: .map([("except", .map(excepted))]),
                    comment: Bilingual(fr: "moyennes et titres répétés", en: "averages and repeated titles")))
        }
        let totals = mends.compactMap { if case .totals(let column) = $0 { YamlNode.text(column) } else { nil } }
        if !totals.isEmpty {
            steps.append(
                Draft.Step(
                    name: "filter-totals", argument: .list(totals),
                    comment: Bilingual(fr: "les totaux, comparés aux sommes", en: "totals, compared with the sums")))
        }
        return steps
    }

    private var headings: [Draft.Step] {
        mends.flatMap { mend -> [Draft.Step] in
            switch mend {
            case .heading(let column, let name, let others):
                let rest = "trim(concat_ws('', \(others.map { identifier($0) }.joined(separator: ", "))))"
                return [
                    Draft.Step(
                        name: "compute", argument: .map([(name, .text("CASE WHEN \(rest) = '' THEN \(identifier(column)) END"))]),
                        comment: Bilingual(fr: "les intertitres deviennent une colonne", en: "headings become a column")),
                    Draft.Step(name: "fill-down", argument: .list([.text(name)])),
                    Draft.Step(name: "filter", argument: .map([("where", .text("\(rest) <> ''"))])),
                ]
            case .fillDown(let columns):
                return [
                    Draft.Step(
                        name: "fill-down", argument: .list(columns.map { .text($0) }),
                        comment: Bilingual(fr: "cellules fusionnées", en: "merged cells"))
                ]
            default: return []
            }
        }
    }

    // MARK: Cells

    private func cells() throws -> [Draft.Step] {
        var steps: [Draft.Step] = []
        let kept = mends.compactMap { if case .keep(let names) = $0 { names } else { nil } }.first
        if let kept { steps.append(Draft.Step(name: "keep", argument: .list(kept.map { .text($0) }))) }
        if mends.contains(.trim) { steps.append(Draft.Step(name: "trim", argument: .raw("all"))) }
        let present = Set(kept ?? survey.columns.map(\.name))
        let emptied = mends.compactMap { mend -> (key: String, value: YamlNode)? in
            guard case .empty(let column, let words) = mend, present.contains(column) else { return nil }
            return (column, .map(words.map { ($0, .text("")) }))
        }
        if !emptied.isEmpty {
            steps.append(
                Draft.Step(
                    name: "map", argument: .map(emptied),
                    comment: Bilingual(fr: "ce qui veut dire « rien »", en: "what means \"nothing\"")))
        }
        return steps
    }

    private var shape: [Draft.Step] {
        mends.compactMap { mend in
            switch mend {
            case .unpivot(let columns, let name, let value):
                Draft.Step(
                    name: "unpivot",
                    argument: .map([
                        ("columns", .list(columns.map { .text($0) })), ("name", .text(name)), ("value", .text(value)),
                    ]),
                    comment: Bilingual(
                        fr: "une ligne par montant ; les lignes sans aucun montant partent",
                        en: "one row for each amount; rows without any amount go"))
            case .constant(let name, let value):
                Draft.Step(
                    name: "constant", argument: .map([(name, .text(value))]),
                    comment: Bilingual(fr: "lu dans les titres de colonnes", en: "read in the column titles"))
            default: nil
            }
        }
    }

    /// Identifiers bare of what people put between digits, and zeros put back.
    private func identifiers() throws -> [Draft.Step] {
        let spaced = try columns.map(\.candidate).filter { candidate in
            guard [.siret, .siren].contains(candidate.type), let index = candidate.index else { return false }
            return try !survey.cells(where: "regexp_matches(plain, '[0-9][ .''’]')", in: [survey.columns[index]]).isEmpty
        }
        // `normalise` refuses a number with lost digits, which only a new export brings back: its spaces go by hand.
        let whole = spaced.filter { $0.index.map { (survey.columns[$0].forms[.scientific] ?? 0) == 0 } ?? true }
        let cut = spaced.filter { candidate in !whole.contains { $0.name == candidate.name } }
        var steps: [Draft.Step] = []
        if !whole.isEmpty {
            steps.append(Draft.Step(name: "normalise", argument: .map(whole.map { ($0.name, .raw($0.type.rawValue)) })))
        }
        if !cut.isEmpty {
            let bare = { (name: String) in "regexp_replace(\(identifier(name)), '[\\s\\x{A0}\\x{202F}.''’]', '', 'g')" }
            steps.append(
                Draft.Step(
                    name: "compute", argument: .map(cut.map { ($0.name, .text(bare($0.name))) }),
                    comment: Bilingual(fr: "identifiants sans espaces", en: "identifiers without spaces")))
        }
        let names = Set(columns.map(\.candidate.name))
        let padded = mends.compactMap { mend -> (key: String, value: YamlNode)? in
            guard case .pad(let column, let length) = mend, names.contains(column), !lessons.withoutPad else { return nil }
            return (column, .raw(String(length)))
        }
        if !padded.isEmpty { steps.append(Draft.Step(name: "pad", argument: .map(padded))) }
        return steps
    }
}
