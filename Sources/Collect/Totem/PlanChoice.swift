/// The SQL that gives each budget document its plan de comptes.
///
/// A wrong variant gives plausible wrong labels (function 54 is *Revenu minimum d'insertion* in M52 and *Espace rural* in
/// M57), so: the plan of the same exercise and variant; else, of the same variant, the nearest earlier, then the nearest
/// later exercise; never another norm.
enum PlanChoice {
    /// Columns `_source`, `document`, `year`, `norm`, `variant`: the plan wanted; `plan_year`, `plan`: the plan found, if any.
    /// `Nomenclature` is `norm-variant`, split at its first hyphen.
    static func statement(_ tables: TotemTables) -> String {
        """
        CREATE OR REPLACE TABLE \(tables.choice) AS
        WITH wanted AS (
          SELECT _source, document, try_cast("Exer" AS INTEGER) AS year,
                 regexp_extract("Nomenclature", '^([^-]*)-', 1) AS norm,
                 regexp_extract("Nomenclature", '^[^-]*-(.*)$', 1) AS variant
          FROM \(tables.header)
        )
        SELECT wanted.*, found.year AS plan_year, found.plan
        FROM wanted
        LEFT JOIN \(tables.planFile) found
          ON found.norm = wanted.norm AND found.variant = wanted.variant AND wanted.year IS NOT NULL
        QUALIFY row_number() OVER (
          PARTITION BY wanted._source, wanted.document
          ORDER BY found.year IS DISTINCT FROM wanted.year, found.year > wanted.year, abs(found.year - wanted.year)
        ) = 1
        """
    }
}
