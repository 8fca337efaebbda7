internal import DuckDB
internal import Territory

/// What a conversion has to tell, as relations of findings: `code`, `severity`, `_source`, `_row`, `field`, `value`,
/// `detail`. Details are figures, codes and the names of the published formats, which read the same in every language.
struct TotemControls {
    let tables: TotemTables

    /// One relation for each kind of finding.
    var relations: [Relation] {
        [
            choiceOfPlan(.noPlan, where: "plan IS NULL", detail: "concat_ws('/', year, norm, variant)"),
            choiceOfPlan(.planOfAnotherYear, where: "plan_year <> year", detail: "plan"),
            notVoted, siret, sectionDisagrees, repeatedLines, balance, unbalanced,
            unknown("BGT_NATURE", where: "coalesce(nature_size, 0) < length(\"BGT_NATURE\")", known: "nature_size"),
            unknown("BGT_CONTNAT", where: "given IS NOT NULL AND given_size IS NULL", known: "0"),
            unknown("BGT_FONCTION", where: "\"BGT_FONCTION_LABEL\" IS NULL", known: "0"),
        ] + deducedCells
    }

    private func choiceOfPlan(_ kind: FindingKind, where condition: String, detail: String) -> Relation {
        finding(
            kind, row: "NULL", field: "NULL", value: "concat_ws('/', year, norm, variant)", detail: detail,
            from: "\(tables.choice) WHERE \(condition)")
    }

    private var notVoted: Relation {
        finding(
            .notVoted, row: "NULL", field: "'ProjetBudget'", value: "\"ProjetBudget\"", detail: "NULL",
            from: "\(tables.header) WHERE \"ProjetBudget\" IN ('true', '1')")
    }

    /// SIRET: 14 digits whose keys hold (INSEE). Told once per document.
    private var siret: Relation {
        finding(
            .invalidSiret, row: "NULL", field: "'BGT_SIRET'", value: "siret", detail: "NULL",
            from: """
                (SELECT _source, coalesce("IdEtab", "IdColl") AS siret FROM \(tables.header))
                WHERE siret IS NULL OR NOT regexp_full_match(siret, '[0-9]{14}')
                OR NOT \(LuhnKey.holdsForSiret("siret"))
                """)
    }

    private var deducedCells: [Relation] {
        [
            deduced("BGT_CONTNAT", where: "given IS NULL", from: "route"),
            deduced(
                "BGT_CONTNAT_LABEL", where: "NOT is_chapter",
                from: "coalesce('Compte ' || left(given, given_size), 'Chapitre ' || deduced)"),
            deduced(
                "BGT_SECTION", where: "NOT is_chapter",
                from: """
                    CASE WHEN proven_section IS NULL THEN 'CaracSup Section'
                    ELSE 'Chapitre ' || coalesce(deduced, left(given, given_size)) END
                    """),
            deduced(
                "BGT_NATURE_LABEL", where: "nature_size < length(\"BGT_NATURE\")",
                from: "'Compte ' || left(\"BGT_NATURE\", nature_size)"),
        ]
    }

    /// A cell the conversion filled; `detail` names the plan, and the element of it that gave the value.
    private func deduced(_ field: String, where condition: String, from element: String) -> Relation {
        finding(
            .deduced, row: "_row", field: literal(field), value: identifier(field), detail: "concat_ws(' : ', plan, \(element))",
            from: "\(tables.row) WHERE completed AND \(identifier(field)) IS NOT NULL AND (\(condition))")
    }

    /// A code the plan of the year does not have; `detail` is the longest beginning it has.
    private func unknown(_ field: String, where condition: String, known: String) -> Relation {
        finding(
            .unknownCode, row: "_row", field: literal(field), value: identifier(field),
            detail: "plan || ' : ' || coalesce(nullif(left(\(identifier(field)), \(known)), ''), '–')",
            from: "\(tables.row) WHERE plan IS NOT NULL AND \(identifier(field)) IS NOT NULL AND \(condition)")
    }

    /// The section that Berger-Levrault writes must be the one the plan gives.
    private var sectionDisagrees: Relation {
        finding(
            .sectionDisagrees, row: "_row", field: "'BGT_SECTION'", value: "section", detail: "declared_section",
            from: "\(tables.row) WHERE declared_section <> proven_section")
    }

    /// Lines equal in all 22 columns, told at the second and later ones. They are kept: operations told apart only by what
    /// SCDL leaves out. Few lines repeat: only those whose hash does are compared column by column.
    private var repeatedLines: Relation {
        let columns = TotemConversion.columns.map { identifier($0) }.joined(separator: ", ")
        return finding(
            .repeatedLine, row: "_row", field: "NULL", value: "CAST(first AS VARCHAR)", detail: "NULL",
            from: """
                (SELECT _source, _row, min(_row) OVER (PARTITION BY _source, document, \(columns)) AS first FROM \(tables.row)
                 WHERE hash(\(columns)) IN (SELECT hash(\(columns)) FROM \(tables.row) GROUP BY ALL HAVING count(*) > 1))
                WHERE _row > first
                """)
    }

    private var balance: Relation { sums(.balance, where: "true") }

    private var unbalanced: Relation { sums(.unbalanced, where: "deciding AND NOT equal") }

    private func sums(_ kind: FindingKind, where condition: String) -> Relation {
        finding(
            kind, row: "NULL", field: "amount", value: "section",
            detail: "'D ' || expense || if(equal, ' = ', ' ≠ ') || 'R ' || revenue",
            from: "\(tables.balance) WHERE \(condition)")
    }

    private func finding(
        _ kind: FindingKind, row: String, field: String, value: String, detail: String, from source: String
    ) -> Relation {
        Relation(
            sql: """
                SELECT CAST(? AS VARCHAR) AS code, CAST(? AS VARCHAR) AS severity, _source, CAST(\(row) AS BIGINT) AS _row,
                       CAST(\(field) AS VARCHAR) AS field, CAST(\(value) AS VARCHAR) AS value, CAST(\(detail) AS VARCHAR) AS detail
                FROM \(source)
                """,
            parameters: [.text(kind.code), .text(kind.severity.rawValue)],
            columns: ["code", "severity", "field", "value", "detail"].map { Relation.Column($0) })
    }
}
