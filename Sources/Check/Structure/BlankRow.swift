internal import Territory

/// A row without any value. Its cells are not told one by one.
enum BlankRow {
    static let kind = FindingKind(
        code: "check.blank-row", severity: .error,
        what: Bilingual(fr: "la ligne est vide", en: "the row is blank"),
        remedy: Bilingual(
            fr: "Retirez la ligne, à la source ou par un pas drop_empty",
            en: "Remove the row, at the source or with a drop_empty step"))

    static let rule = Rule(kind: kind, field: nil, condition: "blank", value: "NULL", detail: "NULL", concernsBlankRows: true)
}
