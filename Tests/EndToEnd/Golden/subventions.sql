WITH
-- collect
step_0 AS (
  SELECT c1 AS "Politique publique", c2 AS "Association", c3 AS "N° SIRET", c4 AS "Objet", c6 AS "2022", c7 AS "2023", c8 AS "2024", CAST('exports/subventions-2024.xlsx' AS VARCHAR) AS _source, _row FROM "work"."run_RUN"."sheet_0"
),
-- trim  datasets/subventions.yaml:11:5
step_1 AS (
  SELECT
    CASE WHEN regexp_matches("Politique publique", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("Politique publique", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "Politique publique" END AS "Politique publique",
    CASE WHEN regexp_matches("Association", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("Association", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "Association" END AS "Association",
    CASE WHEN regexp_matches("N° SIRET", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("N° SIRET", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "N° SIRET" END AS "N° SIRET",
    CASE WHEN regexp_matches("Objet", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("Objet", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "Objet" END AS "Objet",
    CASE WHEN regexp_matches("2022", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2022", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2022" END AS "2022",
    CASE WHEN regexp_matches("2023", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2023", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2023" END AS "2023",
    CASE WHEN regexp_matches("2024", '[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]|  |^ | $')
THEN trim(regexp_replace("2024", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "2024" END AS "2024",
    "_source",
    "_row"
  FROM "step_0"
),
-- drop-empty  datasets/subventions.yaml:12:5
step_2 AS (
  SELECT
    "Politique publique",
    "Association",
    "N° SIRET",
    "Objet",
    "2022",
    "2023",
    "2024",
    "_source",
    "_row"
  FROM "step_1"
  WHERE NOT (coalesce(regexp_full_match("Politique publique", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("Association", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("N° SIRET", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("Objet", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2022", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2023", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) AND coalesce(regexp_full_match("2024", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true))
),
-- filter  datasets/subventions.yaml:13:5
step_3 AS (
  SELECT
    "Politique publique",
    "Association",
    "N° SIRET",
    "Objet",
    "2022",
    "2023",
    "2024",
    "_source",
    "_row"
  FROM "step_2"
  WHERE NOT (regexp_full_match(coalesce("Politique publique", ''), '(?is)[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*(?:TOTAL.*)[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'))
),
-- fill-down  datasets/subventions.yaml:14:5
step_4 AS (
  SELECT
    coalesce(last_value(CASE WHEN NOT coalesce(regexp_full_match("Politique publique", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true) THEN "Politique publique" END IGNORE NULLS) OVER
(PARTITION BY _source ORDER BY _row ROWS UNBOUNDED PRECEDING), "Politique publique") AS "Politique publique",
    "Association",
    "N° SIRET",
    "Objet",
    "2022",
    "2023",
    "2024",
    "_source",
    "_row"
  FROM "step_3"
),
-- rename  datasets/subventions.yaml:15:5
step_5 AS (
  SELECT
    "Politique publique" AS "politique",
    "Association" AS "nomBeneficiaire",
    "N° SIRET" AS "idBeneficiaire",
    "Objet" AS "objet",
    "2022",
    "2023",
    "2024",
    "_source",
    "_row"
  FROM "step_4"
),
-- unpivot  datasets/subventions.yaml:21:5
step_6 AS (
  SELECT "politique", "nomBeneficiaire", "idBeneficiaire", "objet", "cell".name AS "annee", "cell".value AS "montant", _source, _row, 0 + "cell".place AS _part FROM (SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "objet",
    unnest([struct_pack(name := CAST('2022' AS VARCHAR), value := "2022", place := 1), struct_pack(name := CAST('2023' AS VARCHAR), value := "2023", place := 2), struct_pack(name := CAST('2024' AS VARCHAR), value := "2024", place := 3)]) AS "cell",
    "_source",
    "_row"
  FROM "step_5") WHERE NOT coalesce(regexp_full_match("cell".value, '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true)
),
-- compute  datasets/subventions.yaml:23:5
step_7 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    (upper(substr(objet, 1, 1)) || lower(substr(objet, 2))
) AS "objet",
    "annee",
    "montant",
    "_source",
    "_row",
    "_part"
  FROM "step_6"
),
-- compute  datasets/subventions.yaml:25:5
step_8 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    (regexp_replace(idBeneficiaire, '[^0-9]', '', 'g')
) AS "idBeneficiaire",
    "objet",
    "annee",
    "montant",
    "_source",
    "_row",
    "_part"
  FROM "step_7"
),
-- pad  datasets/subventions.yaml:26:5
step_9 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    CASE WHEN "code_1" = '' THEN NULL WHEN regexp_full_match("code_1", '\d+') AND length("code_1") < 14
THEN lpad("code_1", 14, '0') ELSE "code_1" END AS "idBeneficiaire",
    "objet",
    "annee",
    "montant",
    "_source",
    "_row",
    "_part"
  FROM (SELECT *, CASE WHEN regexp_full_match(CASE WHEN regexp_matches("idBeneficiaire", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("idBeneficiaire", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "idBeneficiaire" END, '\d[\d\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*(?:[.,]0+)?')
THEN regexp_replace(regexp_replace(CASE WHEN regexp_matches("idBeneficiaire", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("idBeneficiaire", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "idBeneficiaire" END, '[.,]0+$', ''), '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+', '', 'g') ELSE CASE WHEN regexp_matches("idBeneficiaire", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("idBeneficiaire", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "idBeneficiaire" END END AS "code_1" FROM "step_8")
),
-- lookup  datasets/subventions.yaml:28:5
step_10 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "objet",
    "annee",
    "montant",
    "found"."_added_1" AS "dateConvention",
    "found"."_added_2" AS "referenceDecision",
    "found"."_added_3" AS "datesPeriodeVersement",
    "_source",
    "_row",
    "_part"
  FROM "step_9" LEFT JOIN (SELECT CASE WHEN regexp_matches("annee", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("annee", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "annee" END AS "_key_1", "dateConvention" AS "_added_1", "referenceDecision" AS "_added_2", "datesPeriodeVersement" AS "_added_3" FROM read_csv('TERRITORY/lookups/deliberations.csv', delim := ';', quote := '"', escape := '"', header := true, all_varchar := true, null_padding := true) WHERE NOT coalesce(regexp_full_match("annee", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true)) AS "found" ON CASE WHEN regexp_matches("annee", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("annee", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "annee" END = "found"."_key_1"
),
-- lookup  datasets/subventions.yaml:33:5
step_11 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "objet",
    "annee",
    "montant",
    "dateConvention",
    "referenceDecision",
    "datesPeriodeVersement",
    "found"."_added_1" AS "nature",
    "_source",
    "_row",
    "_part"
  FROM "step_10" LEFT JOIN (SELECT CASE WHEN regexp_matches("objet", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("objet", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "objet" END AS "_key_1", "nature" AS "_added_1" FROM read_csv('TERRITORY/lookups/natures.csv', delim := ';', quote := '"', escape := '"', header := true, all_varchar := true, null_padding := true) WHERE NOT coalesce(regexp_full_match("objet", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]*'), true)) AS "found" ON CASE WHEN regexp_matches("objet", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]$')
THEN regexp_replace("objet", '^[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+|[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]+$', '', 'g') ELSE "objet" END = "found"."_key_1"
),
-- constant  datasets/subventions.yaml:34:5
step_12 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "objet",
    "annee",
    "montant",
    "dateConvention",
    "referenceDecision",
    "datesPeriodeVersement",
    "nature",
    CAST('Ville de Valbourg' AS VARCHAR) AS "nomAttribuant",
    CAST('21580000000014' AS VARCHAR) AS "idAttribuant",
    CAST('versement unique' AS VARCHAR) AS "conditionsVersement",
    CAST('non' AS VARCHAR) AS "notificationUE",
    CAST('1' AS VARCHAR) AS "pourcentageSubvention",
    "_source",
    "_row",
    "_part"
  FROM "step_11"
),
-- parse  datasets/subventions.yaml:41:5
step_13 AS (
  SELECT
    "politique",
    "nomBeneficiaire",
    "idBeneficiaire",
    "objet",
    CASE WHEN "read_2" IS NULL THEN TRY_CAST("annee" AS BIGINT) ELSE TRY_CAST(regexp_extract(CASE WHEN ("read_2".open || "read_2".sign || "read_2".close) IN ('', '+') THEN '' WHEN ("read_2".open || "read_2".sign || "read_2".close) IN ('-', '()') THEN '-' END || CASE
WHEN regexp_full_match("read_2".body, '\d{1,3}( \d{3})+([.,]\d+)?|\d*[.,]?\d+')
THEN replace(replace("read_2".body, ' ', ''), ',', '.')
WHEN regexp_full_match("read_2".body, '\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}')
THEN replace(replace("read_2".body, '.', ''), ',', '.')
WHEN regexp_full_match("read_2".body, '\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}')
THEN replace("read_2".body, ',', '') END, '^(-?\d+)(?:\.(?:0{1,2}|0{4,}))?$', 1) AS BIGINT) END AS "annee",
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
THEN trim(regexp_replace("dateConvention", '[\p{Z}\p{Cc}\x{200B}\x{2060}\x{FEFF}]{2,}|[\x{A0}\x{1680}\x{2000}-\x{200B}\x{2028}\x{2029}\x{202F}\x{205F}\x{2060}\x{3000}\x{FEFF}\p{Cc}]', ' ', 'g')) ELSE "dateConvention" END, '(?:T| ?, ?| à | )\d{1,2}[:hH]\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[Zz]|[+-]\d{2}:?\d{2})?$', '') END AS "read_4" FROM "step_12")
),
-- reorder  datasets/subventions.yaml:46:5
step_14 AS (
  SELECT
    "nomAttribuant",
    "idAttribuant",
    "dateConvention",
    "referenceDecision",
    "nomBeneficiaire",
    "idBeneficiaire",
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
  FROM "step_13"
)
SELECT "nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision", "nomBeneficiaire", "idBeneficiaire", "objet", "montant", "nature", "conditionsVersement", "datesPeriodeVersement", "notificationUE", "pourcentageSubvention", "annee", "politique", "_source", "_row" FROM "step_14" ORDER BY _source, _row, _part;

