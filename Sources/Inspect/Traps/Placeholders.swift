internal import DuckDB
internal import Territory

/// Words that stand for nothing: `NC`, `sans objet`, `-`, `?`.
struct Placeholders: Trap {
    static let kind = TrapKind(
        code: "inspect.placeholders",
        what: Bilingual(
            fr: "{count} cellules de « {column} » pour dire « rien »{detail}",
            en: "{count} cells of \"{column}\" that stand for nothing{detail}"),
        why: Bilingual(
            fr: "« sans objet » est une valeur pour un programme : il la compte, et le validateur la refuse",
            en: "\"sans objet\" is a value to a program: it counts it, and validators refuse it"),
        mend: Bilingual(
            fr: "un pas map: { colonne: { sans objet: \"\" } }", en: "a map: { column: { sans objet: \"\" } } step"))

    private static let words =
        "^(?:n/?[acrd]\\.?|n\\.[acd]\\.?|sans objet|so|s/o|neant|non (?:connue?|renseignee?|communiquee?|definie?)|inconnue?|null|none|"
        + "nan|vide|[-–—_?./x*]{1,4}|#n/a|#ref!|#valeur!|#value!)$"

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let folded = "lower(strip_accents(plain))"
        let test = "length(plain) <= 20 AND regexp_matches(\(folded), \(literal(words)))"
        return try survey.cells(where: test).compactMap { hits in
            guard hits.column.type != .boolean else { return nil }
            let rows = try survey.connection.rows(
                "SELECT DISTINCT plain FROM \(survey.words) WHERE col = \(hits.column.index) AND \(test) ORDER BY plain LIMIT 12")
            let found = rows.compactMap { $0.text("plain") }
            let list = found.map { "« \($0) »" }.joined(separator: ", ")
            // A column of `x` alone ticks a box.
            if hits.count == hits.column.filled, found.count == 1, found[0].count <= 4 { return nil }
            return TrapFinding(
                hits, detail: Bilingual(fr: " : \(list)", en: ": \(list)"), mends: [.empty(hits.column.name, found)])
        }
    }
}
