WITH
-- collect
step_0 AS (
  SELECT c1 AS "Subventions et avantages en nature versés aux associations - exercices 2022 à 2024", c2 AS "colonne_B", c3 AS "colonne_C", c4 AS "colonne_D", c6 AS "colonne_F", c7 AS "colonne_G", c8 AS "colonne_H", c9 AS "colonne_I", c10 AS "colonne_J", c11 AS "colonne_K", c12 AS "colonne_L", c13 AS "colonne_M", c14 AS "colonne_N", c15 AS "colonne_O", c16 AS "colonne_P", c17 AS "colonne_Q", c18 AS "colonne_R", c19 AS "colonne_S", c20 AS "colonne_T", c21 AS "colonne_U", CAST('exports/subventions-2024.xlsx' AS VARCHAR) AS _source, _row FROM "work"."run_RUN"."sheet_0"
),
-- header  datasets/subventions.yaml:16:5
step_1 AS (
  SELECT
    "Subventions et avantages en nature versés aux associations - exercices 2022 à 2024" AS "Politique publique",
    "colonne_B" AS "Association",
    "colonne_C" AS "N° SIRET",
    "colonne_D" AS "N° RNA",
    "colonne_F" AS "2022 Fonctionnement",
    "colonne_G" AS "2022 Projet",
    "colonne_H" AS "2022 Manifestation",
    "colonne_I" AS "2022 Investissement",
    "colonne_J" AS "2022 Mise à disposition de locaux",
    "colonne_K" AS "2023 Fonctionnement",
    "colonne_L" AS "2023 Projet",
    "colonne_M" AS "2023 Manifestation",
    "colonne_N" AS "2023 Investissement",
    "colonne_O" AS "2023 Mise à disposition de locaux",
    "colonne_P" AS "2024 FONCTIONNEMENT",
    "colonne_Q" AS "2024 PROJET",
    "colonne_R" AS "2024 MANIFESTATION",
    "colonne_S" AS "2024 INVESTISSEMENT",
    "colonne_T" AS "2024 MISE À DISPOSITION DE LOCAUX",
    "colonne_U" AS "Total",
    "_source",
    "_row"
  FROM (SELECT *, _row - 3 AS "line" FROM "step_0")
  WHERE "line" > 2
),
-- trim  datasets/subventions.yaml:18:5
step_2 AS (
  SELECT
    CASE WHEN regexp_matches("Politique publique", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("Politique publique", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "Politique publique" END AS "Politique publique",
    CASE WHEN regexp_matches("Association", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("Association", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "Association" END AS "Association",
    CASE WHEN regexp_matches("N° SIRET", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("N° SIRET", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "N° SIRET" END AS "N° SIRET",
    CASE WHEN regexp_matches("N° RNA", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("N° RNA", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "N° RNA" END AS "N° RNA",
    CASE WHEN regexp_matches("2022 Fonctionnement", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2022 Fonctionnement", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2022 Fonctionnement" END AS "2022 Fonctionnement",
    CASE WHEN regexp_matches("2022 Projet", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2022 Projet", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2022 Projet" END AS "2022 Projet",
    CASE WHEN regexp_matches("2022 Manifestation", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2022 Manifestation", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2022 Manifestation" END AS "2022 Manifestation",
    CASE WHEN regexp_matches("2022 Investissement", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2022 Investissement", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2022 Investissement" END AS "2022 Investissement",
    CASE WHEN regexp_matches("2022 Mise à disposition de locaux", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2022 Mise à disposition de locaux", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2022 Mise à disposition de locaux" END AS "2022 Mise à disposition de locaux",
    CASE WHEN regexp_matches("2023 Fonctionnement", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2023 Fonctionnement", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2023 Fonctionnement" END AS "2023 Fonctionnement",
    CASE WHEN regexp_matches("2023 Projet", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2023 Projet", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2023 Projet" END AS "2023 Projet",
    CASE WHEN regexp_matches("2023 Manifestation", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2023 Manifestation", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2023 Manifestation" END AS "2023 Manifestation",
    CASE WHEN regexp_matches("2023 Investissement", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2023 Investissement", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2023 Investissement" END AS "2023 Investissement",
    CASE WHEN regexp_matches("2023 Mise à disposition de locaux", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2023 Mise à disposition de locaux", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2023 Mise à disposition de locaux" END AS "2023 Mise à disposition de locaux",
    CASE WHEN regexp_matches("2024 FONCTIONNEMENT", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2024 FONCTIONNEMENT", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2024 FONCTIONNEMENT" END AS "2024 FONCTIONNEMENT",
    CASE WHEN regexp_matches("2024 PROJET", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2024 PROJET", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2024 PROJET" END AS "2024 PROJET",
    CASE WHEN regexp_matches("2024 MANIFESTATION", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2024 MANIFESTATION", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2024 MANIFESTATION" END AS "2024 MANIFESTATION",
    CASE WHEN regexp_matches("2024 INVESTISSEMENT", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2024 INVESTISSEMENT", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2024 INVESTISSEMENT" END AS "2024 INVESTISSEMENT",
    CASE WHEN regexp_matches("2024 MISE À DISPOSITION DE LOCAUX", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2024 MISE À DISPOSITION DE LOCAUX", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2024 MISE À DISPOSITION DE LOCAUX" END AS "2024 MISE À DISPOSITION DE LOCAUX",
    CASE WHEN regexp_matches("Total", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("Total", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "Total" END AS "Total",
    "_source",
    "_row"
  FROM "step_1"
),
-- drop-empty  datasets/subventions.yaml:19:5
step_3 AS (
  SELECT
    "Politique publique",
    "Association",
    "N° SIRET",
    "N° RNA",
    "2022 Fonctionnement",
    "2022 Projet",
    "2022 Manifestation",
    "2022 Investissement",
    "2022 Mise à disposition de locaux",
    "2023 Fonctionnement",
    "2023 Projet",
    "2023 Manifestation",
    "2023 Investissement",
    "2023 Mise à disposition de locaux",
    "2024 FONCTIONNEMENT",
    "2024 PROJET",
    "2024 MANIFESTATION",
    "2024 INVESTISSEMENT",
    "2024 MISE À DISPOSITION DE LOCAUX",
    "Total",
    "_source",
    "_row"
  FROM "step_2"
  WHERE NOT (coalesce(regexp_full_match("Politique publique", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("Association", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("N° SIRET", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("N° RNA", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2022 Fonctionnement", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2022 Projet", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2022 Manifestation", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2022 Investissement", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2022 Mise à disposition de locaux", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2023 Fonctionnement", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2023 Projet", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2023 Manifestation", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2023 Investissement", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2023 Mise à disposition de locaux", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2024 FONCTIONNEMENT", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2024 PROJET", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2024 MANIFESTATION", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2024 INVESTISSEMENT", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2024 MISE À DISPOSITION DE LOCAUX", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("Total", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true))
),
-- filter-totals  datasets/subventions.yaml:21:5
step_4 AS (
  SELECT
    "Politique publique",
    "Association",
    "N° SIRET",
    "N° RNA",
    "2022 Fonctionnement",
    "2022 Projet",
    "2022 Manifestation",
    "2022 Investissement",
    "2022 Mise à disposition de locaux",
    "2023 Fonctionnement",
    "2023 Projet",
    "2023 Manifestation",
    "2023 Investissement",
    "2023 Mise à disposition de locaux",
    "2024 FONCTIONNEMENT",
    "2024 PROJET",
    "2024 MANIFESTATION",
    "2024 INVESTISSEMENT",
    "2024 MISE À DISPOSITION DE LOCAUX",
    "_source",
    "_row"
  FROM "step_3"
  WHERE NOT (coalesce(regexp_matches(strip_accents(CASE WHEN regexp_matches("Politique publique", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("Politique publique", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "Politique publique" END), CAST('^(sous[- ]?|grand[- ]?)?total' AS VARCHAR), 'i'), false) OR coalesce(regexp_matches(strip_accents(CASE WHEN regexp_matches("Association", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("Association", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "Association" END), CAST('^(sous[- ]?|grand[- ]?)?total' AS VARCHAR), 'i'), false))
),
-- fill-down  datasets/subventions.yaml:22:5
step_5 AS (
  SELECT
    coalesce(last_value(CASE WHEN NOT coalesce(regexp_full_match("Politique publique", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) THEN "Politique publique" END IGNORE NULLS) OVER
(PARTITION BY _source ORDER BY _source, _row ROWS UNBOUNDED PRECEDING), "Politique publique") AS "Politique publique",
    "Association",
    "N° SIRET",
    "N° RNA",
    "2022 Fonctionnement",
    "2022 Projet",
    "2022 Manifestation",
    "2022 Investissement",
    "2022 Mise à disposition de locaux",
    "2023 Fonctionnement",
    "2023 Projet",
    "2023 Manifestation",
    "2023 Investissement",
    "2023 Mise à disposition de locaux",
    "2024 FONCTIONNEMENT",
    "2024 PROJET",
    "2024 MANIFESTATION",
    "2024 INVESTISSEMENT",
    "2024 MISE À DISPOSITION DE LOCAUX",
    "_source",
    "_row"
  FROM "step_4"
),
-- rename  datasets/subventions.yaml:23:5
step_6 AS (
  SELECT
    "Politique publique" AS "politique",
    "Association" AS "nomBeneficiaire",
    "N° SIRET" AS "idBeneficiaire",
    "N° RNA" AS "rnaBeneficiaire",
    "2022 Fonctionnement",
    "2022 Projet",
    "2022 Manifestation",
    "2022 Investissement",
    "2022 Mise à disposition de locaux",
    "2023 Fonctionnement",
    "2023 Projet",
    "2023 Manifestation",
    "2023 Investissement",
    "2023 Mise à disposition de locaux",
    "2024 FONCTIONNEMENT",
    "2024 PROJET",
    "2024 MANIFESTATION",
    "2024 INVESTISSEMENT",
    "2024 MISE À DISPOSITION DE LOCAUX",
    "_source",
    "_row"
  FROM "step_5"
),
-- unpivot  datasets/subventions.yaml:29:5
step_7 AS (
  SELECT "politique", "nomBeneficiaire", "idBeneficiaire", "rnaBeneficiaire", "cell".name AS "poste", "cell".value AS "montant", _source, _row, 0 + "cell".place AS _part FROM (SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    unnest([struct_pack(name := CAST('2022 Fonctionnement' AS VARCHAR), value := "2022 Fonctionnement", place := 1), struct_pack(name := CAST('2022 Projet' AS VARCHAR), value := "2022 Projet", place := 2), struct_pack(name := CAST('2022 Manifestation' AS VARCHAR), value := "2022 Manifestation", place := 3), struct_pack(name := CAST('2022 Investissement' AS VARCHAR), value := "2022 Investissement", place := 4), struct_pack(name := CAST('2022 Mise à disposition de locaux' AS VARCHAR), value := "2022 Mise à disposition de locaux", place := 5), struct_pack(name := CAST('2023 Fonctionnement' AS VARCHAR), value := "2023 Fonctionnement", place := 6), struct_pack(name := CAST('2023 Projet' AS VARCHAR), value := "2023 Projet", place := 7), struct_pack(name := CAST('2023 Manifestation' AS VARCHAR), value := "2023 Manifestation", place := 8), struct_pack(name := CAST('2023 Investissement' AS VARCHAR), value := "2023 Investissement", place := 9), struct_pack(name := CAST('2023 Mise à disposition de locaux' AS VARCHAR), value := "2023 Mise à disposition de locaux", place := 10), struct_pack(name := CAST('2024 FONCTIONNEMENT' AS VARCHAR), value := "2024 FONCTIONNEMENT", place := 11), struct_pack(name := CAST('2024 PROJET' AS VARCHAR), value := "2024 PROJET", place := 12), struct_pack(name := CAST('2024 MANIFESTATION' AS VARCHAR), value := "2024 MANIFESTATION", place := 13), struct_pack(name := CAST('2024 INVESTISSEMENT' AS VARCHAR), value := "2024 INVESTISSEMENT", place := 14), struct_pack(name := CAST('2024 MISE À DISPOSITION DE LOCAUX' AS VARCHAR), value := "2024 MISE À DISPOSITION DE LOCAUX", place := 15)]) AS "cell",
    "_source",
    "_row"
  FROM "step_6") WHERE NOT coalesce(regexp_full_match("cell".value, '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true)
),
-- filter  datasets/subventions.yaml:30:5
step_8 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "poste",
    "montant",
    "_source",
    "_row",
    "_part"
  FROM "step_7"
  WHERE NOT (regexp_full_match(coalesce("montant", ''), '(?is)[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*(?:-|0,00 €)[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'))
),
-- split  datasets/subventions.yaml:32:5
step_9 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    nullif(CASE WHEN regexp_matches(string_split("poste", CAST(' ' AS VARCHAR))[1], '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace(string_split("poste", CAST(' ' AS VARCHAR))[1], '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE string_split("poste", CAST(' ' AS VARCHAR))[1] END, '') AS "annee",
    nullif(CASE WHEN regexp_matches(array_to_string(string_split("poste", CAST(' ' AS VARCHAR))[2:], CAST(' ' AS VARCHAR)), '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace(array_to_string(string_split("poste", CAST(' ' AS VARCHAR))[2:], CAST(' ' AS VARCHAR)), '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE array_to_string(string_split("poste", CAST(' ' AS VARCHAR))[2:], CAST(' ' AS VARCHAR)) END, '') AS "objet",
    "montant",
    "_source",
    "_row",
    "_part"
  FROM "step_8"
),
-- case  datasets/subventions.yaml:33:5
step_10 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "annee",
    array_to_string(list_transform([regexp_extract(lower("objet"), '(?s)^([^\p{L}\p{N}]*)(\p{L}?)(.*)$', ['before', 'letter', 'after'])], lambda part: part.before || upper(part.letter) || part.after), '') AS "objet",
    "montant",
    "_source",
    "_row",
    "_part"
  FROM "step_9"
),
-- normalise  datasets/subventions.yaml:35:5
step_11 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    CASE WHEN coalesce(regexp_full_match("idBeneficiaire", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) THEN NULL ELSE coalesce("read_1", "idBeneficiaire") END AS "idBeneficiaire",
    CASE WHEN coalesce(regexp_full_match("rnaBeneficiaire", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) THEN NULL ELSE coalesce("read_2", "rnaBeneficiaire") END AS "rnaBeneficiaire",
    "annee",
    "objet",
    "montant",
    "_source",
    "_row",
    "_part"
  FROM (SELECT *, CASE WHEN regexp_full_match("clean_1", '\d{14}') THEN "clean_1" WHEN regexp_full_match("clean_1", '\d{13}') AND coalesce(list_transform([TRY_CAST('0x' || ('0' || "clean_1") AS BIGINT)], lambda n: (CASE WHEN n >> 20 = 14327742464 AND n <> 15023726881931336 THEN ((n & 4238682002231055) + ((n >> 4) & 4238682002231055)) % 255 % 5 = 0 ELSE (((n & 4238682002231055) + 2 * ((n >> 4) & 4238682002231055) - 9 * (((((n >> 4) & 4238682002231055) + 3108366801636107) >> 4) & 282578800148737)) % 255) % 10 = 0 AND ((((n >> 20) & 4238682002231055) + 2 * (((n >> 20) >> 4) & 4238682002231055) - 9 * ((((((n >> 20) >> 4) & 4238682002231055) + 3108366801636107) >> 4) & 282578800148737)) % 255) % 10 = 0 END))[1], false) THEN '0' || "clean_1" END AS "read_1", CASE WHEN regexp_full_match("clean_2", 'W\d[0-9A-Z]\d{7}') THEN "clean_2" END AS "read_2" FROM (SELECT *, CASE WHEN regexp_full_match("idBeneficiaire", '[\d ]+') THEN replace("idBeneficiaire", ' ', '') ELSE upper(regexp_replace(regexp_replace("idBeneficiaire", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*(\d{8,})[.,]0+[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*$', '\1'), '[^0-9A-Za-z]+', '', 'g')) END AS "clean_1", CASE WHEN regexp_full_match("rnaBeneficiaire", '[\d ]+') THEN replace("rnaBeneficiaire", ' ', '') ELSE upper(regexp_replace(regexp_replace("rnaBeneficiaire", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*(\d{8,})[.,]0+[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*$', '\1'), '[^0-9A-Za-z]+', '', 'g')) END AS "clean_2" FROM "step_10"))
),
-- lookup  datasets/subventions.yaml:37:5
step_12 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "annee",
    "objet",
    "montant",
    "found"."_added_1" AS "dateConvention",
    "found"."_added_2" AS "referenceDecision",
    "found"."_added_3" AS "datesPeriodeVersement",
    "_source",
    "_row",
    "_part"
  FROM "step_11" LEFT JOIN (SELECT CASE WHEN regexp_matches("annee", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("annee", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "annee" END AS "_key_1", "dateConvention" AS "_added_1", "referenceDecision" AS "_added_2", "datesPeriodeVersement" AS "_added_3" FROM read_csv('TERRITORY/lookups/deliberations.csv', delim := ';', quote := '"', escape := '"', header := true, all_varchar := true, null_padding := true, parallel := false) WHERE NOT coalesce(regexp_full_match("annee", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true)) AS "found" ON CASE WHEN regexp_matches("annee", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("annee", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "annee" END = "found"."_key_1"
),
-- lookup  datasets/subventions.yaml:42:5
step_13 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "annee",
    "objet",
    "montant",
    "dateConvention",
    "referenceDecision",
    "datesPeriodeVersement",
    "found"."_added_1" AS "nature",
    "_source",
    "_row",
    "_part"
  FROM "step_12" LEFT JOIN (SELECT CASE WHEN regexp_matches("objet", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("objet", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "objet" END AS "_key_1", "nature" AS "_added_1" FROM read_csv('TERRITORY/lookups/natures.csv', delim := ';', quote := '"', escape := '"', header := true, all_varchar := true, null_padding := true, parallel := false) WHERE NOT coalesce(regexp_full_match("objet", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true)) AS "found" ON CASE WHEN regexp_matches("objet", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("objet", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "objet" END = "found"."_key_1"
),
-- constant  datasets/subventions.yaml:43:5
step_14 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "annee",
    "objet",
    "montant",
    "dateConvention",
    "referenceDecision",
    "datesPeriodeVersement",
    "nature",
    CAST('Ville de Valbourg' AS VARCHAR) AS "nomAttribuant",
    CAST('21580000400016' AS VARCHAR) AS "idAttribuant",
    CAST('unique' AS VARCHAR) AS "conditionsVersement",
    CAST('non' AS VARCHAR) AS "notificationUE",
    CAST('1' AS VARCHAR) AS "pourcentageSubvention",
    "_source",
    "_row",
    "_part"
  FROM "step_13"
),
-- parse  datasets/subventions.yaml:50:5
step_15 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    CASE WHEN "read_2" IS NULL THEN TRY_CAST("annee" AS BIGINT) ELSE TRY_CAST(regexp_extract(CASE WHEN ("read_2".open || "read_2".sign || "read_2".close) IN ('', '+') THEN '' WHEN ("read_2".open || "read_2".sign || "read_2".close) IN ('-', '()') THEN '-' END || CASE
WHEN regexp_full_match("read_2".body, '\d{1,3}( \d{3})+([.,]\d+)?|\d*[.,]?\d+')
THEN replace(replace("read_2".body, ' ', ''), ',', '.')
WHEN regexp_full_match("read_2".body, '\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}')
THEN replace(replace("read_2".body, '.', ''), ',', '.')
WHEN regexp_full_match("read_2".body, '\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}')
THEN replace("read_2".body, ',', '') END, '^(-?\d+)(?:\.(?:0{1,2}|0{4,}))?$', 1) AS BIGINT) END AS "annee",
    "objet",
    CASE WHEN "read_1" IS NULL THEN TRY_CAST(translate("montant", ',€   ', '.') AS DECIMAL(18,2)) ELSE TRY_CAST(CASE WHEN ("read_1".open || "read_1".sign || "read_1".close) IN ('', '+') THEN '' WHEN ("read_1".open || "read_1".sign || "read_1".close) IN ('-', '()') THEN '-' END || CASE
WHEN regexp_full_match("read_1".body, '\d{1,3}( \d{3})+([.,]\d+)?|\d*[.,]?\d+')
THEN replace(replace("read_1".body, ' ', ''), ',', '.')
WHEN regexp_full_match("read_1".body, '\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}')
THEN replace(replace("read_1".body, '.', ''), ',', '.')
WHEN regexp_full_match("read_1".body, '\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}')
THEN replace("read_1".body, ',', '') END AS DECIMAL(18,2)) END AS "montant",
    CASE WHEN "read_4" IS NULL THEN CAST(try_strptime("dateConvention", ['%d/%m/%Y', '%Y-%m-%d']) AS DATE) ELSE TRY_CAST(CASE WHEN regexp_full_match("read_4", '\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}')
THEN replace(replace("read_4", '/', '-'), '.', '-')
WHEN regexp_full_match("read_4", '\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}')
THEN regexp_replace("read_4", '^(\d+).(\d+).(\d+)$', '\3-\2-\1')
WHEN regexp_full_match("read_4", '\d{1,2}/\d{1,2}/\d{2}|\d{1,2}-\d{1,2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{2}')
THEN CASE WHEN TRY_CAST(right("read_4", 2) AS INTEGER) < 50 THEN '20' ELSE '19' END
|| regexp_replace("read_4", '^(\d+).(\d+).(\d+)$', '\3-\2-\1')
WHEN regexp_full_match("read_4", '(19|20)\d{6}') THEN regexp_replace("read_4", '^(....)(..)(..)$', '\1-\2-\3')
WHEN regexp_full_match("read_4", '[2-5]\d{4}([.,]\d+)?|60000([.,]0+)?')
THEN CAST(DATE '1899-12-30' + TRY_CAST(left("read_4", 5) AS INTEGER) AS VARCHAR)
WHEN regexp_full_match(lower(strip_accents("read_4")), '(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?\d{1,2}(?:er)?[ -](?:janv(?:ier|\.)?|fev(?:r(?:ier|\.)?|\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|aout|sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|dec(?:embre|\.)?)[ -]\d{4}') THEN right(lower(strip_accents("read_4")), 4) || '-' || list_position(['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov',
'dec'], regexp_extract(lower(strip_accents("read_4")), '[ -](juin|juil|jan|fev|mar|avr|mai|aou|sep|oct|nov|dec)[a-z.]*[ -]', 1)) || '-' ||
regexp_extract(lower(strip_accents("read_4")), '\d{1,2}') END AS DATE) END AS "dateConvention",
    "referenceDecision",
    "datesPeriodeVersement",
    "nature",
    "nomAttribuant",
    "idAttribuant",
    "conditionsVersement",
    "notificationUE",
    CASE WHEN "read_3" IS NULL THEN TRY_CAST(replace("pourcentageSubvention", ',', '.') AS DOUBLE) ELSE TRY_CAST(CASE WHEN ("read_3".open || "read_3".sign || "read_3".close) IN ('', '+') THEN '' WHEN ("read_3".open || "read_3".sign || "read_3".close) IN ('-', '()') THEN '-' END || CASE
WHEN regexp_full_match("read_3".body, '\d{1,3}( \d{3})+([.,]\d+)?|\d*[.,]?\d+')
THEN replace(replace("read_3".body, ' ', ''), ',', '.')
WHEN regexp_full_match("read_3".body, '\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}')
THEN replace(replace("read_3".body, '.', ''), ',', '.')
WHEN regexp_full_match("read_3".body, '\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}')
THEN replace("read_3".body, ',', '') WHEN regexp_full_match("read_3".body, '(?i).*e.*') THEN replace("read_3".body, ',', '.') END AS DOUBLE) END AS "pourcentageSubvention",
    "_source",
    "_row",
    "_part"
  FROM (SELECT *, CASE WHEN regexp_full_match("montant", '-?(?:\d{1,3}(?:[ \x{A0}\x{202F}]\d{3}){0,3}|\d{1,12})(?:[.,]\d{1,2})?(?:[ \x{A0}\x{202F}]?€)?') THEN NULL ELSE regexp_extract(translate(CASE WHEN regexp_matches("montant", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("montant", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "montant" END, '−–', '--'), '^([-+(]?) ?(?:€|EUROS?|EUR)? ?([-+]?) ?(\d(?:[\d .,]*\d)?|[.,]\d+) ?(?:€|EUROS?|EUR)? ?() ?([-)]?) ?(?:€|EUROS?|EUR)? ?$',
['open', 'sign', 'body', 'unit', 'close'], 'i') END AS "read_1", CASE WHEN regexp_full_match("annee", '-?\d{1,18}') THEN NULL ELSE regexp_extract(translate(CASE WHEN regexp_matches("annee", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("annee", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "annee" END, '−–', '--'), '^([-+(]?) ?([-+]?) ?(\d(?:[\d .,]*\d)?|[.,]\d+) ?() ?([-)]?) ?$',
['open', 'sign', 'body', 'unit', 'close'], 'i') END AS "read_2", CASE WHEN regexp_full_match("pourcentageSubvention", '-?\d{1,15}(?:[.,]\d{1,15})?') THEN NULL ELSE regexp_extract(translate(CASE WHEN regexp_matches("pourcentageSubvention", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("pourcentageSubvention", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "pourcentageSubvention" END, '−–', '--'), '^([-+(]?) ?([-+]?) ?(\d(?:[\d .,]*\d)?|[.,]\d+|\d+(?:[.,]\d+)?E[-+]?\d+) ?() ?([-)]?) ?$',
['open', 'sign', 'body', 'unit', 'close'], 'i') END AS "read_3", CASE WHEN regexp_full_match("dateConvention", '\d\d/\d\d/\d{4}|\d{4}-\d\d-\d\d') THEN NULL ELSE regexp_replace(CASE WHEN regexp_matches("dateConvention", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("dateConvention", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "dateConvention" END, '(?:T| ?, ?| à | )\d{1,2}[:hH]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[Zz]|[+-]\d{2}:?\d{2})?$', '') END AS "read_4" FROM "step_14")
),
-- reorder  datasets/subventions.yaml:55:5
step_16 AS (
  SELECT
    "nomAttribuant",
    "idAttribuant",
    "dateConvention",
    "referenceDecision",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "objet",
    "montant",
    "nature",
    "conditionsVersement",
    "datesPeriodeVersement",
    "notificationUE",
    "pourcentageSubvention",
    "annee",
    "politique",
    "_source",
    "_row",
    "_part"
  FROM "step_15"
)
SELECT "nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision", "nomBeneficiaire", "idBeneficiaire", "rnaBeneficiaire", "objet", "montant", "nature", "conditionsVersement", "datesPeriodeVersement", "notificationUE", "pourcentageSubvention", "annee", "politique", "_source", "_row" FROM "step_16" ORDER BY _source, _row, _part;

