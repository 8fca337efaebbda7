internal import Territory

/// `french-siret-value`: 14 digits with their two Luhn keys; blanks and dots do not count.
struct SIRET: CustomCheck {
    static let name = "french-siret-value"
    static let kinds = [invalid]
    static let invalid = FindingKind(
        code: "check.siret", severity: .error,
        what: Bilingual(fr: "« {value} » n'est pas un SIRET dans « {field} »", en: "\"{value}\" is no SIRET in \"{field}\""),
        remedy: Bilingual(
            fr: "Vérifiez les 14 chiffres sur annuaire-entreprises.data.gouv.fr ; un tableur retire les zéros de tête",
            en: "Check the 14 digits on annuaire-entreprises.data.gouv.fr; spreadsheets drop leading zeros"))

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        guard let cell = parameters.cell(in: view) else { return .none }
        // A column of another type holds no text with 14 digits: nothing in it is a SIRET.
        guard cell.field.type == StringType.name else { return CompiledCheck(rules: [Rule(invalid, cell, where: "true")]) }
        let number = view.derive(OrganisationNumber.number(cell.text, digits: 14))
        let condition = "\(number) IS NULL OR NOT \(LuhnKey.siret(of: number))"
        return CompiledCheck(rules: [Rule(invalid, cell, where: condition)])
    }
}

/// SIRET and SIREN numbers as people write them.
enum OrganisationNumber {
    /// SQL: the number of a text of so many digits, blanks and dots left out; else NULL. Most texts have none: they are not copied.
    static func number(_ text: String, digits: Int) -> String {
        let bare = "translate(\(text), \(constant(" .\u{A0}\u{2009}\u{202F}\t")), '')"
        let pattern = "'[0-9]{\(digits)}'"
        return "CASE WHEN regexp_full_match(\(text), \(pattern)) THEN \(LuhnKey.number(text)) "
            + "WHEN regexp_full_match(\(bare), \(pattern)) THEN \(LuhnKey.number(bare)) END"
    }
}
