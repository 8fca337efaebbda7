/// The shapes of the three kinds of declaration file.
package enum FileShapes {
    /// `lavoir.yaml`.
    package static func lavoir(_ vocabulary: Vocabulary) -> Shape {
        .object([
            Key("territory", .object(identity), required: true, summary: Bilingual(fr: "qui publie", en: "who publishes")),
            Key("licence", .text, summary: SheetSummaries.licence, default: "lov2"),
            Key(
                "portal", .object(PortalKeys.all),
                summary: Bilingual(fr: "comment se présente le portail de la ville", en: "how the town's own portal looks")),
            Key("lake", .object(lake), summary: Bilingual(fr: "où les versions sont gardées", en: "where versions are kept")),
            Key(
                "destinations", .map(.named(.destination, vocabulary.destinations)),
                summary: Bilingual(
                    fr: "les portails et dossiers où publier, chacun sous le nom que la ville lui donne",
                    en: "the portals and folders to publish to, each under the town's name for it")),
            Key(
                "announce", .map(.object(AnnouncementKeys.all)),
                summary: Bilingual(
                    fr: "à qui annoncer versions, contrôles en échec et publications, chacun sous le nom que la ville lui donne",
                    en: "whom to tell of versions, failed checks and publications, each under the town's name for it")),
            Key(
                "sign-in", .object(SignInKeys.all),
                summary: Bilingual(
                    fr: "l'annuaire par lequel les agents entrent dans l'atelier",
                    en: "the directory that lets agents into the workshop")),
        ])
    }

    /// The file of the accessibility statement.
    package static let accessibility = Shape.object(PortalKeys.statement)

    /// A file of `datasets/`.
    package static func dataset(_ vocabulary: Vocabulary) -> Shape { .object(DatasetKeys.all(vocabulary)) }

    /// A file of `sources/`.
    package static func source(_ vocabulary: Vocabulary) -> Shape { .named(.connector, vocabulary.connectors) }

    private static let identity =
        [
            Key("name", .text, required: true, summary: Bilingual(fr: "le nom du territoire", en: "the territory's name")),
            Key(
                "siren", .matching("[0-9]{9}", expected: Bilingual(fr: "neuf chiffres", en: "nine digits")),
                summary: Bilingual(fr: "son numéro SIREN, entre guillemets", en: "its SIREN number, in quotes")),
            Key(
                "population", .integer,
                summary: Bilingual(
                    fr: "combien d'habitants, pour dire le budget par habitant",
                    en: "how many inhabitants, to tell the budget for each of them")),
            Key(
                "languages", .oneOrMany(.choice(Language.allCases.map(\.rawValue))),
                summary: Bilingual(
                    fr: "les langues du portail, la première par défaut", en: "the portal's languages, the first by default"),
                default: "[fr]"),
        ] + SheetKeys.territory

    private static let lake = [
        Key(
            "catalogue", .text,
            summary: Bilingual(
                fr: "un fichier du territoire, ou postgres://hôte:port/base",
                en: "a file of the territory, or postgres://host:port/database"),
            default: LakeDeclaration.defaultCatalogue),
        Key(
            "data", .text, summary: Bilingual(fr: "un dossier, ou s3://bucket/préfixe", en: "a folder, or s3://bucket/prefix"),
            default: LakeDeclaration.defaultData),
        Key(
            "user", .text,
            summary: Bilingual(
                fr: "le compte qui ouvre un catalogue PostgreSQL", en: "the account that opens a PostgreSQL catalogue")),
        Key("password", .secret, summary: Bilingual(fr: "son mot de passe", en: "its password")),
        Key("s3", .object(storage), summary: Bilingual(fr: "l'accès au stockage S3", en: "access to the S3 storage")),
        Key(
            "keep",
            .matching(
                Horizon.pattern,
                expected: Bilingual(
                    fr: "une durée comme 90 jours, 18 mois ou 2 ans", en: "a length of time such as 90 days, 18 months or 2 years"
                )),
            summary: Bilingual(
                fr: "combien de temps les anciennes versions sont gardées ; toujours si absent",
                en: "how long past versions are kept; for ever when absent")),
    ]

    private static let storage = [
        Key("endpoint", .text, summary: Bilingual(fr: "hôte:port du serveur", en: "host:port of the server")),
        Key("region", .text, summary: Bilingual(fr: "la région", en: "the region")),
        Key(
            "key", .oneOf([.text, .secret]), summary: Bilingual(fr: "le nom de la clé d'accès", en: "the name of the access key")),
        Key("secret", .secret, summary: Bilingual(fr: "la clé secrète", en: "the secret key")),
        Key("ssl", .boolean, summary: Bilingual(fr: "connexion chiffrée", en: "encrypted connection"), default: "true"),
    ]
}
