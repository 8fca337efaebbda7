/// The ground of a chart with two axes: round marks from zero to the top, places below, a key of the series above.
struct Plot: Sendable {
    static let width = 720.0
    static let height = 320.0
    static let left = 92.0
    static let right = 16.0
    static let bottom = 34.0
    static let ceiling = 14.0

    let figure: ChartFigure
    /// The greatest value of the axis, a round number.
    let top: Double

    init(_ figure: ChartFigure, greatest: Double) {
        self.figure = figure
        top = Self.round(greatest)
    }

    /// How far down a value stands.
    func down(_ value: Double) -> Double {
        Self.ceiling + (Self.height - Self.bottom - Self.ceiling) * (1 - min(max(0, value), top) / top)
    }

    /// How far right a place of several stands, in the middle of its band.
    static func across(_ index: Int, of count: Int) -> Double {
        left + (width - left - right) * (Double(index) + 0.5) / Double(max(1, count))
    }

    /// How far right a place stands when the first and the last stand at the ends.
    static func along(_ index: Int, of count: Int) -> Double {
        let inset = 26.0
        guard count > 1 else { return across(index, of: count) }
        return left + inset + (width - left - right - 2 * inset) * Double(index) / Double(count - 1)
    }

    /// The lines and their amounts.
    var marks: [HTML] {
        [0, 0.25, 0.5, 0.75, 1].map { share in
            let down = Self.short(down(top * share))
            return """
                <path class="axis" d="M\(Int(Self.left)) \(down)H\(Int(Self.width))"/>\
                <text class="soft" x="\(Int(Self.left) - 8)" y="\(Self.short(self.down(top * share) + 4))" text-anchor="end">\(figure.tick(top * share))</text>
                """
        }
    }

    /// The names of the places, as many as fit.
    static func names(_ places: [String], at place: (Int, Int) -> Double = { across($0, of: $1) }) -> [HTML] {
        let every = max(1, (places.count + 9) / 10)
        return places.enumerated().filter { $0.offset % every == 0 }.map { index, name in
            let shown = name.count > 14 ? String(name.prefix(13)) + "…" : name
            return """
                <text class="soft" x="\(short(place(index, places.count)))" y="\(Int(height) - 10)" text-anchor="middle">\(shown)</text>
                """
        }
    }

    /// The series by name, each with its sign, in the order in which they are drawn.
    static func key(_ series: ChartSeries, _ figure: ChartFigure) -> [ChartDrawing.Sign] {
        guard series.names.count > 1 else { return [] }
        return series.names.enumerated().map { index, name in
            let kind = series.kind(index)
            let shape: HTML =
                figure.kind == .lines
                ? "<path class=\"line l\(kind)\" d=\"M0 7H28\"/>"
                : "<rect class=\"k\(kind)\" width=\"28\" height=\"14\" rx=\"2\"/>"
            return ChartDrawing.Sign(
                name: name.isEmpty ? figure.site.pick("non renseigné", "not given") : name, shape: shape)
        }
    }

    static func short(_ number: Double) -> String { String((number * 10).rounded() / 10) }

    /// The next number whose quarters are round, or of other first digits.
    static func round(_ value: Double, among digits: [Double] = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10]) -> Double {
        guard value > 0, value.isFinite else { return 1 }
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        return digits.map { $0 * power }.first { $0 >= value * 0.999_999 } ?? value
    }
}
