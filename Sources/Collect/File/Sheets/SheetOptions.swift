internal import DuckDB
internal import Territory

/// What a source says of its workbook: the same keys whatever the format.
struct SheetOptions: Sendable {
    var sheet = SheetChoice.detect
    var header = HeaderChoice.detect
    /// Whether the value of a merged cell is repeated over its range.
    var fillsMerged = false

    init() {}

    init(_ source: SourceDeclaration) {
        sheet = SheetChoice(source.options["sheet"])
        header = HeaderChoice(source.options["header"])
        fillsMerged = source.options["merged"]?.text == "fill"
    }

    /// The sheets of a workbook as one relation.
    func collect(
        _ workbook: any Workbook, _ file: SourceFile, _ connection: Connection, _ work: WorkArea
    ) throws -> Collected {
        let destination = SheetReading.Destination(table: "sheet_\(file.number)", work: work, connection: connection)
        return try SheetReading(workbook: workbook, options: self, destination: destination).collect()
    }

    static let keys = [
        Key(
            "sheet", .oneOrMany(.scalar),
            summary: Bilingual(
                fr: "Nom, numéro ou motif (`BP*`) de la feuille, détectée sans cela ; une liste ou un motif réunit les feuilles "
                    + "par le nom de leurs colonnes, et `_source` dit laquelle",
                en: "Name, number or pattern (`BP*`) of the sheet, detected otherwise; a list or a pattern unites the sheets by "
                    + "the names of their columns, and `_source` says which")),
        HeaderChoice.key,
        Key(
            "merged", .choice(["first", "fill"]),
            summary: Bilingual(
                fr: "Valeur d'une cellule fusionnée : dans la première seulement, ou répétée sur la plage (`fill`), dans les "
                    + "colonnes qui ont un titre ou une valeur à elles",
                en: "Value of a merged cell: in the first only, or repeated over its range (`fill`), in the columns that have a "
                    + "title or a value of their own"),
            default: "first"),
    ]
}
