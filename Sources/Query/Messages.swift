package import Territory

// The remedies of the room, the two languages one under the other.
enum QueryMessages {
    static let what: [QueryFault.Code: Bilingual] = [
        .malformed: Bilingual(
            fr: "une clause demande l'impossible : champ inconnu, type qui ne convient pas",
            en: "a clause asks for the impossible: an unknown field, a type that does not fit"),
        .syntax: Bilingual(
            fr: "une clause ne peut pas être lue",
            en: "a clause cannot be parsed"),
        .parameter: Bilingual(
            fr: "un paramètre est hors de ses bornes ou d'un autre type",
            en: "a parameter is out of its range or of another type"),
        .notFound: Bilingual(
            fr: "ce qui est demandé n'existe pas",
            en: "what was asked for does not exist"),
    ]

    static let remedy: [QueryFault.Code: Bilingual] = [
        .malformed: Bilingual(
            fr: "comparez la clause aux champs du jeu de données et à leurs types",
            en: "compare the clause with the fields of the dataset and their types"),
        .syntax: Bilingual(
            fr: "corrigez la clause à l'endroit indiqué ; un nom de champ inhabituel s'écrit entre accents graves",
            en: "correct the clause at the place shown; an unusual field name is written between back quotes"),
        .parameter: Bilingual(
            fr: "donnez une valeur dans les bornes indiquées",
            en: "give a value within the bounds shown"),
        .notFound: Bilingual(
            fr: "vérifiez l'adresse, ou cherchez dans le catalogue",
            en: "check the address, or search the catalogue"),
    ]

    static let nearest = Bilingual(fr: "écrivez « {nearest} »", en: "write `{nearest}`")
}

extension QueryFault {
    /// Every fault of this room, for the reference.
    package static var codes: [CodeEntry] {
        QueryMessages.what.map { code, what in
            CodeEntry(code: code.name, what: what, remedy: QueryMessages.remedy[code] ?? Bilingual(""))
        }.sorted { $0.code < $1.code }
    }
}
