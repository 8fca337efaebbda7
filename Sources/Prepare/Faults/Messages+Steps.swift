internal import Territory

// Sentences about the shape of a table: titles, numbers, patterns.

extension FaultKind {
    static let notNumbers = FaultKind(
        "not-numbers",
        what: Bilingual(
            fr: "le pas « {step} » additionne des colonnes de texte : {columns}",
            en: "the step \"{step}\" adds up columns of text: {columns}"),
        cause: Bilingual(
            fr: "une somme de textes ne se devine pas : « 1.234 » peut être des milliers ou des décimales",
            en: "a sum of texts cannot be guessed: \"1.234\" may be thousands or decimals"),
        remedy: Bilingual(
            fr: "lisez-les d'abord comme des montants : ajoutez avant ce pas « parse: {parse} »",
            en: "read them as amounts first: add before this step \"parse: {parse}\""))

    static let badPattern = FaultKind(
        "bad-pattern",
        what: Bilingual(
            fr: "l'expression régulière « {pattern} » est refusée : {engine}",
            en: "the regular expression \"{pattern}\" is refused: {engine}"),
        remedy: Bilingual(
            fr: "corrigez-la ; un groupe s'écrit entre parenthèses, et « \\( » désigne une parenthèse",
            en: "correct it; a group is written in parentheses, and \"\\(\" means a parenthesis"))

    static let tooManyColumns = FaultKind(
        "too-many-columns",
        what: Bilingual(
            fr: "le pas « {step} » ferait plus de {limit} colonnes avec les valeurs de « {column} »",
            en: "the step \"{step}\" would make more than {limit} columns out of the values of \"{column}\""),
        remedy: Bilingual(
            fr: "choisissez une colonne qui a moins de valeurs, ou retirez des lignes auparavant avec « filter »",
            en: "choose a column that has fewer values, or remove rows first with \"filter\""))

    static let noHeaderRow = FaultKind(
        "no-header-row",
        what: Bilingual(
            fr: "le pas « {step} » ne trouve pas la ligne {row} dans {file}",
            en: "the step \"{step}\" does not find row {row} in {file}"),
        cause: Bilingual(
            fr: "le fichier s'arrête avant elle, ou un pas précédent l'a retirée",
            en: "the file ends before it, or an earlier step removed it"),
        remedy: Bilingual(
            fr: "donnez le numéro que la ligne de titres porte dans le tableur",
            en: "give the number that the row of titles bears in the spreadsheet"))
}

extension FindingKind {
    /// A total that is not the sum of what it covers. Detail: the sum.
    static let totalDiffers = FindingKind(
        code: "prepare.total-differs", severity: .warning,
        what: Bilingual(
            fr: "le total « {value} » de {field} n'est pas la somme des valeurs qu'il couvre : {detail}",
            en: "the total \"{value}\" of {field} is not the sum of the values it covers: {detail}"),
        remedy: Bilingual(
            fr: "corrigez le total ou les lignes à la source ; les lignes sont gardées telles quelles",
            en: "correct the total or the rows at the source; the rows are kept as they are"))

    /// A row dropped because another says the same. Detail: the file and row of the one kept.
    static let duplicateRow = FindingKind(
        code: "prepare.duplicate-row", severity: .note,
        what: Bilingual(
            fr: "ligne en double, retirée : « {value} » ; celle qui reste est {detail}",
            en: "duplicate row, dropped: \"{value}\"; the one that stays is {detail}"),
        remedy: Bilingual(
            fr: "rien à faire si c'est bien la même ligne ; sinon, comparez plus de colonnes",
            en: "nothing to do if it is the same row indeed; otherwise compare more columns"))

    /// Two values for one cell of a pivot. Detail: the name of the column.
    static let severalValues = FindingKind(
        code: "prepare.several-values", severity: .error,
        what: Bilingual(
            fr: "« {value} » ({field}) arrive dans une case déjà remplie de la colonne {detail}",
            en: "\"{value}\" ({field}) comes to a cell of the column {detail} that is filled already"),
        remedy: Bilingual(
            fr: "dites ce que deviennent plusieurs valeurs avec « aggregate », ou ajoutez à « by » ce qui les distingue",
            en: "say what several values become with \"aggregate\", or add to \"by\" what tells them apart"))

    /// A value whose name is no column of a pivot. Detail: the name.
    static let noColumn = FindingKind(
        code: "prepare.no-column", severity: .warning,
        what: Bilingual(
            fr: "« {value} » ({field}) n'a pas de colonne : le nom « {detail} » est vide ou n'est pas déclaré",
            en: "\"{value}\" ({field}) has no column: the name \"{detail}\" is empty or not declared"),
        remedy: Bilingual(
            fr: "ajoutez ce nom à « columns », ou retirez la ligne auparavant avec « filter »",
            en: "add this name to \"columns\", or remove the row first with \"filter\""))

    /// A header row unlike that of the first file. Detail: the titles of the first file.
    static let headerDiffers = FindingKind(
        code: "prepare.header-differs", severity: .error,
        what: Bilingual(
            fr: "les titres « {value} » ne sont pas ceux du premier fichier : {detail}",
            en: "the titles \"{value}\" are not those of the first file: {detail}"),
        remedy: Bilingual(
            fr: "préparez ce fichier à part, puis réunissez-les avec « append »",
            en: "prepare this file apart, then unite them with \"append\""))

    /// A cell that a regular expression does not recognise. Detail: the expression.
    static let notSplit = FindingKind(
        code: "prepare.not-split", severity: .warning,
        what: Bilingual(
            fr: "« {value} » dans {field} n'a pas la forme {detail} ; rien n'en est tiré",
            en: "\"{value}\" in {field} has not the form {detail}; nothing is taken from it"),
        remedy: Bilingual(
            fr: "corrigez la valeur à la source, ou élargissez l'expression",
            en: "correct the value at the source, or widen the expression"))

    /// A column that only the data or only the appended file has. Detail: the file.
    static let columnApart = FindingKind(
        code: "prepare.column-apart", severity: .note,
        what: Bilingual(
            fr: "la colonne {field} n'est que d'un côté de l'ajout de {detail}",
            en: "the column {field} is on one side only of the append of {detail}"),
        remedy: Bilingual(
            fr: "rien à faire si c'est voulu ; sinon donnez-lui le même nom des deux côtés",
            en: "nothing to do if it is meant; otherwise give it the same name on both sides"))
}
