/// Areas along an axis, one upon the other from zero; or the lines of several series.
struct AreaChart {
    let figure: ChartFigure

    var areas: HTML {
        let series = ChartSeries(figure), places = series.places
        let plot = Plot(figure, greatest: places.map(series.total).max() ?? 1)
        var grounds = Dictionary(places.map { ($0, 0.0) }) { first, _ in first }
        let shapes = series.names.enumerated().map { number, name -> HTML in
            let lower = points(places) { plot.down(grounds[$0] ?? 0) }
            for place in places { grounds[place, default: 0] += max(0, series.value(name, place) ?? 0) }
            let upper = points(places) { plot.down(grounds[$0] ?? 0) }
            return """
                <g><title>\(name)</title><polygon class="tile k\(series.kind(number))" points="\((upper + lower.reversed()).joined(separator: " "))"/></g>
                """
        }
        return drawn(series, plot.marks + shapes + Plot.names(places, at: { Plot.along($0, of: $1) }))
    }

    /// Each line with its own sign at its points, so that colour is not alone to tell it.
    var lines: HTML {
        let series = ChartSeries(figure), places = series.places
        let plot = Plot(figure, greatest: figure.parts.map(\.value).max() ?? 1)
        let shapes = series.names.enumerated().map { number, name -> HTML in
            let known = places.enumerated().compactMap { index, place in series.value(name, place).map { (index, $0) } }
            let points = known.map { index, value in
                "\(Plot.short(Plot.along(index, of: places.count))),\(Plot.short(plot.down(value)))"
            }
            let last: HTML =
                known.last.map { index, value in
                    """
                    <text class="soft end" x="\(Plot.short(Plot.along(index, of: places.count) - 6))" y="\(Plot.short(plot.down(value) - 8))" text-anchor="end">\(name)</text>
                    """
                } ?? .nothing
            return
                "<g><title>\(name)</title><polyline class=\"line l\(series.kind(number))\" points=\"\(points.joined(separator: " "))\"/>\(last)</g>"
        }
        return drawn(series, plot.marks + shapes + Plot.names(places, at: { Plot.along($0, of: $1) }))
    }

    private func drawn(_ series: ChartSeries, _ content: [HTML]) -> HTML {
        "\(Plot.key(series, figure: figure))\n\(Plot.svg(figure.label(series), content))"
    }

    private func points(_ places: [String], _ down: (String) -> Double) -> [String] {
        places.enumerated().map { "\(Plot.short(Plot.along($0.offset, of: places.count))),\(Plot.short(down($0.element)))" }
    }
}
