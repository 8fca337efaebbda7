internal import DuckDB

extension TotemConversion {
    /// Makes the view `totem_row`: each SCDL field in its order, `_source` and `_row`, then what findings are made of:
    /// `document`, `natdec` (the code), `plan`, `completed`, `given` (ContNat as written) and `is_chapter`, `deduced` (the
    /// chapter) and its `route`, `given_size` and `nature_size` (length of the longest known beginning), `proven_section` (F
    /// or I, from the plan only), `section`, `declared_section`.
    var rows: String {
        let shared = Self.key.map { "code.\(identifier($0)) IS NOT DISTINCT FROM line.\(identifier($0))" }
        return """
            CREATE OR REPLACE VIEW \(tables.row) AS
            SELECT
              \(decision) AS "BGT_NATDEC",
              "Exer" AS "BGT_ANNEE",
              siret AS "BGT_SIRET",
              trim("LibelleColl") AS "BGT_NOM",
              coalesce(line."ContNat", if(completed, deduced, NULL)) AS "BGT_CONTNAT",
              CASE WHEN is_chapter THEN chapter_label WHEN NOT completed THEN NULL
                WHEN line."ContNat" IS NULL THEN deduced_label ELSE coalesce(given_label, chapter_label) END AS "BGT_CONTNAT_LABEL",
              line."Nature" AS "BGT_NATURE",
              CASE WHEN completed OR nature_size = length(line."Nature") THEN nature_label END AS "BGT_NATURE_LABEL",
              line."Fonction" AS "BGT_FONCTION",
              function_label AS "BGT_FONCTION_LABEL",
              "Operation" AS "BGT_OPERATION",
              CASE if(completed, section, strict_section) WHEN 'F' THEN 'fonctionnement' WHEN 'I' THEN 'investissement' END
                AS "BGT_SECTION",
              \(Self.listed("OpBudg", ["0": "réel", "1": "ordre"])) AS "BGT_OPBUDG",
              \(Self.listed("CodRD", ["D": "dépense", "R": "recette"])) AS "BGT_CODRD",
              "MtReal" AS "BGT_MTREAL", "MtBudgPrec" AS "BGT_MTBUDGPREC", "MtRARPrec" AS "BGT_MTRARPREC",
              "MtPropNouv" AS "BGT_MTPROPNOUV", "MtPrev" AS "BGT_MTPREV", "CredOuv" AS "BGT_CREDOUV",
              "MtRAR3112" AS "BGT_MTRAR3112",
              \(Self.listed("ArtSpe", Self.specialised)) AS "BGT_ARTSPE",
              _source, _row, document, "NatDec" AS natdec, line.plan, completed, line."ContNat" AS given, is_chapter, route, deduced,
              given_size, nature_size, proven_section, section,
              line."DeclaredSection" AS declared_section
            FROM (\(lines)) AS line JOIN \(tables.code) AS code ON \(shared.joined(separator: " AND "))
            """
    }

    /// SCDL budget 0.8.3, field BGT_NATDEC: four values in lower case; a CFU (10) is the compte administratif of its year.
    /// The reference conversion writes a capital, against its own schema: `strict` does too.
    private var decision: String {
        let names = [
            "01": "budget primitif", "02": "décision modificative", "03": "budget supplémentaire",
            "09": "compte administratif", "10": "compte administratif",
        ]
        let capitalised = names.mapValues { $0.prefix(1).uppercased() + $0.dropFirst() }
        return "if(completed, \(Self.listed("NatDec", names)), \(Self.listed("NatDec", capitalised)))"
    }

    /// SCDL budget 0.8.3, field BGT_ARTSPE. Booleans come as `true` or `1`.
    private static let specialised = [
        "false": "non spécialisé", "0": "non spécialisé", "true": "spécialisé", "1": "spécialisé",
    ]

    /// A code replaced by its word; an unknown code stays. All words are constants of this file.
    private static func listed(_ field: String, _ words: [String: String]) -> String {
        let cases = words.sorted { $0.key < $1.key }.map { "WHEN \(literal($0.key)) THEN \(literal($0.value))" }
        return "CASE \(identifier(field)) \(cases.joined(separator: " ")) ELSE \(identifier(field)) END"
    }
}
