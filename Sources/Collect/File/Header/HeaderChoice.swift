internal import Territory

/// Where the titles of a table stand, as `header:` says it.
enum HeaderChoice: Sendable, Hashable {
    /// To be found.
    case detect
    /// `0`: there are none, every row is data.
    case absent
    /// These rows, counted from 1. Several make one title for each column.
    case rows([Int])

    init(_ value: Value?) {
        let rows = value?.oneOrMany.compactMap(\.integer) ?? []
        self = rows.isEmpty ? .detect : rows == [0] ? .absent : .rows(rows.sorted())
    }

    /// The key of every format that has rows of titles.
    static let key = Key(
        "header", .oneOrMany(.integer),
        summary: Bilingual(
            fr: "Numéro de la ligne des titres, détecté sans cela ; une liste, `[5, 7]`, pour des titres sur plusieurs lignes ; "
                + "0 si le fichier n'a pas de titres",
            en: "Number of the row with the titles, detected otherwise; a list, `[5, 7]`, for titles over several rows; "
                + "0 when the file has none"))
}
