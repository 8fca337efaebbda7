/// The keys of `portal`, and of the file of its accessibility statement.
enum PortalKeys {
    private static let address = Shape.matching(
        "https?://[^\\s\"<>]+", expected: Bilingual(fr: "une adresse https://…", en: "an address https://…"))
    private static let colour = Shape.matching(
        Colour.pattern, expected: Bilingual(fr: "une couleur comme \"#0b5f8a\"", en: "a colour such as \"#0b5f8a\""))

    static let all = [
        Key(
            "colour", colour,
            summary: Bilingual(
                fr: "la couleur des liens et des boutons ; son contraste est contrôlé",
                en: "the colour of links and buttons; its contrast is checked")),
        Key(
            "colour-dark", colour,
            summary: Bilingual(fr: "la même sur fond sombre", en: "the same on a dark ground")),
        Key(
            "logo", .path(mustExist: true),
            summary: Bilingual(fr: "une image SVG ou PNG, 60 ko au plus", en: "an SVG or PNG picture, 60 kB at most")),
        Key(
            "links", .list(.object(link)),
            summary: Bilingual(fr: "les autres sites de la ville", en: "the other sites of the town"), default: "[]"),
        Key(
            "highlights", .list(.text),
            summary: Bilingual(fr: "les jeux mis en avant à l'accueil", en: "the datasets that the first page shows"),
            default: "[]"),
        Key(
            "security",
            .matching(
                "(mailto:|https://)[^\\s\"<>]+", expected: Bilingual(fr: "mailto:… ou https://…", en: "mailto:… or https://…")),
            summary: Bilingual(
                fr: "où signaler une faille du site (security.txt)", en: "where to tell a weakness of the site (security.txt)")),
        Key(
            "accessibility", .path(mustExist: true),
            summary: Bilingual(
                fr: "le fichier YAML de la déclaration d'accessibilité ; sans lui, le site se dit non conforme",
                en: "the YAML file of the accessibility statement; without it the site says it is not compliant")),
    ]

    private static let link = [
        Key("title", DatasetKeys.wording, required: true, summary: Bilingual(fr: "ce qu'on lit", en: "what is read")),
        Key("address", address, required: true, summary: Bilingual(fr: "où il mène", en: "where it leads")),
    ]

    /// The file that `accessibility` names.
    static let statement: [Key] = [
        Key(
            "conformity", .choice(AccessibilityStatement.Conformity.allCases.map(\.rawValue)), required: true,
            summary: Bilingual(
                fr: "none : non conforme ; partial : la moitié au moins des critères ; full : tous",
                en: "none: not compliant; partial: at least half of the criteria; full: all of them")),
        Key(
            "audit", .object(audit),
            summary: Bilingual(fr: "l'audit ; sans lui, non conforme", en: "the audit; without it, not compliant")),
        Key(
            "failures", .list(DatasetKeys.wording),
            summary: Bilingual(fr: "ce qui n'est pas accessible", en: "what is not accessible"), default: "[]"),
        Key(
            "exemptions", .list(DatasetKeys.wording),
            summary: Bilingual(fr: "ce que la loi n'impose pas", en: "what the law does not ask for"), default: "[]"),
        Key("contact", .text, summary: Bilingual(fr: "à qui écrire", en: "whom to write to")),
    ]

    private static let audit = [
        Key(
            "date",
            .matching(
                "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                expected: Bilingual(fr: "une date comme \"2026-03-01\"", en: "a date such as \"2026-03-01\"")),
            required: true, summary: Bilingual(fr: "quand", en: "when")),
        Key("by", .text, required: true, summary: Bilingual(fr: "par qui", en: "by whom")),
        Key(
            "standard", .text, summary: Bilingual(fr: "le référentiel, comme RGAA 4.1.2", en: "the standard, such as RGAA 4.1.2")),
        Key(
            "rate", .number,
            summary: Bilingual(fr: "la part des critères respectés, en pour cent", en: "the share of criteria met, per cent")),
    ]
}
