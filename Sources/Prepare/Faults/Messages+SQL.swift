internal import Territory

// Sentences about the town's own SQL, about lookups and about formats.

extension FaultKind {
    static let badExpression = FaultKind(
        "bad-expression",
        what: Bilingual(
            fr: "le SQL du pas « {step} » est refusé par le moteur : {engine}",
            en: "the engine refuses the SQL of the step \"{step}\": {engine}"),
        cause: Bilingual(
            fr: "colonnes présentes à ce pas : {existing}",
            en: "columns present at this step: {existing}"),
        remedy: Bilingual(
            fr: "corrigez l'expression ; un nom avec espaces ou accents s'écrit entre guillemets doubles",
            en: "correct the expression; a name with spaces or accents is written between double quotes"))

    static let forbiddenSQL = FaultKind(
        "forbidden-sql",
        what: Bilingual(
            fr: "le SQL du pas « {step} » sort de ce qu'un pas peut faire : {found}",
            en: "the SQL of the step \"{step}\" goes beyond what a step may do: {found}"),
        cause: Bilingual(
            fr: "un pas ne lit que les lignes qu'il reçoit : ni fichier, ni réseau, ni autre table, une seule requête",
            en: "a step reads only the rows it receives: no file, no network, no other table, a single query"),
        remedy: Bilingual(
            fr: "écrivez une expression sur les colonnes (ou SELECT … FROM input) ; pour un fichier, employez « lookup »",
            en: "write an expression over the columns (or SELECT … FROM input); for a file, use \"lookup\""))

    static let lostProvenance = FaultKind(
        "lost-provenance",
        what: Bilingual(
            fr: "le SQL du pas « {step} » perd {columns}",
            en: "the SQL of the step \"{step}\" loses {columns}"),
        cause: Bilingual(
            fr: "ces colonnes mènent d'une valeur publiée à la ligne du fichier d'origine",
            en: "these columns lead from a published value to the row of the original file"),
        remedy: Bilingual(
            fr: "ajoutez _source et _row au SELECT (avec GROUP BY : min(_source) AS _source, min(_row) AS _row)",
            en: "add _source and _row to the SELECT (with GROUP BY: min(_source) AS _source, min(_row) AS _row)"))

    static let engineRefused = FaultKind(
        "engine-refused",
        what: Bilingual(
            fr: "le moteur n'a pas pu exécuter le pas « {step} » : {engine}",
            en: "the engine could not run the step \"{step}\": {engine}"),
        remedy: Bilingual(
            fr: "regardez le SQL avec « lavoir recipe --sql », puis signalez ce message s'il n'est pas de votre fait",
            en: "look at the SQL with \"lavoir recipe --sql\", then report this message if it is not of your making"))

    static let ambiguousLookup = FaultKind(
        "ambiguous-lookup",
        what: Bilingual(
            fr: "{file} a plusieurs lignes pour une même clé : {keys}",
            en: "{file} has several rows for one key: {keys}"),
        cause: Bilingual(
            fr: "une clé en double multiplierait les lignes et fausserait les sommes",
            en: "a repeated key would multiply rows and falsify sums"),
        remedy: Bilingual(
            fr: "gardez une seule ligne par clé dans {file}",
            en: "keep a single row for each key in {file}"))

    static let unknownLookupColumn = FaultKind(
        "unknown-lookup-column",
        what: Bilingual(
            fr: "{file} n'a pas de colonne {columns}",
            en: "{file} has no column {columns}"),
        cause: Bilingual(
            fr: "colonnes de {file} : {existing}",
            en: "columns of {file}: {existing}"),
        remedy: Bilingual(
            fr: "écrivez le nom tel qu'il est dans la première ligne de {file}",
            en: "write the name as it is on the first line of {file}"))

    static let unreadableLookup = FaultKind(
        "unreadable-lookup",
        what: Bilingual(
            fr: "{file} ne peut pas être lu : {engine}",
            en: "{file} cannot be read: {engine}"),
        remedy: Bilingual(
            fr: "enregistrez {file} dans le territoire, en CSV, UTF-8, avec une ligne d'en-têtes",
            en: "save {file} in the territory, as CSV, UTF-8, with a header line"))

    static let badFormat = FaultKind(
        "bad-format",
        what: Bilingual(
            fr: "le format de date « {format} » est refusé : {engine}",
            en: "the date format \"{format}\" is refused: {engine}"),
        remedy: Bilingual(
            fr: "employez %d (jour), %m (mois), %Y (année), %y (année à deux chiffres), %H:%M:%S ; par exemple %d/%m/%Y",
            en: "use %d (day), %m (month), %Y (year), %y (two-digit year), %H:%M:%S; for instance %d/%m/%Y"))
}
