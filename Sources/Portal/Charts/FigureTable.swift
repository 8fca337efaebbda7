/// The numbers of a chart, every one of them: what is drawn large, what is told together, what is zero.
struct FigureTable: Sendable {
    let figure: ChartFigure
    let total: Double

    private var site: Site { figure.site }

    var html: HTML {
        let firstSmall = figure.shown(limit: Treemap.limit).small.first
        let rows = figure.parts.map { row($0, isFirstSmall: $0 == firstSmall) }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(figure.tableLabel)"><table>
            <caption>\(figure.title)</caption>
            <thead><tr><th scope="col">\(figure.head)</th>\(heads.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML })</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private var heads: [String] {
        var heads = [figure.unit ?? site.pick("Nombre", "Number")]
        if figure.isWhole { heads.append(site.pick("Part", "Share")) }
        if figure.population != nil { heads.append(site.pick("Par habitant", "Per inhabitant")) }
        return heads
    }

    private func row(_ part: ChartPart, isFirstSmall: Bool) -> HTML {
        let name: HTML = figure.link(part).map { "<a href=\"\($0)\">\(figure.name(part))</a>" } ?? "\(figure.name(part))"
        var cells = [figure.exact(part.value)]
        if figure.isWhole { cells.append(total > 0 ? figure.share(part.value) : "") }
        if let population = figure.population { cells.append(figure.exact((part.value / Double(max(1, population))).rounded())) }
        let place: HTML = isFirstSmall ? " id=\"chart-\(figure.number)-other\"" : .nothing
        return """
            <tr\(place)><th scope="row">\(name)</th>\(cells.map { "<td class=\"number\">\($0)</td>" as HTML })</tr>
            """
    }
}
