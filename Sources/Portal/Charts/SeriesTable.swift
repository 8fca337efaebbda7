/// The numbers of a chart whose parts are told apart twice, or of points: a row for each place, a column for each series.
struct SeriesTable: Sendable {
    let figure: ChartFigure

    private var site: Site { figure.site }

    var html: HTML {
        """
        <div class="scroll" role="region" tabindex="0" aria-label="\(figure.tableLabel)"><table>
        <caption>\(figure.title)</caption>
        \(figure.kind == .scatter ? points : series)</table></div>
        """
    }

    private var series: HTML {
        let series = ChartSeries(figure)
        let heads = series.names.map { name in
            "<th scope=\"col\" class=\"number\">\(name.isEmpty ? site.pick("non renseigné", "not given") : name)</th>" as HTML
        }
        let rows = series.places.map { place in
            let cells = series.names.map { name in
                "<td class=\"number\">\(series.value(name, place).map(figure.exact) ?? "–")</td>" as HTML
            }
            return "<tr><th scope=\"row\">\(place)</th>\(cells)</tr>" as HTML
        }
        return "<thead><tr><th scope=\"col\">\(figure.head)</th>\(heads)</tr></thead><tbody>\(rows)</tbody>"
    }

    private var points: HTML {
        let axis = figure.placeAxis
        let rows = figure.parts.map { part in
            """
            <tr><th scope="row">\(figure.name(part))</th><td class="number">\(part.place.map { figure.place($0, on: axis) } ?? "–")</td>\
            <td class="number">\(figure.exact(part.value))</td></tr>
            """ as HTML
        }
        return """
            <thead><tr><th scope="col">\(site.pick("Nom", "Name"))</th><th scope="col" class="number">\(figure.head)</th>\
            <th scope="col" class="number">\(figure.measure)</th></tr></thead><tbody>\(rows)</tbody>
            """
    }
}
