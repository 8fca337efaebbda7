/// The keys of a dataset file, in the order people write them.
enum DatasetKeys {
    static func all(_ vocabulary: Vocabulary) -> [Key] {
        sheet + SheetKeys.dataset + making(vocabulary) + [
            Key("fields", .map(.object(field)), summary: SheetSummaries.fields),
            Key("publish", .oneOrMany(.text), summary: SheetSummaries.publish, default: "[]"),
            Key("views", .list(.map(.anything)), summary: SheetSummaries.views, default: "[]"),
        ]
    }

    /// Text, or the same in both languages.
    static let wording = Shape.oneOf([
        .text,
        .object([
            Key("fr", .text, required: true, summary: Bilingual(fr: "en français", en: "in French")),
            Key("en", .text, summary: Bilingual(fr: "en anglais", en: "in English")),
        ]),
    ])

    private static let sheet = [
        Key("title", wording, required: true, summary: SheetSummaries.title),
        Key("description", wording, summary: SheetSummaries.description),
        Key("theme", .text, summary: SheetSummaries.theme),
        Key("keywords", .list(.text), summary: SheetSummaries.keywords),
        Key("frequency", .choice(Frequency.allCases.map(\.rawValue)), summary: SheetSummaries.frequency),
        Key("licence", .text, summary: SheetSummaries.licence),
    ]

    private static func making(_ vocabulary: Vocabulary) -> [Key] {
        [
            Key(
                "source", .oneOf([.text, .named(.connector, vocabulary.connectors)]), required: true,
                summary: SheetSummaries.source),
            Key("recipe", .list(.named(.step, vocabulary.steps)), summary: SheetSummaries.recipe, default: "[]"),
            Key("schema", .text, summary: SheetSummaries.schema, default: "none"),
            Key("key", .oneOrMany(.text), summary: SheetSummaries.key),
            Key("word_index", .boolean, summary: SheetSummaries.wordIndex, default: "false"),
            Key(
                "accept", .object([Key("findings", .integer, required: true, summary: SheetSummaries.acceptedFindings)]),
                summary: SheetSummaries.accept, default: "none"),
        ]
    }

    private static let field = [
        Key("type", .choice(FieldType.allCases.map(\.rawValue)), summary: SheetSummaries.type),
        Key("label", .text, summary: SheetSummaries.label),
        Key("description", .text, summary: SheetSummaries.fieldDescription),
        Key("unit", .text, summary: SheetSummaries.unit),
        Key("facet", .boolean, summary: SheetSummaries.facet, default: "false"),
        Key("separator", .text, summary: SheetSummaries.separator),
        Key("private", .boolean, summary: SheetSummaries.private, default: "false"),
        Key("required", .boolean, summary: SheetSummaries.required),
    ]
}

/// What the keys of a dataset mean, for the editor and the reference.
enum SheetSummaries {
    static let title = Bilingual(fr: "le titre, tel que le public le lit", en: "the title, as the public reads it")
    static let description = Bilingual(
        fr: "ce que contiennent les données, d'où elles viennent, leurs limites",
        en: "what the data holds, where it comes from, its limits")
    static let theme = Bilingual(fr: "le thème du portail", en: "the portal's theme")
    static let keywords = Bilingual(fr: "les mots-clés", en: "the keywords")
    static let frequency = Bilingual(fr: "la fréquence de mise à jour", en: "how often it is updated")
    static let licence = Bilingual(
        fr: "lov2 (Licence Ouverte 2.0), odbl, ou le nom d'une autre licence",
        en: "lov2 (Licence Ouverte 2.0), odbl, or the name of another licence")
    static let source = Bilingual(
        fr: "d'où viennent les données : un connecteur, ou le nom d'un fichier de sources/",
        en: "where the data comes from: a connector, or the name of a file of sources/")
    static let recipe = Bilingual(
        fr: "les pas qui transforment les données, dans l'ordre", en: "the steps that transform the data, in order")
    static let accept = Bilingual(
        fr: "ce qui n'empêche pas d'écrire une version, et qui est dit partout",
        en: "what does not forbid a version, and is told everywhere")
    static let acceptedFindings = Bilingual(
        fr: "combien de cellules refusées, au plus ; une colonne absente ou une clé répétée refusent toujours",
        en: "how many refused cells at most; an absent column or a repeated key always refuse")
    static let schema = Bilingual(
        fr: "le Table Schema à respecter (scdl/subventions, un chemin .json), ou none",
        en: "the Table Schema to conform to (scdl/subventions, a .json path), or none")
    static let key = Bilingual(fr: "les champs qui désignent une ligne", en: "the fields that identify a row")
    static let fields = Bilingual(
        fr: "complète ce que le schéma dit des champs", en: "completes what the schema says of the fields")
    static let publish = Bilingual(
        fr: "où publier : portal, ou une destination de lavoir.yaml",
        en: "where to publish: portal, or a destination of lavoir.yaml")
    static let wordIndex = Bilingual(
        fr: "un index des mots des textes, pour chercher dans un très grand jeu ; il prend de la place sur la machine qui sert",
        en: "an index of the words of its texts, to search a very large dataset; it takes room on the machine that serves")
    static let views = Bilingual(fr: "les graphiques et cartes de la page", en: "the charts and maps of the page")
    static let type = Bilingual(fr: "le type du champ", en: "the field's type")
    static let label = Bilingual(fr: "le nom affiché", en: "the name shown")
    static let fieldDescription = Bilingual(fr: "ce que contient le champ", en: "what the field holds")
    static let unit = Bilingual(fr: "l'unité, comme € ou m²", en: "the unit, such as € or m²")
    static let facet = Bilingual(fr: "proposé comme filtre", en: "offered as a filter")
    static let separator = Bilingual(
        fr: "ce qui sépare plusieurs valeurs dans une cellule", en: "what separates several values in one cell")
    static let `private` = Bilingual(fr: "gardé, jamais servi ni publié", en: "kept, never served nor published")
    static let required = Bilingual(fr: "ne peut pas être vide", en: "cannot be empty")
}
