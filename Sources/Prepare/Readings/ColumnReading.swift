internal import DuckDB
internal import Territory

/// How one column is read, as a recipe declares it: a kind, or a kind with what is said of the column.
struct ColumnReading: Sendable {
    let column: NamedColumn
    let reading: Reading
    /// The town's own date format.
    let format: Value?
    /// An unreadable value is a warning and an empty cell.
    let isLenient: Bool

    static let shape = Shape.oneOf([.choice(kinds), .object(keys)])

    private static let kinds = ReadingKind.allCases.map(\.rawValue)
    private static let keys = [
        Key("as", .choice(kinds), required: true, summary: Bilingual(fr: "ce qui est lu", en: "what is read")),
        Key(
            "format", .text,
            summary: Bilingual(
                fr: "format de date de la colonne ; sans lui, les formes françaises et ISO sont reconnues",
                en: "date format of the column; without it, French and ISO forms are recognised")),
        Key(
            "order", .choice(["day-first", "month-first", "lat-lon", "lon-lat"]),
            summary: Bilingual(
                fr: "ordre du jour et du mois dans une date, de la latitude et de la longitude dans des coordonnées",
                en: "order of day and month in a date, of latitude and longitude in coordinates"),
            default: "day-first, lat-lon"),
        Key(
            "pivot", .integer,
            summary: Bilingual(
                fr: "les années à deux chiffres plus petites sont 20xx, les autres 19xx",
                en: "two-digit years below it are 20xx, the others 19xx"),
            default: "50"),
        Key(
            "calendar", .oneOf([.integer, .text]),
            summary: Bilingual(
                fr: "1900 ou 1904 : l'année d'où le tableur compte les jours",
                en: "1900 or 1904: the year the spreadsheet counts days from"),
            default: "1900"),
        Key(
            "bare", .choice(["share", "hundred"]),
            summary: Bilingual(
                fr: "un pourcentage sans son signe est une part (0,125) ou compte pour cent (12,5)",
                en: "a percentage without its sign is a share (0.125) or counts per hundred (12.5)"),
            default: "share"),
        Key(
            "otherwise", .choice(["error", "empty"]),
            summary: Bilingual(
                fr: "une valeur illisible est une erreur, ou un avertissement et une cellule vide",
                en: "an unreadable value is an error, or a warning and an empty cell"),
            default: "error"),
    ]

    init(_ entry: Value.Entry, _ at: StepPlace) throws(PrepareFault) {
        column = NamedColumn(entry)
        let word = entry.value.entries == nil ? entry.value : try at.required("as", of: entry.value)
        guard let kind = ReadingKind(rawValue: try at.written(word)) else {
            throw at.badArgument(Bilingual(Self.kinds.joined(separator: ", ")), at: word.place)
        }
        for beside in entry.value.entries ?? [] where !kind.keys.union(["as", "otherwise"]).contains(beside.key) {
            throw at.badArgument(
                Bilingual(
                    fr: "une lecture « \(kind.rawValue) » sans « \(beside.key) »",
                    en: "a reading \"\(kind.rawValue)\" without \"\(beside.key)\""),
                at: beside.value.place)
        }
        format = entry.value["format"]
        isLenient = entry.value["otherwise"]?.text == "empty"
        let plain = kind.reading(try Self.options(entry.value, of: kind, at))
        reading = try format.map { value throws(PrepareFault) in .formatted(try at.written(value), like: plain) } ?? plain
    }

    private static func options(
        _ value: Value, of kind: ReadingKind, _ at: StepPlace
    ) throws(PrepareFault) -> ReadingOptions {
        var options = ReadingOptions()
        if let pivot = value["pivot"] {
            guard let year = pivot.integer, (0...100).contains(year) else {
                throw at.badArgument(Bilingual(fr: "une année entre 0 et 100", en: "a year between 0 and 100"), at: pivot.place)
            }
            options.pivot = year
        }
        if let order = value["order"] {
            guard let word = order.text, kind.orders.contains(word) else {
                throw at.badArgument(Bilingual(kind.orders.joined(separator: ", ")), at: order.place)
            }
            (options.isMonthFirst, options.isLongitudeFirst) = (word == "month-first", word == "lon-lat")
        }
        if let calendar = value["calendar"] {
            guard let year = calendar.written, ["1900", "1904"].contains(year) else {
                throw at.badArgument(Bilingual("1900, 1904"), at: calendar.place)
            }
            options.isFrom1904 = year == "1904"
        }
        options.isPerHundred = value["bare"]?.text == "hundred"
        return options
    }
}
