// Keys and values that do not have the shape they should.
extension ProblemKind {
    static let duplicateKey = ProblemKind(
        "duplicate-key",
        what: Bilingual(
            fr: "clé « {key} » écrite deux fois",
            en: "key \"{key}\" written twice"),
        expected: Bilingual(
            fr: "chaque clé une seule fois",
            en: "each key once"),
        remedy: Bilingual(
            fr: "réunissez les deux valeurs ou retirez l'une des deux clés",
            en: "bring the two values together or remove one of the two keys"))

    static let keyNotText = ProblemKind(
        "key-not-text",
        what: Bilingual(
            fr: "cette clé est une liste ou un groupe de clés",
            en: "this key is a list or a map"),
        expected: Bilingual(
            fr: "un nom",
            en: "a name"),
        remedy: Bilingual(
            fr: "écrivez un nom suivi de « : »",
            en: "write a name followed by \":\""))

    static let unknownKey = ProblemKind(
        "unknown-key",
        what: Bilingual(
            fr: "clé inconnue « {key} » dans {where}",
            en: "unknown key \"{key}\" in {where}"),
        expected: Bilingual(
            fr: "{names}",
            en: "{names}"),
        remedy: Bilingual(
            fr: "retirez « {key} » ou choisissez une clé de la liste",
            en: "remove \"{key}\" or choose a key from the list"),
        nearest: Bilingual(
            fr: "écrivez « {nearest} » à la place de « {key} »",
            en: "write \"{nearest}\" instead of \"{key}\""))

    static let missingKey = ProblemKind(
        "missing-key",
        what: Bilingual(
            fr: "clé « {key} » absente dans {where}",
            en: "key \"{key}\" missing in {where}"),
        expected: Bilingual(
            fr: "{key} : {expected}",
            en: "{key}: {expected}"),
        remedy: Bilingual(
            fr: "ajoutez « {key}: » ({summary})",
            en: "add \"{key}:\" ({summary})"))

    static let wrongType = ProblemKind(
        "wrong-type",
        what: Bilingual(
            fr: "{found} pour {where}",
            en: "{found} for {where}"),
        expected: Bilingual(
            fr: "{expected}",
            en: "{expected}"),
        remedy: Bilingual(
            fr: "{advice}",
            en: "{advice}"))

    static let unknownValue = ProblemKind(
        "unknown-value",
        what: Bilingual(
            fr: "valeur inconnue « {value} » pour {where}",
            en: "unknown value \"{value}\" for {where}"),
        expected: Bilingual(
            fr: "{names}",
            en: "{names}"),
        remedy: Bilingual(
            fr: "choisissez une valeur de la liste",
            en: "choose a value from the list"),
        nearest: Bilingual(
            fr: "écrivez « {nearest} » à la place de « {value} »",
            en: "write \"{nearest}\" instead of \"{value}\""))

    static let lowContrast = ProblemKind(
        "low-contrast",
        what: Bilingual(
            fr: "{value} se lit mal pour {where} : contraste de {contrast} sur {ground}",
            en: "{value} is hard to read for {where}: a contrast of {contrast} on {ground}"),
        expected: Bilingual(
            fr: "un contraste de 4,5 au moins (WCAG 2.2, critère 1.4.3)",
            en: "a contrast of at least 4.5 (WCAG 2.2, criterion 1.4.3)"),
        remedy: Bilingual(
            fr: "prenez par exemple \"{suggestion}\", la plus proche qui se lise",
            en: "take for instance \"{suggestion}\", the nearest that can be read"))

    static let badValue = ProblemKind(
        "bad-value",
        what: Bilingual(
            fr: "valeur refusée pour {where}",
            en: "value refused for {where}"),
        expected: Bilingual(
            fr: "{expected}",
            en: "{expected}"),
        remedy: Bilingual(
            fr: "corrigez la valeur : {expected}",
            en: "correct the value: {expected}"))
}

/// What a value is or should be, in words.
enum TypeWords {
    static let text = Bilingual(fr: "un texte", en: "text")
    static let integer = Bilingual(fr: "un nombre entier", en: "a whole number")
    static let number = Bilingual(fr: "un nombre", en: "a number")
    static let boolean = Bilingual(fr: "true ou false", en: "true or false")
    static let scalar = Bilingual(fr: "un texte ou un nombre", en: "text or a number")
    static let list = Bilingual(fr: "une liste", en: "a list")
    static let map = Bilingual(fr: "un groupe de clés", en: "a map of keys")
    static let null = Bilingual(fr: "rien", en: "nothing")
    static let secret = Bilingual(fr: "{ env: NOM } ou { file: CHEMIN }", en: "{ env: NAME } or { file: PATH }")
    static let path = Bilingual(fr: "un chemin dans le territoire", en: "a path inside the territory")
    static let glob = Bilingual(
        fr: "un chemin ou un motif de chemins dans le territoire",
        en: "a path or a pattern of paths inside the territory")
    static let anything = Bilingual(fr: "une valeur", en: "a value")
    static let or = Bilingual(fr: " ou ", en: " or ")
    static let oneChart = Bilingual(
        fr: "une seule clé, le nom du graphique, avec ses réglages",
        en: "a single key, the name of the chart, with its settings")
    static let wholeFile = Bilingual(fr: "ce fichier", en: "this file")

    static let quote = Bilingual(fr: "mettez cette valeur entre guillemets", en: "put this value in quotes")
    static let write = Bilingual(fr: "écrivez {expected}", en: "write {expected}")

    static func listOf(_ item: Bilingual) -> Bilingual {
        Bilingual(fr: "une liste (de chaque élément : {item})", en: "a list (of each item: {item})").filled(with: ["item": item])
    }

    static func mapWith(_ names: String) -> Bilingual {
        Bilingual(fr: "un groupe de clés ({names})", en: "a map of keys ({names})").filled(with: ["names": Bilingual(names)])
    }

    static func one(of names: String) -> Bilingual {
        Bilingual(fr: "une valeur parmi : {names}", en: "one of: {names}").filled(with: ["names": Bilingual(names)])
    }

    static func named(_ role: Role, _ names: String) -> Bilingual {
        Bilingual(fr: "un {role} parmi : {names}", en: "one {role} of: {names}")
            .filled(with: ["role": role.word, "names": Bilingual(names)])
    }
}
