internal import DuckDB
/// Dates of a sheet, which are numbers of days, as ISO 8601 text.
struct CellDate: Sendable {
    /// Old Macintosh workbooks count from 1904-01-01; the others from 1900-01-01, with a 29 February 1900 that never was
    /// (ECMA-376 part 1, 18.17.4.1).
    let from1904: Bool

    private static let secondsPerDay = 86_400
    /// 9999-12-31, the last day that Excel knows.
    private static let lastDay = 2_958_465

    /// The text of a cell whose format shows a date or a time: `2024-03-31`, `2024-03-31T14:30:00`, or `14:30:00` when it
    /// holds no day. Nothing when the number is no date.
    func text(_ serial: Double, as kind: NumberKind) -> String? {
        if kind == .elapsed { return elapsed(serial) }
        guard serial >= 0, serial < Double(Self.lastDay + 1) else { return nil }
        var day = Int(serial)
        var seconds = Int(((serial - Double(day)) * Double(Self.secondsPerDay)).rounded())
        if seconds == Self.secondsPerDay { (day, seconds) = (day + 1, 0) }
        if day == 0, kind == .time || !from1904 { return seconds == 0 && kind == .date ? nil : Self.clock(seconds) }
        return seconds == 0 ? date(day) : "\(date(day))T\(Self.clock(seconds))"
    }

    /// The text of a cell whose format counts time elapsed (`[h]:mm:ss`): 1.5 days are `36:00:00`.
    private func elapsed(_ serial: Double) -> String? {
        guard abs(serial) < Double(Self.lastDay) else { return nil }
        let seconds = Int((abs(serial) * Double(Self.secondsPerDay)).rounded())
        return (serial < 0 ? "-" : "") + Self.clock(seconds)
    }

    /// An ISO date as some programs store it (`t="d"`): without an empty time, a zone of its own or milliseconds of zero.
    static func text(iso: String) -> String {
        var text = iso.hasSuffix("Z") ? String(iso.dropLast()) : iso
        if let dot = text.lastIndex(of: "."), text[dot...].dropFirst().allSatisfy({ $0 == "0" }) { text = String(text[..<dot]) }
        return text.hasSuffix("T00:00:00") ? String(text.dropLast(9)) : text
    }

    /// A duration such as `PT14H30M00S`, as a clock shows it: `14:30:00`; kept as it is when it is none.
    static func text(duration: String) -> String {
        let isNegative = duration.hasPrefix("-")
        guard
            let match = duration.drop(while: { $0 == "-" }).wholeMatch(
                of: #/P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?/#)
        else { return duration }
        let parts = [match.1, match.2, match.3, match.4].map { $0.flatMap { Int($0) } ?? 0 }
        guard parts.allSatisfy({ $0 <= lastDay * secondsPerDay }) else { return duration }
        return (isNegative ? "-" : "") + clock(((parts[0] * 24 + parts[1]) * 60 + parts[2]) * 60 + parts[3])
    }

    private func date(_ day: Int) -> String {
        if from1904 { return Calendar.text(days: Int32(day - 24_107)) }
        if day == 60 { return "1900-02-29" }
        return Calendar.text(days: Int32(day - (day < 60 ? 25_568 : 25_569)))
    }

    private static func clock(_ seconds: Int) -> String {
        "\(padded(seconds / 3600, to: 2)):\(padded(seconds / 60 % 60, to: 2)):\(padded(seconds % 60, to: 2))"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
