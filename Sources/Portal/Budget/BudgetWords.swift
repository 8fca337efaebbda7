internal import Territory

/// The words of public accounts, said so that a citizen knows them. Codes of functions are those of the M57 chart of accounts, those
/// of chapters are the same in M14 and M57 (arrêté du 21 décembre 2023, instruction budgétaire M57).
enum BudgetWords {
    /// Stands for rows without a code.
    static let noCode = "-"

    /// The policy that a function belongs to: its first digit; what cannot be shared out among policies (`01`) stands apart.
    static func policy(of function: String?) -> String {
        guard let first = function?.first else { return noCode }
        return function?.hasPrefix("01") == true ? "01" : String(first)
    }

    /// What a part is called.
    static func name(_ code: String, _ label: String?, _ level: BudgetLevel) -> Bilingual {
        guard code != noCode else { return Bilingual(fr: "Sans répartition", en: "Not shared out") }
        let known = level == .policy ? policies[code] : level == .chapter ? chapters[code] : nil
        return known ?? Bilingual(label ?? code)
    }

    private static let policies = [
        "0": Bilingual(fr: "Services généraux et administration", en: "General services and administration"),
        "01": Bilingual(
            fr: "Impôts, dotations, dette : ce qui n’est pas d’un service", en: "Taxes, grants, debt: what is no one service’s"),
        "1": Bilingual(fr: "Sécurité", en: "Safety"),
        "2": Bilingual(fr: "Écoles et formation", en: "Schools and training"),
        "3": Bilingual(fr: "Culture, sports, jeunesse et loisirs", en: "Culture, sports, youth and leisure"),
        "4": Bilingual(fr: "Solidarité, famille et santé", en: "Welfare, family and health"),
        "5": Bilingual(fr: "Urbanisme, logement et espaces verts", en: "Planning, housing and parks"),
        "6": Bilingual(fr: "Économie et emploi", en: "Economy and jobs"),
        "7": Bilingual(fr: "Propreté, eau et environnement", en: "Cleaning, water and environment"),
        "8": Bilingual(fr: "Rues et transports", en: "Streets and transport"),
        "9": Bilingual(fr: "Fonction en réserve", en: "Reserved function"),
    ]

    private static let chapters = [
        "001": Bilingual(fr: "Résultat d’investissement des années passées", en: "Investment result of past years"),
        "002": Bilingual(fr: "Résultat de fonctionnement des années passées", en: "Operating result of past years"),
        "011": Bilingual(
            fr: "Achats et services : énergie, fournitures, entretien", en: "Goods and services: energy, supplies, upkeep"),
        "012": Bilingual(fr: "Personnel : salaires et cotisations", en: "Staff: pay and contributions"),
        "013": Bilingual(fr: "Remboursements sur les salaires", en: "Refunds on pay"),
        "014": Bilingual(fr: "Impôts reversés à d’autres", en: "Taxes passed on to others"),
        "10": Bilingual(fr: "Dotations et TVA rendue par l’État", en: "Endowments and VAT given back by the State"),
        "13": Bilingual(fr: "Subventions reçues pour investir", en: "Grants received to invest"),
        "16": Bilingual(fr: "Emprunts : le capital", en: "Loans: the capital"),
        "20": Bilingual(fr: "Études et logiciels", en: "Studies and software"),
        "204": Bilingual(fr: "Aides aux investissements d’autres", en: "Aid to the investments of others"),
        "21": Bilingual(fr: "Achats de terrains, bâtiments, matériel", en: "Land, buildings and equipment bought"),
        "23": Bilingual(fr: "Travaux en cours", en: "Works in progress"),
        "65": Bilingual(fr: "Subventions versées, indemnités, contributions", en: "Grants paid, allowances, contributions"),
        "66": Bilingual(fr: "Intérêts de la dette", en: "Interest on the debt"),
        "67": Bilingual(fr: "Dépenses exceptionnelles", en: "Exceptional spending"),
        "68": Bilingual(fr: "Argent mis de côté", en: "Money set aside"),
        "70": Bilingual(fr: "Ce que paient les usagers : cantine, piscine, crèche", en: "What users pay: meals, pool, nursery"),
        "73": Bilingual(fr: "Impôts et taxes", en: "Taxes"),
        "731": Bilingual(fr: "Impôts locaux", en: "Local taxes"),
        "74": Bilingual(fr: "Dotations de l’État et participations", en: "State grants and contributions"),
        "75": Bilingual(fr: "Loyers et autres recettes courantes", en: "Rents and other current income"),
        "76": Bilingual(fr: "Produits de placements", en: "Income from holdings"),
        "77": Bilingual(fr: "Recettes exceptionnelles", en: "Exceptional income"),
        "024": Bilingual(fr: "Ventes de biens de la ville", en: "Sales of the town’s property"),
    ]

    /// The words that the page itself uses.
    static let glossary: [(word: Bilingual, meaning: Bilingual)] = [
        (
            Bilingual(fr: "Fonctionnement", en: "Running costs"),
            Bilingual(
                fr: "ce qui revient chaque année : salaires, chauffage, repas, subventions aux associations.",
                en: "what comes back every year: pay, heating, meals, grants to associations.")
        ),
        (
            Bilingual(fr: "Investissement", en: "Investment"),
            Bilingual(
                fr: "ce qui dure : une école, une rue, un véhicule, et le capital des emprunts que l’on rembourse.",
                en: "what lasts: a school, a street, a vehicle, and the capital of loans that is paid back.")
        ),
        (
            Bilingual(fr: "Budget primitif", en: "Initial budget"),
            Bilingual(
                fr: "ce que le conseil municipal a voté pour l’année : une prévision.",
                en: "what the council voted for the year: a forecast.")
        ),
        (
            Bilingual(fr: "Compte administratif", en: "Statement of account"),
            Bilingual(
                fr: "ce qui a vraiment été dépensé et reçu, l’année finie.",
                en: "what was really spent and received, once the year is over.")
        ),
        (
            Bilingual(fr: "Opérations d’ordre", en: "Book entries"),
            Bilingual(
                fr:
                    "des écritures entre les deux sections, sans qu’aucun argent sorte ni entre : elles ne sont pas comptées ici.",
                en: "entries between the two sections, without any money coming or going: they are not counted here.")
        ),
        (
            Bilingual(fr: "Fonction et nature", en: "Function and nature"),
            Bilingual(
                fr: "la fonction dit pour quoi (une école), la nature dit quoi (de l’électricité).",
                en: "the function says what for (a school), the nature says what (electricity).")
        ),
    ]
}
