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
                \((paragraphs + (self == .privacy && site.takesSuggestions ? Self.proposed : [])).map { "<p>\($0.filled(with: ["town": Bilingual(site.name)]).text(in: site.language))</p>" as HTML })
                """)
    }

    var title: Bilingual {
        switch self {
        case .legal: Bilingual(fr: "Mentions légales", en: "Legal notice")
        case .privacy: Bilingual(fr: "Données personnelles", en: "Personal data")
        }
    }

    /// What is kept of who proposes something, and of agents.
    private static let proposed = [
        Bilingual(
            fr:
                "Qui propose une réutilisation ou demande une donnée peut laisser une adresse électronique : elle sert à lui répondre, n’est jamais "
                + "montrée, et s’efface quand la ville a dit son dernier mot.",
            en:
                "Whoever proposes a reuse or asks for data may leave an e-mail address: it serves to answer, is never shown, and is erased when the "
                + "town has said its last word."),
        Bilingual(
            fr: "Les agents qui publient ont un témoin de connexion, et ce qu’ils font est inscrit dans un journal.",
            en: "Agents who publish have a cookie to stay signed in, and what they do is written in a trail."),
    ]

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
