internal import Territory

/// A column without title.
struct BlankLabel: HeaderRule {
    static let kinds = [kind]
    static let kind = FindingKind(
        code: "check.blank-label", severity: .error,
        what: Bilingual(fr: "la colonne n° {detail} n'a pas de titre", en: "column {detail} has no title"),
        remedy: Bilingual(fr: "Donnez un titre à la colonne, ou retirez-la", en: "Give the column a title, or remove it"))

    static func findings(_ header: Header, _ schema: SchemaDescriptor) -> [Finding] {
        header.titles.filter { $0.label.isEmpty }.map {
            Finding(code: kind.code, severity: .error, detail: String($0.position))
        }
    }
}
