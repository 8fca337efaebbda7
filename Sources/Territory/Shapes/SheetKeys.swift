/// The keys of a sheet that a dataset and its territory share, and those of a dataset alone: what catalogues ask for.
enum SheetKeys {
    /// Keys of a dataset.
    static let dataset =
        [
            Key(
                "id",
                .matching(
                    "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                    expected: Bilingual(
                        fr: "un UUID, comme 2f6b0c3e-…-9a1d : 32 chiffres hexadécimaux et quatre tirets",
                        en: "a UUID, such as 2f6b0c3e-…-9a1d: 32 hexadecimal digits and four hyphens")),
                summary: Bilingual(
                    fr:
                        "son identifiant pour toujours ; sans lui, il vient du SIREN et du nom du fichier. À écrire avant de renommer",
                    en:
                        "its identifier for ever; without it, it comes from the SIREN and the file's name. Write it before renaming"
                )),
            Key(
                "formats", .list(.choice(FileFormat.allCases.map(\.rawValue))),
                summary: Bilingual(fr: "les fichiers publiés, dans l'ordre", en: "the files published, in order"),
                default: "[csv, json, parquet], [csv, json, geojson, gpkg, parquet]"),
            Key(
                "producer",
                .object([
                    Key("name", .text, required: true, summary: Bilingual(fr: "son nom", en: "its name")),
                    siret(Bilingual(fr: "son numéro SIRET, entre guillemets", en: "its SIRET number, in quotes")),
                ]),
                summary: Bilingual(
                    fr: "qui produit les données, si ce n'est pas le territoire (SCDL PRODUCTEUR_NOM, PRODUCTEUR_SIRET)",
                    en: "who makes the data, if not the territory (SCDL PRODUCTEUR_NOM, PRODUCTEUR_SIRET)")),
            Key(
                "period",
                .object([
                    Key("from", day, required: true, summary: Bilingual(fr: "le premier jour", en: "the first day")),
                    Key("to", day, summary: Bilingual(fr: "le dernier jour, s'il est passé", en: "the last day, if it is past")),
                ]),
                summary: Bilingual(
                    fr: "les jours dont parlent les données (DCAT dct:temporal ; un point de la note data.gouv.fr)",
                    en: "the days the data speaks of (DCAT dct:temporal; one point of the data.gouv.fr score)")),
            Key(
                "issued", day,
                summary: Bilingual(
                    fr: "le jour de la première publication (SCDL DATE_PUBL) ; sans lui, celui de la première version",
                    en: "the day of first publication (SCDL DATE_PUBL); without it, that of the first version")),
            Key(
                "topic", .choice(Topic.allCases.map(\.rawValue)),
                summary: Bilingual(fr: "le thème européen (dcat:theme)", en: "the European theme (dcat:theme)")),
            Key(
                "access", .choice(Access.allCases.map(\.rawValue)),
                summary: Bilingual(
                    fr: "qui peut voir les données (dct:accessRights)", en: "who may see the data (dct:accessRights)"),
                default: "public"),
            Key(
                "high-value", .choice(HighValue.allCases.map(\.rawValue)),
                summary: Bilingual(
                    fr: "la catégorie du règlement (UE) 2023/138, si le jeu est à forte valeur",
                    en: "the category of Regulation (EU) 2023/138, if the dataset is of high value")),
        ] + shared

    /// Keys of the territory.
    static let territory =
        [
            siret(Bilingual(fr: "le SIRET de qui publie, entre guillemets", en: "the SIRET of who publishes, in quotes")),
            Key(
                "site", address,
                summary: Bilingual(
                    fr: "l'adresse publique de « lavoir serve » ; les catalogues y renvoient",
                    en: "the public address of `lavoir serve`; catalogues link there")),
        ] + shared

    private static let shared = [
        Key(
            "contact",
            .object([
                Key("name", .text, required: true, summary: Bilingual(fr: "un service", en: "an office")),
                Key(
                    "email",
                    .matching("[^@ ]+@[^@ ]+", expected: Bilingual(fr: "une adresse électronique", en: "an e-mail address")),
                    summary: Bilingual(fr: "son adresse", en: "its address")),
                Key("page", address, summary: Bilingual(fr: "son formulaire", en: "its form")),
            ]),
            summary: Bilingual(
                fr: "à qui écrire ; un jeu qui ne dit rien prend celui du territoire",
                en: "whom to write to; a dataset that says nothing takes the territory's")),
        Key(
            "coverage",
            .object([
                Key(
                    "level", .choice(Coverage.Level.allCases.map(\.rawValue)), required: true,
                    summary: Bilingual(fr: "la maille (SCDL COUV_SPAT_MAILLE)", en: "the level (SCDL COUV_SPAT_MAILLE)")),
                Key("name", .text, required: true, summary: Bilingual(fr: "le nom du lieu", en: "the name of the place")),
                Key(
                    "code", .text,
                    summary: Bilingual(
                        fr: "code INSEE, ou SIREN d'un EPCI, entre guillemets", en: "INSEE code, or SIREN of an EPCI, in quotes")),
                Key(
                    "box", .list(.number),
                    summary: Bilingual(
                        fr: "ouest, sud, est, nord en degrés", en: "west, south, east, north in degrees")),
            ]),
            summary: Bilingual(
                fr: "le territoire dont parlent les données (dct:spatial ; un point de la note data.gouv.fr)",
                en: "the piece of country the data is about (dct:spatial; one point of the data.gouv.fr score)")),
    ]

    private static let day = Shape.matching(
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
        expected: Bilingual(fr: "un jour, comme 2024-01-31", en: "a day, such as 2024-01-31"))

    private static let address = Shape.matching(
        "https?://[^ ]+", expected: Bilingual(fr: "une adresse http ou https", en: "an http or https address"))

    private static func siret(_ summary: Bilingual) -> Key {
        Key(
            "siret", .matching("[0-9]{14}", expected: Bilingual(fr: "quatorze chiffres", en: "fourteen digits")), summary: summary
        )
    }
}
