internal import DuckDB

/// The balance controls, as a relation: sums of the kept lines per document, section and amount.
///
/// In a budget primitif the voted expenses of each section equal its voted revenues once carry-over is included: in
/// CredOuv when the finance package writes it, else in MtPrev. Sections are those of the completed result in both modes.
struct TotemBalance {
    let tables: TotemTables

    /// Amounts that are worth a sum, in the order of SCDL.
    static let amounts = ["BGT_MTREAL", "BGT_MTRARPREC", "BGT_MTPROPNOUV", "BGT_MTPREV", "BGT_CREDOUV"]

    /// Makes the table `totem_balance`: `_source`, `document`, `natdec`, `amount` (an SCDL column), `section` (F or I),
    /// `expense`, `revenue` (DECIMAL), `equal`, and `deciding`: whether this amount must balance (a
    /// budget primitif whose every section is known).
    var statement: String {
        """
        CREATE OR REPLACE TABLE \(tables.balance) AS
        WITH
        line AS (
          UNPIVOT (SELECT _source, document, natdec, section, "BGT_CODRD", \(Self.amounts.joined(separator: ", "))
                   FROM \(tables.row))
          ON \(Self.amounts.joined(separator: ", ")) INTO NAME amount VALUE written
        ),
        total AS (
          SELECT _source, document, natdec, amount, section,
                 coalesce(sum(value) FILTER ("BGT_CODRD" = 'dépense'), 0) AS expense,
                 coalesce(sum(value) FILTER ("BGT_CODRD" = 'recette'), 0) AS revenue
          FROM (SELECT *, try_cast(written AS DECIMAL(18, 2)) AS value FROM line)
          GROUP BY ALL
        )
        SELECT *, expense = revenue AS equal,
               natdec = '01' AND NOT bool_or(section IS NULL) OVER document
                 AND amount = if(bool_or(amount = 'BGT_CREDOUV') OVER document, 'BGT_CREDOUV', 'BGT_MTPREV') AS deciding
        FROM total
        WINDOW document AS (PARTITION BY _source, document)
        ORDER BY _source, document, amount, section
        """
    }
}
