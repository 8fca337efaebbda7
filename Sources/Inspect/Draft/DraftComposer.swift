internal import Collect
internal import DuckDB
internal import Prepare
internal import Territory

/// Composes a draft from what was found. Nothing is invented: what the file does not say is asked.
struct DraftComposer {
    /// What a rehearsal taught.
    struct Lessons {
        /// Fields with values that do not read: they are emptied and told.
        var lenient: Set<String> = []
        /// Fields that stay text after all.
        var asText: Set<String> = []
        /// Some digits are lost for good: zeros in front would not bring them back.
        var withoutPad = false
        var withoutKey = false
        /// Rows without a value that the schema requires, by field.
        var incomplete: [String: Int] = [:]

        var questions: [Bilingual] {
            incomplete.sorted { $0.key < $1.key }.map { field, count in
                Bilingual(fr: "\(field) : vide sur \(count) lignes", en: "\(field): empty on \(count) rows")
            }
        }

        var withoutSchema = false
    }

    let survey: Survey
    let mends: [Mend]
    let candidates: [Candidate]
    let fit: SchemaFit?
    let keys: [[String]]
    /// The path of the file for the source.
    let file: String
    /// Whether the schema can be named by a dataset of the territory.
    let schemaIsAtHand: Bool

    /// The candidate columns that the result has, and their names there.
    var named: [(candidate: Candidate, name: String, field: TargetSchema.Field?)] {
        let matches = fit?.isProposed == true ? fit?.matches ?? [] : []
        var taken = Set(matches.map { $0.field.name.lowercased() })
        return candidates.compactMap { candidate in
            if let match = matches.first(where: { $0.candidate.name == candidate.name }) {
                return (candidate, match.field.name, match.field)
            }
            guard candidate.isFilled else { return nil }
            // A column beside the schema must not take the name of a field.
            let free = [candidate.title, candidate.name, candidate.title + " (fichier)"].first {
                !taken.contains($0.lowercased())
            }
            let name = free ?? candidate.name
            taken.insert(name.lowercased())
            return (candidate, name, nil)
        }
    }

    func draft(_ lessons: Lessons) throws -> Draft {
        let columns = named, proposed = fit?.isProposed == true ? fit : nil
        let recipe = DraftRecipe(survey: survey, mends: mends, columns: columns, lessons: lessons)
        var draft = Draft(title: DraftTitle(survey).text, file: file)
        // Declared, `header: 0` would read the lines above the data as data.
        let skips = survey.header == 0 && survey.firstRow > 1
        draft.options = survey.layout.options.filter { !(skips && $0.name == "header") }.map { ($0.name, Self.written($0)) }
        draft.steps = try recipe.steps()
        draft.schema = proposed?.schema.path
        draft.missing = proposed.map { DraftQuestions(survey: survey).missing($0) } ?? []
        draft.declaresSchema = proposed != nil && schemaIsAtHand && draft.missing.isEmpty && !lessons.withoutSchema
        draft.asks =
            try lessons.questions + recipe.asks() + mends.compactMap { if case .ask(let words) = $0 { words } else { nil } }
        draft.key = lessons.withoutKey ? [] : key(columns)
        let ordered =
            columns.filter { $0.field != nil }.sorted { place($0.name) < place($1.name) } + columns.filter { $0.field == nil }
        let hidden = Set(mends.compactMap { if case .makePrivate(let name) = $0 { name } else { nil } })
        draft.fields = ordered.filter { !(draft.declaresSchema && $0.field != nil) }.map { column in
            let type = lessons.asText.contains(column.name) ? FieldType.text : recipe.type(column.candidate, column.field)
            let label = column.field?.title ?? column.candidate.title
            return Draft.Field(
                name: column.name, type: type, label: label, isPrivate: hidden.contains(column.candidate.name),
                unit: column.candidate.type == .amount && type == .double ? "€" : nil)
        }
        return draft
    }

    private func place(_ field: String) -> Int { fit?.schema.fields.firstIndex { $0.name == field } ?? 0 }

    /// The first key whose columns are all there; an unpivot adds the heads that it made.
    private func key(_ columns: [(candidate: Candidate, name: String, field: TargetSchema.Field?)]) -> [String] {
        let names = Dictionary(columns.map { ($0.candidate.name, $0.name) }) { first, _ in first }
        let fields = Set(columns.filter { $0.field != nil }.map(\.candidate.name))
        let there = keys.filter { $0.allSatisfy { names[$0] != nil } }
        guard let found = there.first(where: { $0.allSatisfy { fields.contains($0) } }) ?? there.first else { return [] }
        let heads = mends.compactMap { mend -> String? in if case .unpivot(_, let name, _) = mend { names[name] } else { nil } }
        return found.compactMap { names[$0] } + heads
    }

    private static func written(_ option: FileLayout.Option) -> YamlNode {
        let isNumbers = option.name == "header" || option.value.hasPrefix("[")
        return isNumbers ? .raw(option.value) : .text(option.value)
    }
}
