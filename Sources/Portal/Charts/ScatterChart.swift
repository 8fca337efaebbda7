/// Points where two numbers meet, each with its name for whoever points at it; the table has them all.
struct ScatterChart {
    let figure: ChartFigure
    /// What the axis below counts, and in what.
    let axis: String
    let axisUnit: String?

    private var numbers: NumberText { NumberText(language: figure.site.language) }

    var html: HTML {
        let known = figure.parts.compactMap { part in part.place.map { (part: part, place: $0) } }
        let plot = Plot(figure, greatest: known.map(\.part.value).max() ?? 1)
        let most = Plot.round(known.map(\.place).max() ?? 1)
        func across(_ value: Double) -> Double {
            Plot.left + (Plot.width - Plot.left - Plot.right) * min(max(0, value), most) / most
        }
        let points = known.map { part, place in
            """
            <g><title>\(figure.name(part)) : \(numbers.amount(place, axisUnit)), \(figure.exact(part.value))</title>\
            <circle class="point" cx="\(Plot.short(across(place)))" cy="\(Plot.short(plot.down(part.value)))" r="5"/></g>
            """ as HTML
        }
        let feet = [0, 0.25, 0.5, 0.75, 1].map { share in
            """
            <text class="soft" x="\(Plot.short(across(most * share)))" y="\(Int(Plot.height) - 14)" text-anchor="\(share == 1 ? "end" : "middle")">\(numbers.short(most * share, axisUnit))</text>
            """ as HTML
        }
        return """
            <p class="axis-name">↑ \(figure.measure) · → \(axis)</p>
            \(Plot.svg("\(figure.title) : \(known.count) points", plot.marks + feet + points))
            """
    }
}
