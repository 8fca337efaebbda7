import Foundation

/// A small budget document, written for one test.
struct TotemDocument {
    var prolog = #"<?xml version="1.0" encoding="UTF-8"?>"#
    var year = "2022"
    var nomenclature = "M14-M14_COM_500_3500"
    var decision = "01"
    var draft = "false"
    var name = "VALBOURG"
    var siret = "21560046100010"
    var lines: [String] = []
    /// Comes after the lines.
    var annexes = ""

    var text: String {
        """
        \(prolog)
        <DocumentBudgetaire xmlns="http://www.minefi.gouv.fr/cp/demat/docbudgetaire">
        <VersionSchema V="112"/>
        <EnTeteDocBudgetaire><LibelleColl V="\(name)"/><IdColl V="\(siret)"/></EnTeteDocBudgetaire>
        <Budget>
        <EnTeteBudget><IdEtab V="\(siret)"/><Nomenclature V="\(nomenclature)"/></EnTeteBudget>
        <BlocBudget><NatDec V="\(decision)"/><Exer V="\(year)"/><ProjetBudget V="\(draft)"/></BlocBudget>
        \(lines.joined(separator: "\n"))
        \(annexes)
        </Budget>
        </DocumentBudgetaire>
        """
    }

    var data: Data { Data(text.utf8) }

    /// A real line in the plan's own words: `line("6413", "012", "D", "40.00")`.
    static func line(_ nature: String, _ chapter: String?, _ direction: String, _ amount: String, more: String = "") -> String {
        let given = chapter.map { #"<ContNat V="\#($0)"/>"# } ?? ""
        return """
            <LigneBudget><Nature V="\(nature)"/>\(given)<CodRD V="\(direction)"/><MtPrev V="\(amount)"/><OpBudg V="0"/>\(more)</LigneBudget>
            """
    }

    /// A plan with two chapters, two accounts and a function.
    static func plan(labelled label: String = "Rémunération") -> Data {
        Data(
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <Nomenclature Norme="M14" Declinaison="M14_COM_500_3500" Exer="1999"><Nature>
            <Chapitres><Chapitre Code="012" Libelle="Charges de personnel" Section="F"/>
            <Chapitre Code="70" Libelle="Produits" Section="F"/></Chapitres>
            <Comptes><Compte Code="64" Libelle="Personnel"><Compte Code="6413" Libelle="\(label)" DR="012" RR="012"/></Compte>
            <Compte Code="70311" Libelle="Concessions &amp; redevances" DR="" RR="70"/></Comptes>
            </Nature><Fonction><Chapitres><Chapitre Code="01" Libelle="Autre" Section="F"/></Chapitres><RefFonctionnelles>
            <RefFonc Code="0" Libelle="Services"><RefFonc Code="01" Libelle="Non ventilables"/></RefFonc>
            </RefFonctionnelles></Fonction></Nomenclature>
            """.utf8)
    }
}
