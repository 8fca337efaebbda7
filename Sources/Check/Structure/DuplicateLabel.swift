internal import Territory

/// Two columns of one title: no field can tell which is its own, and the rows are not checked.
struct DuplicateLabel: HeaderRule {
    static let kinds = [kind]
    static let kind = FindingKind(
        code: "check.duplicate-label", severity: .error,
        what: Bilingual(
            fr: "plusieurs colonnes s'appellent « {field} » : colonnes {detail} ; les lignes ne sont pas vérifiées",
            en: "several columns are called \"{field}\": columns {detail}; rows are not checked"),
        remedy: Bilingual(fr: "Donnez à chaque colonne un titre différent", en: "Give each column a title of its own"))

    static func findings(_ header: Header, _ schema: SchemaDescriptor) -> [Finding] {
        Dictionary(grouping: header.titles, by: \.label).values.filter { $0.count > 1 }
            .sorted { $0[0].position < $1[0].position }.map { same in
                let places = same.map { String($0.position) }.joined(separator: ", ")
                return Finding(code: kind.code, severity: .error, field: same[0].label, detail: places)
            }
    }
}
