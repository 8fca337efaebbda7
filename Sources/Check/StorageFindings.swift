package import Territory

/// What the storage and key checks may find, in both languages.
package enum StorageFindings {
    package static let all = [
        emptyKey, missingColumn, missingKey, missingValue, repeatedKey, undeclaredColumn, wrongType,
    ]

    package static let wrongType = FindingKind(
        code: "check.wrong-type", severity: .error,
        what: Bilingual(
            fr: "« {value} » ne se lit pas comme {detail} dans « {field} »",
            en: "\"{value}\" cannot be read as {detail} in \"{field}\""),
        remedy: Bilingual(
            fr: "Corrigez la valeur à la source, ou ajoutez un pas parse pour « {field} » dans la recette",
            en: "Mend the value at its source, or add a parse step for \"{field}\" to the recipe"))

    package static let missingValue = FindingKind(
        code: "check.missing-value", severity: .error,
        what: Bilingual(fr: "« {field} » est obligatoire et vide", en: "\"{field}\" is required and empty"),
        remedy: Bilingual(
            fr: "Complétez la valeur à la source, ou donnez-la par un pas constant ou lookup",
            en: "Fill the value in at its source, or give it with a constant or lookup step"))

    package static let missingColumn = FindingKind(
        code: "check.missing-column", severity: .error,
        what: Bilingual(
            fr: "la colonne « {field} » est déclarée et absente {detail}",
            en: "column \"{field}\" is declared and absent {detail}"),
        remedy: Bilingual(
            fr: "Renommez la colonne de la source par un pas rename, ou retirez le champ",
            en: "Rename the source's column with a rename step, or remove the field"))

    package static let undeclaredColumn = FindingKind(
        code: "check.undeclared-column", severity: .note,
        what: Bilingual(
            fr: "la colonne « {field} » n'est ni dans le schéma ni dans fields",
            en: "column \"{field}\" is neither in the schema nor in fields"),
        remedy: Bilingual(
            fr: "Décrivez-la dans fields, ou retirez-la par un pas drop",
            en: "Describe it in fields, or remove it with a drop step"))

    package static let missingKey = FindingKind(
        code: "check.missing-key", severity: .error,
        what: Bilingual(
            fr: "la clé nomme « {field} », qui n'est pas une colonne", en: "the key names \"{field}\", which is not a column"),
        remedy: Bilingual(
            fr: "Corrigez key, ou créez la colonne dans la recette", en: "Correct key, or make the column in the recipe"))

    package static let emptyKey = FindingKind(
        code: "check.empty-key", severity: .error,
        what: Bilingual(fr: "la clé {field} est incomplète : « {value} »", en: "the key {field} is incomplete: \"{value}\""),
        remedy: Bilingual(
            fr: "Complétez la valeur, ou choisissez pour key des colonnes toujours remplies",
            en: "Fill the value in, or choose columns that are never empty as key"))

    package static let repeatedKey = FindingKind(
        code: "check.repeated-key", severity: .error,
        what: Bilingual(
            fr: "la clé {field} = « {value} » nomme {detail} lignes", en: "the key {field} = \"{value}\" names {detail} rows"),
        remedy: Bilingual(
            fr: "Ajoutez à key la colonne qui distingue ces lignes, ou retirez les doublons",
            en: "Add the column that tells these rows apart to key, or remove the duplicates"))
}
