internal import Territory

/// The pages that a public site must have. What only the town knows is asked for in plain sight: nothing is invented.
package enum NoticePage: String, Sendable, CaseIterable {
    case legal = "mentions-legales"
    case privacy = "donnees-personnelles"

    package func html(_ site: Site) -> HTML {
        Layout(site: site, path: [rawValue]).page(
            title.text(in: site.language), trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(title.text(in: site.language))</h1>
                \(paragraphs.map { "<p>\($0.filled(with: ["town": Bilingual(site.name)]).text(in: site.language))</p>" as HTML })
                """)
    }

    var title: Bilingual {
        switch self {
        case .legal: Bilingual(fr: "Mentions légales", en: "Legal notice")
        case .privacy: Bilingual(fr: "Données personnelles", en: "Personal data")
        }
    }

    private var paragraphs: [Bilingual] {
        switch self {
        case .legal:
            [
                Bilingual(fr: "Éditeur : {town}.", en: "Publisher: {town}."),
                Bilingual(
                    fr:
                        "Chaque jeu de données porte sa licence ; elle dit comment le reprendre. Le nom de la ville et la date de la version suffisent à le citer.",
                    en:
                        "Each dataset carries its licence, which says how to reuse it. The town’s name and the date of the version are enough to cite it."
                ),
            ]
        case .privacy:
            [
                Bilingual(
                    fr: "Ce site ne dépose aucun témoin, n’appelle aucun autre site et ne garde pas l’adresse de ses lecteurs.",
                    en: "This site sets no cookie, calls no other site, and does not keep the addresses of its readers."),
                Bilingual(
                    fr:
                        "Les données publiées ne portent pas sur des personnes, ou seulement comme la loi le prévoit. Une erreur vous concerne ? "
                        + "Écrivez à {town} ; la CNIL peut être saisie d’une plainte : cnil.fr.",
                    en:
                        "The published data are not about persons, or only as the law provides. An error about you? Write to {town}; a complaint "
                        + "can be made to the CNIL: cnil.fr."),
            ]
        }
    }
}
