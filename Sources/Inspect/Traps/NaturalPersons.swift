internal import DuckDB
internal import Territory

/// Natural persons among the names: `M. DUPONT`, `Mme Martin`.
struct NaturalPersons: Trap {
    static let kind = TrapKind(
        code: "inspect.natural-persons",
        what: Bilingual(
            fr: "{count} noms de personnes physiques, semble-t-il, dans « {column} »",
            en: "{count} names of natural persons, it seems, in \"{column}\""),
        why: Bilingual(
            fr: "les aides aux personnes ne se publient pas sous leur nom (CRPA, L312-1-2) ; les élus en fonction, si",
            en: "aid to persons is not published under their names (CRPA, L312-1-2); elected members in office are"),
        mend: Bilingual(
            fr: "private: true sur le champ, ou un pas filter ; décidez avec le délégué à la protection des données",
            en: "private: true on the field, or a filter step; decide with the data protection officer"))

    private static let civil = "^(?:m\\.|mr|mme|mlle|madame|monsieur|mademoiselle|melle)[ .]"

    static func findings(in survey: Survey) throws -> [TrapFinding] {
        let test = "regexp_matches(lower(plain), \(literal(civil)))"
        return try survey.cells(where: test, in: survey.columns.filter { $0.type == .text }).map { hits in
            TrapFinding(
                hits,
                mends: [
                    .ask(
                        Bilingual(
                            fr: "« \(hits.column.name) » nomme des personnes physiques : faut-il les publier ?",
                            en: "\"\(hits.column.name)\" names natural persons: may they be published?"))
                ])
        }
    }
}
