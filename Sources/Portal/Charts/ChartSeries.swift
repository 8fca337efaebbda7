/// The parts of a chart told apart twice: along an axis, and by what they are (`2024`, `Sport`). The greatest series one by one, the others
/// together.
struct ChartSeries: Sendable {
    /// The places along the axis, in their order.
    let places: [String]
    /// The series, the greatest first; "Autre" comes last.
    let names: [String]
    /// Whether the last series gathers small ones.
    let hasOther: Bool
    private let values: [String: [String: Double]]

    /// More cannot be told apart (portal 3.6).
    private static let limit = 7

    init(_ figure: ChartFigure) {
        let parts = figure.parts
        places = parts.map(figure.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        var totals: [String: Double] = [:], cells: [String: [String: Double]] = [:]
        for part in parts {
            let series = part.series ?? ""
            totals[series, default: 0] += abs(part.value)
            cells[series, default: [:]][figure.name(part), default: 0] += part.value
        }
        let all = totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        hasOther = all.count > Self.limit
        guard hasOther else {
            names = all
            values = cells
            return
        }
        let large = all.prefix(Self.limit - 1), small = all.dropFirst(Self.limit - 1), other = figure.other(small.count)
        var gathered = cells.filter { large.contains($0.key) }
        for name in small { gathered[other, default: [:]].merge(cells[name] ?? [:], uniquingKeysWith: +) }
        names = large + [other]
        values = gathered
    }

    /// Nil where there is no row.
    func value(_ series: String, _ place: String) -> Double? { values[series]?[place] }

    func total(_ place: String) -> Double { names.reduce(0) { $0 + max(0, value($1, place) ?? 0) } }

    /// The colour of a series, the last one's own when it gathers others.
    func kind(_ index: Int) -> Int { hasOther && index == names.count - 1 ? 7 : index % 7 }
}
