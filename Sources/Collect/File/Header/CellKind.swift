/// What a cell looks like, to tell titles from data. Amounts, percentages and dates as French files write them count.
enum CellKind: Hashable {
    case empty, text, number, date
    /// A whole number that may be a year: a title as often as a value.
    case year

    init(_ cell: some StringProtocol) {
        let text = cell.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
        if text.isEmpty {
            self = .empty
        } else if text.count > 40 || !text.contains(where: { Self.digits.contains($0) }) {
            self = .text
        } else if text.count == 4, let year = Int(String(String.UnicodeScalarView(text))), (1900...2100).contains(year) {
            self = .year
        } else if text.allSatisfy({ Self.ofNumbers.contains($0) }), text.dropFirst().allSatisfy({ !Self.signs.contains($0) }) {
            self = .number
        } else {
            self = Self.isDate(String(String.UnicodeScalarView(text))) ? .date : .text
        }
    }

    private static let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    private static let signs = Set("+-".unicodeScalars)
    private static let ofNumbers = Set("0123456789.,+-€%".unicodeScalars)

    /// Three groups of digits parted by `/` or `-`, a time behind them perhaps.
    private static func isDate(_ text: String) -> Bool {
        let day = text.prefix { $0.isNumber || $0 == "/" || $0 == "-" }
        let groups = day.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
        let rest = text[day.endIndex...]
        return groups.count == 3 && groups.allSatisfy { (1...4).contains($0.count) || ($0.count <= 6 && !rest.isEmpty) }
            && rest.allSatisfy { $0.isNumber || "T:.Z+".contains($0) }
    }

    var isFigure: Bool { self == .number || self == .date }
}
