internal import Territory

/// `french-siren-value`: 9 digits with their Luhn key; blanks and dots do not count.
struct SIREN: CustomCheck {
    static let name = "french-siren-value"
    static let kinds = [invalid]
    static let invalid = FindingKind(
        code: "check.siren", severity: .error,
        what: Bilingual(fr: "« {value} » n'est pas un SIREN dans « {field} »", en: "\"{value}\" is no SIREN in \"{field}\""),
        remedy: Bilingual(
            fr: "Vérifiez les 9 chiffres sur annuaire-entreprises.data.gouv.fr",
            en: "Check the 9 digits on annuaire-entreprises.data.gouv.fr"))

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        guard let cell = parameters.cell(in: view) else { return .none }
        guard cell.field.type == StringType.name else { return CompiledCheck(rules: [Rule(invalid, cell, where: "true")]) }
        let number = view.derive(OrganisationNumber.number(cell.text, digits: 9))
        return CompiledCheck(
            rules: [Rule(invalid, cell, where: "\(number) IS NULL OR NOT \(LuhnKey.siren(of: number))")])
    }
}
