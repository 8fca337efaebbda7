internal import DuckDB
internal import Territory

// Names, types, lists of values and order: what turns the file's columns into the schema's fields.
extension DraftRecipe {
    var names: [Draft.Step] {
        let renamed = columns.filter { $0.candidate.name != $0.name }.map {
            (key: $0.candidate.name, value: YamlNode.text($0.name))
        }
        return renamed.isEmpty ? [] : [Draft.Step(name: "rename", argument: .map(renamed))]
    }

    var types: [Draft.Step] {
        let parsed = columns.compactMap { column -> (key: String, value: YamlNode)? in
            guard let reading = reading(column.candidate, column.field), !lessons.asText.contains(column.name) else { return nil }
            guard lessons.lenient.contains(column.name) || column.candidate.fit < 1 else { return (column.name, .raw(reading)) }
            return (column.name, .map([("as", .raw(reading)), ("otherwise", .raw("empty"))]))
        }
        return parsed.isEmpty ? [] : [Draft.Step(name: "parse", argument: .map(parsed))]
    }

    /// The type of a field in the lake.
    func type(_ candidate: Candidate, _ field: TargetSchema.Field?) -> FieldType {
        field.map { Self.stored($0) } ?? candidate.type.field
    }

    /// The type that stores a field of a schema.
    static func stored(_ field: TargetSchema.Field) -> FieldType {
        switch field.type {
        case "integer", "year": .int
        case "number": .double
        case "boolean": .boolean
        case "date": .date
        case "datetime": .datetime
        case "geopoint": .geo_point_2d
        default: .text
        }
    }

    private func reading(_ candidate: Candidate, _ field: TargetSchema.Field?) -> String? {
        guard candidate.isFilled else { return nil }
        guard let field else { return candidate.type.reading }
        switch field.type {
        case "integer", "year": return "integer"
        case "number": return candidate.type == .amount ? "amount" : candidate.type == .percent ? "percent" : "number"
        case "boolean", "date", "datetime": return field.type
        default: return nil
        }
    }

    /// The step that writes values as the lists of the schema do.
    func lists() throws -> [Draft.Step] {
        let mapped = try listed().filter { !$0.pairs.isEmpty }.map { list in
            (key: list.field, value: YamlNode.map(list.pairs.map { ($0.old, .text($0.new)) }))
        }
        guard !mapped.isEmpty else { return [] }
        return [
            Draft.Step(
                name: "map", argument: .map(mapped),
                comment: Bilingual(fr: "les valeurs des listes du schéma", en: "the values of the schema's lists"))
        ]
    }

    /// What neither the lists nor the patterns of the schema know, as questions.
    func asks() throws -> [Bilingual] {
        let outside = try listed().filter { !$0.outside.isEmpty }.map { list in
            let values = Self.some(list.outside)
            return Bilingual(
                fr: "\(list.field) : que deviennent \(values), hors de la liste du schéma ?",
                en: "\(list.field): what becomes of \(values), outside the schema's list?")
        }
        return try outside
            + columns.compactMap { column in
                guard let field = column.field, let pattern = field.pattern, !field.wantsSiret, let index = column.candidate.index
                else { return nil }
                let other = try survey.cells(unlike: pattern, in: survey.columns[index])
                guard other.count > 0 else { return nil }
                let values = Self.some(other.values)
                return Bilingual(
                    fr: "\(field.name) : \(other.count) valeurs n'ont pas la forme du schéma (\(values))",
                    en: "\(field.name): \(other.count) values have not the schema's pattern (\(values))")
            }
    }

    private static func some(_ values: [String]) -> String {
        values.prefix(5).map { "« \($0) »" }.joined(separator: ", ") + (values.count > 5 ? " …" : "")
    }

    private func listed() throws -> [(field: String, pairs: [ValueList.Pair], outside: [String])] {
        try columns.compactMap { column in
            guard let field = column.field, !field.values.isEmpty, field.type == "string", let index = column.candidate.index
            else {
                return nil
            }
            let rows = try survey.connection.rows(
                """
                SELECT plain, sum(n) AS n FROM \(survey.words) WHERE col = \(index) AND plain <> ''
                GROUP BY plain ORDER BY n DESC, plain LIMIT 200
                """)
            let emptied = mends.flatMap { mend -> [String] in
                if case .empty(column.candidate.name, let words) = mend { words } else { [] }
            }
            let values = rows.compactMap { $0.text("plain") }.filter { !emptied.contains($0) }
            let (mapped, outside) = ValueList.comparison(of: values, with: field)
            return (field.name, mapped, outside)
        }
    }

    /// The fields of the schema first, in its order.
    var order: [Draft.Step] {
        let fields = columns.filter { $0.field != nil }.map(\.name)
        guard fields.count > 1 else { return [] }
        return [Draft.Step(name: "reorder", argument: .list(fields.map { .text($0) }))]
    }
}
