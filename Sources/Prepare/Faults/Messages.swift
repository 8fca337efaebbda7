internal import Territory

// Every sentence of the room's faults, the two languages one under the other. Facts stand in braces.

extension FaultKind {
    /// All kinds, for the reference page and the test that walks them.
    package static let all = [
        ambiguousLookup, badArgument, badExpression, badFormat, badPattern, duplicateColumn, engineRefused, forbiddenSQL,
        lostProvenance, noHeaderRow, notNumbers, reservedName, tooManyColumns, unknownColumn, unknownLookupColumn,
        unknownReferenceSystem, unknownStep, unreadableLookup,
    ]

    static let unknownColumn = FaultKind(
        "unknown-column",
        what: Bilingual(
            fr: "le pas « {step} » nomme des colonnes qui n'existent pas : {columns}",
            en: "the step \"{step}\" names columns that do not exist: {columns}"),
        cause: Bilingual(
            fr: "colonnes présentes à ce pas : {existing}",
            en: "columns present at this step: {existing}"),
        remedy: Bilingual(
            fr: "écrivez le nom tel qu'il est dans la liste, ou retirez-le du pas si la colonne a disparu du fichier",
            en: "write the name as it is in the list, or remove it from the step if the column has left the file"))

    static let unknownStep = FaultKind(
        "unknown-step",
        what: Bilingual(
            fr: "aucun pas ne s'appelle « {step} »",
            en: "no step is called \"{step}\""),
        remedy: Bilingual(
            fr: "choisissez un pas parmi : {known}",
            en: "choose a step among: {known}"))

    static let badArgument = FaultKind(
        "bad-argument",
        what: Bilingual(
            fr: "le pas « {step} » ne comprend pas cette valeur",
            en: "the step \"{step}\" does not understand this value"),
        cause: Bilingual(
            fr: "attendu : {expected}",
            en: "expected: {expected}"),
        remedy: Bilingual(
            fr: "écrivez le pas comme dans cet exemple : {example}",
            en: "write the step as in this example: {example}"))

    static let duplicateColumn = FaultKind(
        "duplicate-column",
        what: Bilingual(
            fr: "le pas « {step} » donne deux fois la colonne « {column} »",
            en: "the step \"{step}\" gives the column \"{column}\" twice"),
        cause: Bilingual(
            fr: "deux noms qui ne diffèrent que par la casse sont le même nom",
            en: "two names that differ by case only are the same name"),
        remedy: Bilingual(
            fr: "donnez un autre nom à l'une des deux, ou retirez l'autre auparavant avec « drop »",
            en: "give one of them another name, or remove the other first with \"drop\""))

    static let reservedName = FaultKind(
        "reserved-name",
        what: Bilingual(
            fr: "le pas « {step} » ne peut pas nommer une colonne « {column} »",
            en: "the step \"{step}\" cannot name a column \"{column}\""),
        cause: Bilingual(
            fr: "un nom vide est refusé ; _source, _row, _part et _rank disent d'où vient chaque ligne et son rang",
            en: "an empty name is refused; _source, _row, _part and _rank tell where each row comes from and its place"),
        remedy: Bilingual(
            fr: "choisissez un autre nom",
            en: "choose another name"))
}
