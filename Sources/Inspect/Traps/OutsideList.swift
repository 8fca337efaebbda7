internal import DuckDB
internal import Territory

/// Values that the list of the proposed schema does not know, under whatever case, accents or usual name.
struct OutsideList: Trap {
    static let kind = TrapKind(
        code: "inspect.outside-list",
        what: Bilingual(
            fr: "{count} cellules de « {column} » hors de la liste du schéma{detail}",
            en: "{count} cells of \"{column}\" outside the schema's list{detail}"),
        why: Bilingual(
            fr: "une valeur hors liste fait refuser le fichier, et se perd dans les comparaisons entre communes",
            en: "a value outside the list gets the file refused, and is lost when towns are compared"),
        mend: Bilingual(
            fr: "un pas map vers les valeurs de la liste, décidé avec le service",
            en: "a map step to the values of the list, decided with the department"))

    static func findings(in survey: Survey, for fit: SchemaFit) throws -> [TrapFinding] {
        try fit.matches.compactMap { match in
            guard !match.field.values.isEmpty, match.field.type == "string", let index = match.candidate.index else { return nil }
            let column = survey.columns[index]
            let values = try survey.connection.rows(
                "SELECT DISTINCT plain FROM \(survey.words) WHERE col = \(index) AND plain <> '' LIMIT 5000"
            ).compactMap { $0.text("plain") }
            let outside = ValueList.comparison(of: values, with: match.field).outside.sorted()
            guard !outside.isEmpty else { return nil }
            let marks = outside.map { _ in "?" }.joined(separator: ", ")
            let list = outside.prefix(5).map { "« \($0) »" }.joined(separator: ", ") + (outside.count > 5 ? " …" : "")
            return try survey.cells(where: "plain IN (\(marks))", outside.map { .text($0) }, in: [column]).first.map {
                TrapFinding($0, detail: Bilingual(fr: " : \(list)", en: ": \(list)"))
            }
        }
    }
}
