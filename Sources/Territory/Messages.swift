// Every sentence of the room, the two languages one under the other. Facts stand in braces.

extension ProblemKind {
    /// All kinds, for the reference page and the test that walks them.
    package static let all: [ProblemKind] = writing + keys + references + secrets + schemas

    private static let writing = [
        noTerritory, unreadableFile, badYaml, notUTF8, severalDocuments, tooLarge, tooDeep, badName,
    ]
    private static let keys = [duplicateKey, keyNotText, unknownKey, missingKey, wrongType, unknownValue, badValue]
    private static let references = [
        unknownConnector, unknownStep, unknownDestinationType, unknownDestination, unknownSource, unknownField, missingFile,
        outside,
    ]
    private static let secrets = [literalSecret, missingSecret]
    private static let schemas = [badSchema, lowContrast]
}

// The folder and the writing of its files.
extension ProblemKind {
    static let noTerritory = ProblemKind(
        "no-territory",
        what: Bilingual(
            fr: "aucun fichier lavoir.yaml dans le dossier {folder}",
            en: "no lavoir.yaml file in the folder {folder}"),
        remedy: Bilingual(
            fr: "indiquez le dossier du territoire avec -C, ou commencez-en un avec « lavoir init DOSSIER »",
            en: "give the territory's folder with -C, or begin one with `lavoir init FOLDER`"))

    static let unreadableFile = ProblemKind(
        "unreadable-file",
        what: Bilingual(
            fr: "ce fichier ne peut pas être lu",
            en: "this file cannot be read"),
        remedy: Bilingual(
            fr: "donnez le droit de lecture sur {path} au compte qui lance Lavoir",
            en: "give the account that runs Lavoir the right to read {path}"))

    static let badYaml = ProblemKind(
        "bad-yaml",
        what: Bilingual(
            fr: "YAML illisible : {detail}",
            en: "unreadable YAML: {detail}"),
        remedy: Bilingual(
            fr: "corrigez la ligne indiquée ou celle qui précède : retraits en espaces, guillemets et crochets fermés",
            en: "correct the line shown or the one before: indent with spaces, close quotes and brackets"))

    static let notUTF8 = ProblemKind(
        "not-utf8",
        what: Bilingual(
            fr: "ce fichier n'est pas en UTF-8",
            en: "this file is not UTF-8"),
        expected: Bilingual(
            fr: "un texte en UTF-8",
            en: "UTF-8 text"),
        remedy: Bilingual(
            fr: "enregistrez le fichier à nouveau en choisissant l'encodage UTF-8",
            en: "save the file again and choose the UTF-8 encoding"))

    static let severalDocuments = ProblemKind(
        "several-documents",
        what: Bilingual(
            fr: "un second document commence ici",
            en: "a second document starts here"),
        expected: Bilingual(
            fr: "un seul document par fichier",
            en: "one document for each file"),
        remedy: Bilingual(
            fr: "retirez la ligne « --- » ou déplacez la suite dans un autre fichier",
            en: "remove the \"---\" line or move what follows to another file"))

    static let tooLarge = ProblemKind(
        "too-large",
        what: Bilingual(
            fr: "ce fichier dépasse 1 Mo",
            en: "this file is larger than 1 MB"),
        expected: Bilingual(
            fr: "une déclaration de 1 Mo au plus",
            en: "a declaration of 1 MB at most"),
        remedy: Bilingual(
            fr: "placez les listes longues dans un fichier CSV de lookups/",
            en: "move long lists to a CSV file in lookups/"))

    static let tooDeep = ProblemKind(
        "too-deep",
        what: Bilingual(
            fr: "cette déclaration a trop de niveaux ou trop de valeurs",
            en: "this declaration has too many levels or too many values"),
        expected: Bilingual(
            fr: "64 niveaux et 200 000 valeurs au plus, alias compris",
            en: "64 levels and 200,000 values at most, aliases included"),
        remedy: Bilingual(
            fr: "écrivez les valeurs sans emboîter d'alias",
            en: "write the values without nested aliases"))

    static let badName = ProblemKind(
        "bad-name",
        what: Bilingual(
            fr: "« {name} » n'est pas un nom de fichier de déclaration",
            en: "\"{name}\" is not a name for a declaration file"),
        expected: Bilingual(
            fr: "une minuscule, puis minuscules, chiffres, - et _, et l'extension .yaml",
            en: "a lowercase letter, then lowercase letters, digits, - and _, and the extension .yaml"),
        remedy: Bilingual(
            fr: "renommez le fichier en {suggestion}",
            en: "rename the file to {suggestion}"))
}
