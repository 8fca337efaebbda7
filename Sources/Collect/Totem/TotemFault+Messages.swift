package import Territory

extension TotemFault {
    package var what: Bilingual {
        switch reason {
        case .unreadable(let message):
            Bilingual(fr: "\(file) ne peut pas être lu : \(message)", en: "\(file) cannot be read: \(message)")
        case .malformed:
            Bilingual(fr: "\(file) n'est pas un XML bien formé", en: "\(file) is not well-formed XML")
        case .notABudget(let root):
            Bilingual(
                fr: "\(file) n'est pas un budget TOTEM : sa racine est « \(root) »",
                en: "\(file) is not a TOTEM budget: its root is \"\(root)\"")
        case .noBudgetInside:
            Bilingual(
                fr: "\(file) est un compte financier unique sans DocumentBudgetaire",
                en: "\(file) is a compte financier unique without a DocumentBudgetaire")
        case .notAPlan(let root):
            Bilingual(
                fr: "\(file) n'est pas un plan de comptes : sa racine est « \(root) »",
                en: "\(file) is not a plan de comptes: its root is \"\(root)\"")
        }
    }

    package var cause: Bilingual? {
        switch reason {
        case .malformed(let message): Bilingual(message)
        case .notABudget(let root): Self.kind(ofRoot: root)
        case .unreadable, .noBudgetInside, .notAPlan: nil
        }
    }

    package var remedy: Bilingual {
        switch reason {
        case .unreadable:
            Bilingual(
                fr: "Vérifiez que le fichier existe et que le service peut le lire",
                en: "Check that the file exists and may be read")
        case .malformed:
            Bilingual(
                fr: "Exportez de nouveau le budget depuis le logiciel de finances, sans le modifier à la main",
                en: "Export the budget again from the finance package, and do not edit it by hand")
        case .notABudget, .noBudgetInside:
            Bilingual(
                fr: "Demandez au service des finances le fichier XML envoyé à la préfecture (Actes budgétaires, TotEM)",
                en: "Ask the finance office for the XML file sent to the prefecture (Actes budgétaires, TotEM)")
        case .notAPlan:
            Bilingual(
                fr: "Reprenez planDeCompte.xml sur odm-budgetaire.org/composants/normes",
                en: "Take planDeCompte.xml again from odm-budgetaire.org/composants/normes")
        }
    }

    /// The files a finance officer may hand over by mistake, told by their root.
    private static func kind(ofRoot root: String) -> Bilingual? {
        switch root {
        case "PES_ACQUIT":
            Bilingual(
                fr: "C'est un accusé de réception Hélios (PES), pas un budget",
                en: "This is a Hélios acknowledgement (PES), not a budget")
        case "PES_Retour":
            Bilingual(
                fr: "C'est un retour comptable Hélios (PES), pas un budget",
                en: "This is a Hélios accounting return (PES), not a budget")
        case let root where root.hasPrefix("PES_"):
            Bilingual(
                fr: "C'est un flux comptable Hélios (PES : mandats, titres), pas un budget",
                en: "This is a Hélios accounting flow (PES: payments, receipts), not a budget")
        case "Nomenclature":
            Bilingual(fr: "C'est un plan de comptes", en: "This is a plan de comptes")
        case "DocumentBudgetaire", "CompteFinancierUnique":
            Bilingual(
                fr: "Le nom est le bon, mais l'espace de noms n'est pas celui du ministère (docbudgetaire, doccfu)",
                en: "The name is right, but the namespace is not the ministry's (docbudgetaire, doccfu)")
        default: nil
        }
    }
}
