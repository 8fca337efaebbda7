/// Columns along an axis, each made of its parts from the ground up; a gap in the colour of the page keeps neighbours apart.
struct StackedChart {
    let figure: ChartFigure

    var drawing: ChartDrawing {
        let series = ChartSeries(figure), places = series.places
        let plot = Plot(figure, greatest: places.map(series.total).max() ?? 1)
        let band = (Plot.width - Plot.left - Plot.right) / Double(max(1, places.count)), width = min(64, band * 0.7)
        let columns = places.enumerated().map { index, place in
            var ground = 0.0
            let boxes = series.names.enumerated().compactMap { number, name -> HTML? in
                guard let value = series.value(name, place), value > 0 else { return nil }
                defer { ground += value }
                let upper = plot.down(ground + value), lower = plot.down(ground)
                return """
                    <g><title>\(place), \(name) : \(figure.exact(value))</title><rect class="tile k\(series.kind(number))" \
                    x="\(Plot.short(Plot.across(index, of: places.count) - width / 2))" y="\(Plot.short(upper))" width="\(Plot.short(width))" \
                    height="\(Plot.short(max(0.5, lower - upper)))"/></g>
                    """
            }
            return HTML.joined(boxes, by: "")
        }
        return ChartDrawing(
            label: figure.label(series), key: Plot.key(series, figure), shapes: plot.marks + columns + Plot.names(places))
    }
}
