internal import Territory

/// What a file lacks for a schema, in words.
struct DraftQuestions {
    let survey: Survey

    /// The required fields that nothing fills, each with what it wants, and why a column that bears its title does not do.
    func missing(_ fit: SchemaFit) -> [Bilingual] {
        fit.missing.map { field in
            let wanted = Self.wanted(field)
            let head = field.title.map { "\(field.name) (\($0)" } ?? "\(field.name) ("
            let reason = reason(field, fit)
            return Bilingual(
                fr: "\(head)\(field.title == nil ? "" : " ; ")\(wanted.french))\(reason.french)",
                en: "\(head)\(field.title == nil ? "" : "; ")\(wanted.english))\(reason.english)")
        }
    }

    private func reason(_ field: TargetSchema.Field, _ fit: SchemaFit) -> Bilingual {
        if let match = fit.match(field.name), !match.candidate.isFilled {
            let title = match.candidate.title
            return Bilingual(fr: " : « \(title) » est vide", en: ": \"\(title)\" is empty")
        }
        guard let column = fit.refused[field.name] else { return Bilingual("") }
        return Bilingual(
            fr: " : « \(column.title) » est de type \(column.type.word.french)",
            en: ": \"\(column.title)\" is of type \(column.type.word.english)")
    }

    /// What a field wants, in a few words.
    static func wanted(_ field: TargetSchema.Field) -> Bilingual {
        if field.pattern?.contains("{14}") ?? false { return Bilingual(fr: "SIRET, 14 chiffres", en: "SIRET, 14 digits") }
        if !field.values.isEmpty {
            let list = field.values.prefix(4).joined(separator: ", ") + (field.values.count > 4 ? " …" : "")
            return Bilingual(fr: "une valeur parmi : \(list)", en: "one of: \(list)")
        }
        switch field.type {
        case "date": return Bilingual(fr: "date AAAA-MM-JJ", en: "date YYYY-MM-DD")
        case "year": return Bilingual(fr: "année", en: "year")
        case "number", "integer": return Bilingual(fr: "nombre", en: "number")
        case "boolean": return Bilingual(fr: "oui ou non", en: "yes or no")
        default:
            return field.pattern.map { Bilingual(fr: "forme \($0)", en: "pattern \($0)") } ?? Bilingual(fr: "texte", en: "text")
        }
    }
}
