internal import DuckDB

/// From the lines of budget documents to SCDL rows (SCDL budget 0.8.3): the codes looked up once, the rows a view on both.
///
/// Kept are the lines that the prefecture's tool did not calculate, in the order of the document; nothing is summed, merged,
/// negated or made unique. Amounts are the very text of the file. A code that a list does not know passes as it is, for the
/// check to show.
struct TotemConversion {
    let tables: TotemTables

    /// The 22 columns of SCDL budget 0.8.3, in its order.
    static let columns = [
        "BGT_NATDEC", "BGT_ANNEE", "BGT_SIRET", "BGT_NOM", "BGT_CONTNAT", "BGT_CONTNAT_LABEL", "BGT_NATURE",
        "BGT_NATURE_LABEL", "BGT_FONCTION", "BGT_FONCTION_LABEL", "BGT_OPERATION", "BGT_SECTION", "BGT_OPBUDG", "BGT_CODRD",
        "BGT_MTREAL", "BGT_MTBUDGPREC", "BGT_MTRARPREC", "BGT_MTPROPNOUV", "BGT_MTPREV", "BGT_CREDOUV", "BGT_MTRAR3112",
        "BGT_ARTSPE",
    ]

    /// Makes the table `totem_code`; its one parameter says whether gaps are filled.
    ///
    /// What the plan knows depends on codes only, and a budget repeats them: each combination is looked up once, and the
    /// lines join it. A hundred megabytes of lines come down to a few hundred combinations.
    var statement: String {
        """
        CREATE OR REPLACE TABLE \(tables.code) AS
        WITH
        kept AS (SELECT DISTINCT \(Self.key.map { identifier($0) }.joined(separator: ", ")) FROM (\(lines))),
        \(beginnings),
        \(accounts),
        \(chapters),
        \(found),
        \(placed)
        SELECT * FROM placed
        """
    }

    /// What the labels and sections of a line follow from.
    static let key = ["plan", "Nature", "ContNat", "Fonction", "direction", TotemTables.declaredSection]

    /// The lines that count. BGT_SIRET: IdEtab, else IdColl. `direction` names the columns of an account that give its
    /// chapter: real, order between sections, order inside a section (TypOpBudg 1).
    var lines: String {
        """
        SELECT line.*, choice.plan, "NatDec", "Exer", "LibelleColl", coalesce("IdEtab", "IdColl") AS siret,
               "CodRD" || CASE WHEN "OpBudg" IS DISTINCT FROM '1' THEN 'R' WHEN "TypOpBudg" = '1' THEN 'OIS' ELSE 'OES' END
                 AS direction
        FROM \(tables.line) line
        JOIN \(tables.header) header USING (_source, document)
        JOIN \(tables.choice) choice USING (_source, document)
        """
    }

    /// Every code the lines use, with each of its beginnings: `4581001`, `458100` … `4`.
    private var beginnings: String {
        """
        code_used AS (
          SELECT plan, "Nature" AS code FROM kept WHERE "Nature" IS NOT NULL
          UNION SELECT plan, "ContNat" FROM kept WHERE "ContNat" IS NOT NULL
        ),
        beginning AS (
          SELECT plan, code, unnest(range(1, length(code) + 1)) AS size, left(code, size) AS prefix FROM code_used
        )
        """
    }

    /// The longest known account for each code, and its chapter in each direction.
    private var accounts: String {
        let chapters = TotemTables.accountChapters.map { column in
            "arg_max(\(identifier(column)), size) FILTER (\(identifier(column)) <> '') AS \(identifier(column))"
        }
        return """
            account AS (
              SELECT used.plan, used.code, max(size) AS size, arg_max(label, size) AS label, \(chapters.joined(separator: ", "))
              FROM beginning used JOIN \(tables.account) known ON known.plan = used.plan AND known.code = prefix
              GROUP BY used.plan, used.code
            )
            """
    }

    /// The longest known chapter for each code.
    private var chapters: String {
        """
        chapter AS (
          SELECT used.plan, used.code, max(size) AS size, arg_max(known.code, size) AS known,
                 arg_max(label, size) AS label, arg_max(section, size) AS section
          FROM beginning used JOIN \(tables.chapter) known ON known.plan = used.plan AND known.code = prefix
          GROUP BY used.plan, used.code
        )
        """
    }

    /// Each line with what the plan knows of its codes. The chapter is deduced from the account's own columns, else from the
    /// longest chapter its code begins with.
    private var found: String {
        """
        found AS (
          SELECT kept.*, nature.label AS nature_label, nature.size AS nature_size,
                 CASE direction WHEN 'DR' THEN nature."DR" WHEN 'RR' THEN nature."RR" WHEN 'DOES' THEN nature."DOES"
                   WHEN 'ROES' THEN nature."ROES" WHEN 'DOIS' THEN nature."DOIS" WHEN 'ROIS' THEN nature."ROIS" END AS by_account,
                 coalesce(by_account, nature_chapter.known) AS deduced,
                 CASE WHEN by_account IS NOT NULL THEN 'Compte ' || left("Nature", nature.size) || ' ' || direction
                   ELSE 'Chapitre ' || nature_chapter.known END AS route,
                 given.label AS given_label, greatest(given.size, given_chapter.size) AS given_size,
                 coalesce(given_chapter.size = length("ContNat"), false) AS is_chapter,
                 given_chapter.label AS chapter_label, given_chapter.section AS chapter_section
          FROM kept
          LEFT JOIN account nature ON nature.plan = kept.plan AND nature.code = "Nature"
          LEFT JOIN chapter nature_chapter ON nature_chapter.plan = kept.plan AND nature_chapter.code = "Nature"
          LEFT JOIN account given ON given.plan = kept.plan AND given.code = "ContNat"
          LEFT JOIN chapter given_chapter ON given_chapter.plan = kept.plan AND given_chapter.code = "ContNat"
        )
        """
    }

    /// Each line with its section: of its chapter; else, when ContNat is an article or absent, of the deduced chapter.
    private var placed: String {
        """
        placed AS (
          SELECT found.*, ? AS completed, deduced_chapter.label AS deduced_label, function.label AS function_label,
                 CASE WHEN is_chapter THEN chapter_section END AS strict_section,
                 coalesce(strict_section, deduced_chapter.section, chapter_section) AS proven_section,
                 coalesce(proven_section, "DeclaredSection") AS section
          FROM found
          LEFT JOIN \(tables.chapter) deduced_chapter ON deduced_chapter.plan = found.plan AND deduced_chapter.code = deduced
          LEFT JOIN \(tables.function) function ON function.plan = found.plan AND function.code = "Fonction"
        )
        """
    }
}
