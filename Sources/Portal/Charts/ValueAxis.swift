/// An axis from about the least value to about the greatest, at round marks. It does not begin at zero: points are read by where they stand,
/// and the years of a town are nowhere near it.
struct ValueAxis: Sendable {
    /// From the one end to the other.
    let marks: [Double]
    /// Whether the values are years, which are never cut into groups.
    let areYears: Bool

    /// - Parameter isPlain: whether they are counted in nothing, as years are.
    init(_ values: [Double], isPlain: Bool) {
        let known = values.filter(\.isFinite), least = known.min() ?? 0, greatest = known.max() ?? 1
        areYears = isPlain && !values.isEmpty && values.allSatisfy { $0 == $0.rounded() && (1_000..<3_000).contains($0) }
        let span = greatest > least ? greatest - least : areYears ? 1 : max(abs(least) / 4, 1)
        let step = areYears && span < 5 ? 1 : Plot.round(span / 5, among: [1, 2, 5, 10])
        var low = (least / step).rounded(.down), high = (greatest / step).rounded(.up)
        if low == high {
            low -= 1
            high += 1
        }
        marks = (0...Int(min(high - low, 10))).map { (low + Double($0)) * step }
    }

    /// How far along a value stands: 0 at the one end, 1 at the other.
    func share(_ value: Double) -> Double {
        let low = marks[0], high = marks[marks.count - 1]
        return min(max(0, (value - low) / (high - low)), 1)
    }
}
