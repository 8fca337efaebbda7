internal import Territory

/// What `parse` may be told of a column beside its kind, each with what holds when it says nothing.
struct ReadingOptions: Sendable {
    /// Two-digit years below are 20xx, the others 19xx.
    var pivot = 50
    var isMonthFirst = false
    var isLongitudeFirst = false
    /// Spreadsheet days counted from 1 January 1904, as old Macintosh workbooks do.
    var isFrom1904 = false
    /// A percentage without its sign counts per hundred.
    var isPerHundred = false
}

/// The kinds `parse` knows, by the name a recipe gives them.
enum ReadingKind: String, CaseIterable, Sendable {
    case amount, boolean, coordinates, date, datetime
    case excelDate = "excel-date"
    case excelDatetime = "excel-datetime"
    case integer, latitude, longitude, number, percent

    /// The keys that mean something beside this kind.
    var keys: Set<String> {
        switch self {
        case .amount, .boolean, .integer, .latitude, .longitude, .number: []
        case .coordinates: ["order"]
        case .date, .datetime: ["format", "order", "pivot", "calendar"]
        case .excelDate, .excelDatetime: ["calendar"]
        case .percent: ["bare"]
        }
    }

    /// The words `order` may take, the first being what holds without it.
    var orders: [String] {
        switch self {
        case .date, .datetime: ["day-first", "month-first"]
        case .coordinates: ["lat-lon", "lon-lat"]
        default: []
        }
    }

    func reading(_ options: ReadingOptions = ReadingOptions()) -> Reading {
        switch self {
        case .amount: .amount
        case .boolean: .boolean
        case .coordinates: .coordinates(options)
        case .date: .date(options)
        case .datetime: .datetime(options)
        case .excelDate: .serialDate(options)
        case .excelDatetime: .serialDatetime(options)
        case .integer: .integer
        case .latitude: .latitude
        case .longitude: .longitude
        case .number: .number
        case .percent: .percent(options)
        }
    }
}
