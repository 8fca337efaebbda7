/// Areas along an axis, one upon the other from zero; or the lines of several series.
struct AreaChart {
    let figure: ChartFigure

    var areas: ChartDrawing {
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

    /// Each line with its own strokes and its name at its end, so that colour is not alone to tell it.
    var lines: ChartDrawing {
        let series = ChartSeries(figure), places = series.places
        let plot = Plot(figure, greatest: figure.parts.map(\.value).max() ?? 1)
        var ends: [(name: String, x: Double, y: Double)] = []
        let shapes = series.names.enumerated().map { number, name -> HTML in
            let known = places.enumerated().compactMap { index, place in
                series.value(name, place).map { (x: Plot.along(index, of: places.count), y: plot.down($0)) }
            }
            if let last = known.last { ends.append((name, last.x, last.y)) }
            let points = known.map { "\(Plot.short($0.x)),\(Plot.short($0.y))" }.joined(separator: " ")
            return "<g><title>\(name)</title><polyline class=\"line l\(series.kind(number))\" points=\"\(points)\"/></g>"
        }
        return drawn(series, plot.marks + shapes + Self.names(ends) + Plot.names(places, at: { Plot.along($0, of: $1) }))
    }

    /// The names at the ends of lines, one above the other where the ends meet.
    private static func names(_ ends: [(name: String, x: Double, y: Double)]) -> [HTML] {
        var lowest = -Double.infinity
        return ends.sorted { $0.y < $1.y }.map { end in
            let down = max(end.y - 7, lowest + 15)
            lowest = down
            return
                "<text class=\"soft end\" x=\"\(Plot.short(end.x - 6))\" y=\"\(Plot.short(down))\" text-anchor=\"end\">\(end.name)</text>"
        }
    }

    private func drawn(_ series: ChartSeries, _ shapes: [HTML]) -> ChartDrawing {
        ChartDrawing(label: figure.label(series), key: Plot.key(series, figure), shapes: shapes)
    }

    private func points(_ places: [String], _ down: (String) -> Double) -> [String] {
        places.enumerated().map { "\(Plot.short(Plot.along($0.offset, of: places.count))),\(Plot.short(down($0.element)))" }
    }
}
