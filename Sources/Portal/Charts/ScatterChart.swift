/// Points where two numbers meet, each with its name for whoever points at it; the table has them all.
struct ScatterChart {
    let figure: ChartFigure

    private var numbers: NumberText { NumberText(language: figure.site.language) }

    var drawing: ChartDrawing {
        let known = figure.parts.compactMap { part in part.place.map { (part: part, place: $0) } }
        let plot = Plot(figure, greatest: known.map(\.part.value).max() ?? 1), axis = figure.placeAxis
        func across(_ value: Double) -> String {
            Plot.short(Plot.left + (Plot.width - Plot.left - Plot.right) * axis.share(value))
        }
        let points = known.map { part, place in
            """
            <g><title>\(figure.name(part)) : \(figure.place(place, on: axis)), \(figure.exact(part.value))</title>\
            <circle class="point" cx="\(across(place))" cy="\(Plot.short(plot.down(part.value)))" r="5"/></g>
            """ as HTML
        }
        let feet = axis.marks.map { mark in
            """
            <text class="soft" x="\(across(mark))" y="\(Int(Plot.height) - 14)" text-anchor="\(mark == axis.marks.last ? "end" : "middle")">\(axis.areYears ? figure.place(mark, on: axis) : numbers.short(mark, figure.axisUnit))</text>
            """ as HTML
        }
        return ChartDrawing(
            label: "\(figure.title) : \(known.count) points", axes: "↑ \(figure.measure) · → \(figure.head)",
            shapes: plot.marks + feet + points)
    }
}
