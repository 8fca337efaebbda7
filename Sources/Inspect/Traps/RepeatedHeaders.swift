internal import DuckDB
internal import Foundation
internal import Territory

/// The titles again in the middle of the rows, as printed reports have them on each page.
struct RepeatedHeaders: Trap {
    static let kind = TrapKind(
        code: "inspect.repeated-headers",
        what: Bilingual(
            fr: "titres répétés parmi les lignes ({count} ×)",
            en: "titles repeated among the rows ({count} ×)"),
        why: Bilingual(
            fr: "« Montant » n'est pas un montant : la colonne entière passe pour du texte",
            en: "\"Amount\" is no amount: the whole column passes for text"),
        mend: Bilingual(
            fr: "un pas filter: { except: … } sur une colonne dont le titre n'est jamais une valeur",
            en: "a filter: { except: … } step on a column whose title is never a value"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        guard survey.header > 0, survey.columns.count > 1 else { return [] }
        let titles = survey.columns.map { _ in "(?, ?)" }.joined(separator: ", ")
        let values = survey.columns.flatMap { [SQLValue.integer(Int64($0.index)), .text($0.name.plainLetters)] }
        let hits = try survey.connection.rows(
            """
            SELECT col, value, CAST(n AS BIGINT) AS n, row FROM \(survey.words) JOIN (VALUES \(titles)) AS titles(place, title)
            ON place = col AND lower(strip_accents(regexp_replace(plain, '[^\\p{L}\\p{N}]', '', 'g'))) = title
            WHERE title <> '' ORDER BY col
            """, values)
        // Years of titles stand among years as values; a title is a word.
        let words = hits.filter { $0.text("value")?.contains(where: \.isLetter) ?? false }
        guard words.count > 1, let count = words.compactMap({ $0.integer("n") }).sorted().dropFirst(words.count / 2).first,
            let first = words.first(where: { $0.integer("n") == count })
        else { return [] }
        let column = survey.columns[first.integer("col") ?? 0]
        return [
            TrapFinding(
                columns: [column.name], count: count,
                proofs: [
                    CellHits.Proof(row: first.integer("row") ?? 0, column: column.name, value: first.text("value") ?? "")
                ],
                mends: [.except(column: column.name, words: [first.text("value") ?? ""])])
        ]
    }
}
