internal import Territory

/// A chart as a figure: title, drawing, source, and its table, which holds every number (RGAA 1.3, 1.6, 3.1).
struct ChartFigure: Sendable {
    let site: Site
    let question: ChartQuestion
    let parts: [ChartPart]
    /// The path of the page that it stands on, for the links into its parts.
    let path: [String]
    /// What stands in the source line.
    let source: String
    /// Tells the figures of one page apart.
    let number: Int

    private var chart: ChartDeclaration { question.chart }
    private var numbers: NumberText { NumberText(language: site.language) }
    private var total: Double { parts.reduce(0) { $0 + $1.value } }

    var html: HTML {
        guard parts.contains(where: { $0.value != 0 }) else {
            return "<p>\(site.pick("Il n’y a rien à dessiner ici.", "There is nothing to draw here."))</p>"
        }
        return """
            <figure role="group" aria-labelledby="chart-\(number)">
            <h3 id="chart-\(number)">\(title)</h3>
            <p>\(sentence)</p>
            <div class="\(chart.kind == .lines ? "" : "drawing")">\(drawing)</div>
            \(chart.kind == .lines ? HTML.nothing : StripList(figure: self).html)
            <figcaption>\(source)</figcaption>
            <details><summary>\(site.pick("Les chiffres de ce graphique", "The figures of this chart")) (\(parts.count))</summary>
            \(table)</details>
            </figure>
            """
    }

    var title: String {
        let within = question.chosen.last.map { " – \($0)" } ?? ""
        return chart.title(site, level: question.level) + within
    }

    /// What the chart says, in one sentence.
    private var sentence: String {
        guard let first = parts.max(by: { $0.value < $1.value }), total > 0, chart.kind != .lines else {
            return site.pick("Total : \(amount(total)).", "Total: \(amount(total)).")
        }
        let share = numbers.share(first.value / total)
        return site.pick(
            "\(amount(total)) au total ; « \(name(first)) » en fait \(share).",
            "\(amount(total)) in all; “\(name(first))” makes \(share) of it.")
    }

    private var drawing: HTML {
        switch chart.kind {
        case .bars: BarChart(figure: self).svg
        case .lines: LineChart(figure: self).svg
        case .treemap: Treemap(figure: self).svg
        }
    }

    private var table: HTML {
        let head = chart.levels[question.level].label
        let rows = parts.map { part in
            """
            <tr><th scope="row">\(link(part).map { "<a href=\"\($0)\">\(name(part))</a>" } ?? "\(name(part))")</th>\
            <td class="number">\(numbers.amount(part.value, chart.unit))</td>\
            <td class="number">\(total > 0 ? numbers.share(part.value / total) : "")</td></tr>
            """ as HTML
        }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(title)"><table>
            <caption>\(title)</caption>
            <thead><tr><th scope="col">\(head)</th><th scope="col" class="number">\(chart.unit ?? site.pick("Nombre", "Number"))</th>\
            <th scope="col" class="number">\(site.pick("Part", "Share"))</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    func amount(_ value: Double) -> String { numbers.short(value, chart.unit) }
    func exact(_ value: Double) -> String { numbers.amount(value, chart.unit) }
    func share(_ value: Double) -> String { numbers.share(total > 0 ? value / total : 0) }

    func name(_ part: ChartPart) -> String { part.name ?? site.pick("non renseigné", "not given") }

    /// The page of what a part is made of; nothing at the last level.
    func link(_ part: ChartPart) -> String? {
        guard chart.kind == .treemap, question.level + 1 < chart.levels.count, let name = part.name else { return nil }
        let chosen = (question.chosen + [name]).map { PageState.Item("dans", $0) }
        return site.path(path, in: site.language) + PageState([PageState.Item("vue", String(number))] + chosen).text
    }

    /// Large parts one by one, the small ones together: no part smaller than `smallest` of the whole, nor more than `limit`.
    func shown(limit: Int) -> (large: [ChartPart], small: [ChartPart]) {
        let positive = parts.filter { $0.value > 0 }
        let whole = positive.reduce(0) { $0 + $1.value }
        var large = positive.prefix { $0.value >= whole * chart.smallest }.prefix(limit)
        if positive.count == large.count + 1 { large = positive.prefix(large.count + 1) }
        return (Array(large), Array(positive.dropFirst(large.count)))
    }

    /// `Autre (12)`.
    func other(_ count: Int) -> String { site.pick("Autre", "Other") + " (\(count))" }
}
