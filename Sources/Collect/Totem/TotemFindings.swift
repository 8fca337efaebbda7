internal import Territory

/// What can be told about a budget file. None is an error: the check of the schema decides.
extension FindingKind {
    static let totem: [FindingKind] = [
        deduced, unknownCode, planOfAnotherYear, noPlan, repeatedLine, notVoted, sectionDisagrees, invalidSiret, balance,
        unbalanced,
    ]

    static let deduced = FindingKind(
        code: "totem.deduced", severity: .note,
        what: Bilingual(
            fr: "{field} manque dans le fichier ; « {value} » est déduit du plan de comptes ({detail})",
            en: "{field} is absent from the file; \"{value}\" is deduced from the plan de comptes ({detail})"),
        remedy: Bilingual(
            fr: "Relisez la valeur ; écrivez « mode: strict » pour ne rien déduire",
            en: "Read the value again; write `mode: strict` to deduce nothing"))

    static let unknownCode = FindingKind(
        code: "totem.unknown-code", severity: .warning,
        what: Bilingual(
            fr: "{field} « {value} » n'existe pas dans le plan de comptes ({detail} est le plus long début connu)",
            en: "{field} \"{value}\" is not in the plan de comptes ({detail} is the longest known beginning)"),
        remedy: Bilingual(
            fr: "Demandez au service des finances si le code est juste ; il est publié tel quel",
            en: "Ask the finance office whether the code is right; it is published as it is"))

    static let planOfAnotherYear = FindingKind(
        code: "totem.plan-of-another-year", severity: .warning,
        what: Bilingual(
            fr: "Le plan de comptes {value} manque ; les libellés viennent de {detail}",
            en: "The plan de comptes {value} is missing; labels come from {detail}"),
        remedy: Bilingual(
            fr: "Ajoutez planDeCompte.xml, pris sur odm-budgetaire.org/composants/normes, dans {value}/ du dossier des plans",
            en: "Add planDeCompte.xml, from odm-budgetaire.org/composants/normes, in {value}/ of the folder of plans"))

    static let noPlan = FindingKind(
        code: "totem.no-plan", severity: .warning,
        what: Bilingual(
            fr: "Aucun plan de comptes pour {value} : les codes restent sans libellé",
            en: "No plan de comptes for {value}: codes stay without labels"),
        remedy: Bilingual(
            fr: "Ajoutez planDeCompte.xml, pris sur odm-budgetaire.org/composants/normes, dans {value}/ du dossier des plans",
            en: "Add planDeCompte.xml, from odm-budgetaire.org/composants/normes, in {value}/ of the folder of plans"))

    static let repeatedLine = FindingKind(
        code: "totem.repeated-lines", severity: .warning,
        what: Bilingual(
            fr: "Cette ligne répète la ligne {value} dans les 22 colonnes ; elle est gardée",
            en: "This line repeats line {value} in all 22 columns; it is kept"),
        remedy: Bilingual(
            fr: "Vérifiez que les deux lignes existent dans le logiciel de finances",
            en: "Check that both lines exist in the finance package"))

    static let notVoted = FindingKind(
        code: "totem.not-voted", severity: .warning,
        what: Bilingual(
            fr: "Ce budget est un projet : il n'est pas encore voté (ProjetBudget)",
            en: "This budget is a draft: it has not been voted yet (ProjetBudget)"),
        remedy: Bilingual(
            fr: "Attendez le vote, puis publiez le fichier du budget voté",
            en: "Wait for the vote, then publish the file of the voted budget"))

    static let sectionDisagrees = FindingKind(
        code: "totem.section-disagrees", severity: .warning,
        what: Bilingual(
            fr: "La section déduite du plan ({value}) n'est pas celle que le fichier déclare ({detail})",
            en: "The section deduced from the plan ({value}) is not the one the file declares ({detail})"),
        remedy: Bilingual(
            fr: "Vérifiez l'exercice et la nomenclature du budget",
            en: "Check the exercise and the nomenclature of the budget"))

    static let invalidSiret = FindingKind(
        code: "totem.invalid-siret", severity: .warning,
        what: Bilingual(
            fr: "Le SIRET du budget « {value} » n'en est pas un (14 chiffres, clé de Luhn)",
            en: "The SIRET of the budget \"{value}\" is not one (14 digits, Luhn key)"),
        remedy: Bilingual(
            fr: "Corrigez IdEtab dans le logiciel de finances et exportez de nouveau",
            en: "Correct IdEtab in the finance package and export again"))

    static let balance = FindingKind(
        code: "totem.balance", severity: .note,
        what: Bilingual(
            fr: "{field}, section {value} : {detail} (D : dépenses, R : recettes)",
            en: "{field}, section {value}: {detail} (D: expenses, R: revenues)"),
        remedy: Bilingual(
            fr: "Comparez ces totaux à la délibération",
            en: "Compare these totals with the deliberation"))

    static let unbalanced = FindingKind(
        code: "totem.unbalanced", severity: .warning,
        what: Bilingual(
            fr: "La section {value} n'est pas équilibrée, restes à réaliser compris ({field} : {detail})",
            en: "Section {value} does not balance, carry-over included ({field}: {detail})"),
        remedy: Bilingual(
            fr: "Comparez à la délibération : il manque sans doute des lignes",
            en: "Compare with the deliberation: some lines are probably missing"))
}
