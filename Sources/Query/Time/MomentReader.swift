/// Reads dates as ODSQL and the v1 language write them: `2020`, `2020-08`, `2020/08/14`, `20200814`, then `T` or a space and
/// a time to the minute, the second or the microsecond, then `Z` or an offset.
package struct MomentReader {
    private var rest: Substring.UnicodeScalarView

    /// Nil when the text is no date.
    package static func read(_ text: String) -> Moment? {
        guard text.utf8.count <= 64 else { return nil }
        var reader = MomentReader(rest: Substring(text).unicodeScalars)
        guard let moment = reader.moment(), reader.rest.isEmpty else { return nil }
        return moment
    }

    /// A whole number that means a date: `2022`, `202203`, `20220312`.
    static func read(_ number: Int64) -> Moment? {
        let digits = String(number)
        return [4, 6, 8].contains(digits.count) ? read(digits) : nil
    }

    private mutating func moment() -> Moment? {
        guard let year = digits(4) else { return nil }
        let mark: Unicode.Scalar? = take("-") ? "-" : take("/") ? "/" : nil
        guard let month = digits(2) else { return mark == nil ? made(.year, year) : nil }
        if let mark, !take(mark) { return made(.month, year, month) }
        guard let day = digits(2) else { return mark == nil ? made(.month, year, month) : nil }
        guard take("T") || take("t") || (rest.first == " " && take(" ")) else { return made(.day, year, month, day) }
        guard let hour = digits(2) else { return nil }
        var precision = Moment.Precision.hour
        var (minute, second, micro) = (0, 0, 0)
        if take(":") {
            guard let number = digits(2) else { return nil }
            (minute, precision) = (number, .minute)
            if take(":") {
                guard let number = digits(2) else { return nil }
                (second, precision) = (number, .second)
                if take(".") || take(",") {
                    guard let fraction = fraction() else { return nil }
                    micro = fraction
                }
            }
        }
        guard let wall = CivilTime(year, month, day, hour, minute, second, micro) else { return nil }
        if rest.isEmpty { return Moment(wall: wall, precision: precision) }
        return offset().map { Moment(wall: wall, precision: precision, offset: $0) }
    }

    private func made(_ precision: Moment.Precision, _ year: Int, _ month: Int = 1, _ day: Int = 1) -> Moment? {
        CivilTime(year, month, day).map { Moment(wall: $0, precision: precision) }
    }

    private mutating func offset() -> Int64? {
        if take("Z") || take("z") { return 0 }
        // In a URL, `+` that was not escaped arrives as a space.
        let sign: Int64 = take("-") ? -1 : take("+") || take(" ") ? 1 : 0
        guard sign != 0, let hours = digits(2), hours <= 14 else { return nil }
        _ = take(":")
        let minutes = rest.isEmpty ? 0 : digits(2)
        guard let minutes, minutes < 60 else { return nil }
        return sign * Int64(hours * 3_600 + minutes * 60) * CivilTime.second
    }

    private mutating func fraction() -> Int? {
        var (value, count) = (0, 0)
        while let digit = digit() {
            if count < 6 { value = value * 10 + digit }
            count += 1
        }
        guard (1...9).contains(count) else { return nil }
        for _ in min(count, 6)..<6 { value *= 10 }
        return value
    }

    private mutating func digits(_ count: Int) -> Int? {
        let before = rest
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else {
                rest = before
                return nil
            }
            value = value * 10 + digit
        }
        return value
    }

    private mutating func digit() -> Int? {
        guard let first = rest.first, ("0"..."9").contains(first) else { return nil }
        rest.removeFirst()
        return Int(first.value - 48)
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard rest.first == mark else { return false }
        rest.removeFirst()
        return true
    }
}
