internal import Territory

/// Titles as dBase files export them: `LIBEL,C,254` is a name, a type and a width.
struct DBaseHeaders: Trap {
    static let kind = TrapKind(
        code: "inspect.dbase-headers",
        what: Bilingual(
            fr: "{count} titres d'un export dBase : nom, type, largeur{detail}",
            en: "{count} titles of a dBase export: name, type, width{detail}"),
        why: Bilingual(
            fr: "le nom de la colonne est noyé, et la virgule trompe les lecteurs",
            en: "the name of the column is drowned, and the comma misleads readers"),
        mend: Bilingual(fr: "un pas rename qui garde le nom seul", en: "a rename step that keeps the name alone"))

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let named = survey.columns.compactMap { column in DBaseTitle.name(of: column.name).map { (column.name, $0) } }
        guard named.count * 2 > survey.columns.count else { return [] }
        return [
            TrapFinding(
                columns: named.map(\.0), count: named.count, detail: Bilingual(" (\(named[0].0))"),
                mends: named.map { .rename($0.0, to: $0.1) })
        ]
    }
}
