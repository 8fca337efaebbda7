internal import Territory

/// `nomenclature-actes-value`: a heading of the national nomenclature of acts (@ctes), a slash, then the town's own words.
struct NomenclatureOfActs: CustomCheck {
    static let name = "nomenclature-actes-value"
    static let kinds = [unknown]
    static let unknown = FindingKind(
        code: "check.nomenclature-of-acts", severity: .error,
        what: Bilingual(
            fr: "« {value} » ne suit pas la nomenclature des actes dans « {field} »",
            en: "\"{value}\" does not follow the nomenclature of acts in \"{field}\""),
        remedy: Bilingual(
            fr:
                "Écrivez l'une des neuf matières, une barre oblique sans espace, puis la sous-matière : Finances locales/Subventions",
            en: "Write one of the nine headings, a slash without blanks, then the subheading: Finances locales/Subventions"))

    /// The nine headings, without case nor accents.
    private static let headings = [
        "commande publique", "urbanisme", "domaine et patrimoine", "fonction publique", "institutions et vie politique",
        "libertes publiques et pouvoirs de police", "finances locales", "domaines de competences par themes",
        "autres domaines de competences",
    ]

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        guard let cell = parameters.cell(in: view) else { return .none }
        let heading = "strip_accents(lower(split_part(\(cell.text), '/', 1)))"
        let condition =
            "NOT contains(\(cell.text), '/') OR contains(\(cell.text), '/ ') "
            + "OR ends_with(split_part(\(cell.text), '/', 1), ' ') OR NOT \(isOne(heading, of: headings.map { constant($0) }))"
        return CompiledCheck(rules: [Rule(unknown, cell, where: condition)])
    }
}
