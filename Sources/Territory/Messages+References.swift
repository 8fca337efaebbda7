// Names, files, secrets and schemas that a declaration refers to.
extension ProblemKind {
    static let unknownConnector = calling(
        "unknown-connector", fr: "connecteur inconnu", en: "unknown connector", named: .connector)
    static let unknownStep = calling("unknown-step", fr: "pas inconnu", en: "unknown step", named: .step)
    static let unknownDestinationType = calling(
        "unknown-destination-type", fr: "type de destination inconnu", en: "unknown kind of destination", named: .destination)

    private static func calling(_ name: String, fr: String, en: String, named role: Role) -> ProblemKind {
        ProblemKind(
            name,
            what: Bilingual(
                fr: fr + " « {written} » dans {where}",
                en: en + " \"{written}\" in {where}"),
            expected: Bilingual(
                fr: "exactement un \(role.word.french) parmi : {names}",
                en: "exactly one \(role.word.english) of: {names}"),
            remedy: Bilingual(
                fr: "choisissez un \(role.word.french) de la liste",
                en: "choose a \(role.word.english) from the list"),
            nearest: Bilingual(
                fr: "écrivez « {nearest} » à la place de « {written} »",
                en: "write \"{nearest}\" instead of \"{written}\""))
    }

    static let unknownDestination = naming(
        "unknown-destination",
        what: Bilingual(
            fr: "destination inconnue « {value} »",
            en: "unknown destination \"{value}\""),
        remedy: Bilingual(
            fr: "déclarez « {value} » sous « destinations: » dans lavoir.yaml, ou choisissez un nom de la liste",
            en: "declare \"{value}\" under \"destinations:\" in lavoir.yaml, or choose a name from the list"))

    static let unknownSource = naming(
        "unknown-source",
        what: Bilingual(
            fr: "source inconnue « {value} »",
            en: "unknown source \"{value}\""),
        remedy: Bilingual(
            fr: "créez sources/{value}.yaml, ou écrivez la source ici : « source: { file: … } »",
            en: "create sources/{value}.yaml, or write the source here: \"source: { file: … }\""))

    static let unknownField = naming(
        "unknown-field",
        what: Bilingual(
            fr: "champ inconnu « {value} » dans key",
            en: "unknown field \"{value}\" in key"),
        remedy: Bilingual(
            fr: "déclarez « {value} » sous « fields: », ou choisissez un champ du schéma",
            en: "declare \"{value}\" under \"fields:\", or choose a field of the schema"))

    private static func naming(_ name: String, what: Bilingual, remedy: Bilingual) -> ProblemKind {
        ProblemKind(
            name, what: what,
            expected: Bilingual(
                fr: "{names}",
                en: "{names}"),
            remedy: remedy,
            nearest: Bilingual(
                fr: "écrivez « {nearest} » à la place de « {value} »",
                en: "write \"{nearest}\" instead of \"{value}\""))
    }

    static let missingFile = ProblemKind(
        "missing-file",
        what: Bilingual(
            fr: "fichier introuvable « {path} » pour {where}",
            en: "file not found \"{path}\" for {where}"),
        expected: Bilingual(
            fr: "un fichier du territoire : {tried}",
            en: "a file of the territory: {tried}"),
        remedy: Bilingual(
            fr: "ajoutez ce fichier au territoire ou corrigez son chemin",
            en: "add this file to the territory or correct its path"),
        nearest: Bilingual(
            fr: "écrivez « {nearest} » à la place de « {path} »",
            en: "write \"{nearest}\" instead of \"{path}\""))

    static let outside = ProblemKind(
        "outside-territory",
        what: Bilingual(
            fr: "le chemin « {path} » sort du territoire",
            en: "the path \"{path}\" leaves the territory"),
        expected: Bilingual(
            fr: "un chemin relatif au dossier du territoire, sans « .. »",
            en: "a path relative to the territory's folder, without \"..\""),
        remedy: Bilingual(
            fr: "copiez le fichier dans le territoire et donnez son chemin à partir de lavoir.yaml",
            en: "copy the file into the territory and give its path from lavoir.yaml"))

    // A secret is never shown, not even the one that should not be there.
    static let literalSecret = ProblemKind(
        "literal-secret",
        what: Bilingual(
            fr: "un secret est écrit en clair pour {where}",
            en: "a secret is written in clear for {where}"),
        expected: TypeWords.secret,
        remedy: Bilingual(
            fr: "changez ce secret, placez le nouveau dans une variable d'environnement et écrivez « {key}: { env: NOM } »",
            en: "change this secret, put the new one in an environment variable and write \"{key}: { env: NAME }\""))

    static let missingSecret = ProblemKind(
        "missing-secret",
        what: Bilingual(
            fr: "secret introuvable : {reference}",
            en: "secret not found: {reference}"),
        expected: Bilingual(
            fr: "une valeur non vide, cherchée à ce seul endroit",
            en: "a value that is not empty, looked for in this one place"),
        remedy: Bilingual(
            fr: "donnez une valeur à {reference} sur la machine qui lance Lavoir",
            en: "give {reference} a value on the machine that runs Lavoir"))

    static let badSchema = ProblemKind(
        "bad-schema",
        what: Bilingual(
            fr: "le schéma « {path} » n'est pas un Table Schema : {detail}",
            en: "the schema \"{path}\" is not a Table Schema: {detail}"),
        expected: Bilingual(
            fr: "un objet JSON avec une liste « fields » dont chaque élément a un « name »",
            en: "a JSON object with a \"fields\" list in which each item has a \"name\""),
        remedy: Bilingual(
            fr: "remplacez le fichier par le schéma publié, ou corrigez-le",
            en: "replace the file with the published schema, or correct it"))
}
