internal import Territory

/// A title on several lines is that of no field.
struct BrokenLabel: HeaderRule {
    static let kinds = [kind]
    static let kind = FindingKind(
        code: "check.broken-label", severity: .error,
        what: Bilingual(
            fr: "le titre de la colonne n° {detail} tient sur plusieurs lignes : « {field} »",
            en: "the title of column {detail} stands on several lines: \"{field}\""),
        remedy: Bilingual(fr: "Écrivez le titre sur une seule ligne", en: "Write the title on one line"))

    static func findings(_ header: Header, _ schema: SchemaDescriptor) -> [Finding] {
        header.titles.filter { $0.label.contains(where: \.isNewline) }.map {
            Finding(code: kind.code, severity: .error, field: $0.label, detail: String($0.position))
        }
    }
}
