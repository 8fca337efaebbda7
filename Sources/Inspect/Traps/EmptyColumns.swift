internal import Territory

/// Columns in which nothing is written, often at the right edge.
struct EmptyColumns: Trap {
    static let kind = TrapKind(
        code: "inspect.empty-columns",
        what: Bilingual(
            fr: "{count} colonnes sans aucune valeur{detail}",
            en: "{count} columns without any value{detail}"),
        why: Bilingual(
            fr: "des séparateurs de trop à droite, ou une donnée qui manque cette année",
            en: "delimiters too many on the right, or something missing this year"),
        mend: Bilingual(fr: "un pas drop-empty: columns", en: "a drop-empty: columns step"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let empty = survey.columns.filter { $0.filled == 0 }
        guard !empty.isEmpty, survey.rows > 0 else { return [] }
        let names = empty.prefix(8).map { "« \($0.name) »" }.joined(separator: ", ") + (empty.count > 8 ? " …" : "")
        return [
            TrapFinding(
                columns: empty.map(\.name), count: empty.count, detail: Bilingual(fr: " : \(names)", en: ": \(names)"),
                mends: [.dropEmptyColumns])
        ]
    }
}
