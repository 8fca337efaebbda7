internal import Territory

/// A chart as a figure: title, drawing, source, and its table, which holds every number (RGAA 1.3, 1.6, 3.1).
struct ChartFigure: Sendable {
    let site: Site
    let kind: ChartDeclaration.Kind
    let title: String
    /// What a part is, at the head of the table: `Politique`.
    let head: String
    /// `€`; nil counts rows.
    let unit: String?
    /// The largest first, or in the order of time.
    let parts: [ChartPart]
    /// What stands in the source line.
    let source: String
    /// Tells the figures of one page apart.
    let number: Int
    /// Parts below this share of the whole are told together.
    var smallest = 0.015
    /// Whether the parts make a whole: their shares are then told.
    var isWhole = true
    /// How many people an amount is shared among, when that is to be told.
    var population: Int?
    /// What the axis below counts, for points.
    var axisUnit: String?
    /// What is added up, in words.
    var measure = ""
    /// The level of its title on the page.
    var level = 3
    /// Whether it stands without its page: no link leads anywhere.
    var isAlone = false
    /// The page of what a part is made of.
    var address: @Sendable (ChartPart) -> String? = { _ in nil }

    private var numbers: NumberText { NumberText(language: site.language) }
    private var total: Double { parts.reduce(0) { $0 + $1.value } }

    var html: HTML {
        guard hasParts else { return "<p>\(nothing)</p>" }
        return """
            <figure role="group" aria-labelledby="chart-\(number)">
            <\(tag) id="chart-\(number)">\(title)</\(tag)>
            \(sentence.isEmpty ? HTML.nothing : "<p>\(sentence)</p>")
            \(hasStrips ? "<div class=\"drawing\">\(drawing.html)</div>" : "<div class=\"plot\" role=\"region\" tabindex=\"0\" aria-label=\"\(site.pick("Dessin", "Drawing")) \(number) – \(title)\">\(drawing.html)</div>" as HTML)
            \(hasStrips ? StripList(figure: self).html : HTML.nothing)
            <figcaption>\(caption)</figcaption>
            <details><summary>\(site.pick("Les chiffres de ce graphique", "The figures of this chart")) (\(parts.count))</summary>
            \(table)</details>
            </figure>
            """
    }

    /// Whether there is anything to draw.
    var hasParts: Bool { parts.contains { $0.value != 0 } }
    var nothing: String { site.pick("Il n’y a rien à dessiner ici.", "There is nothing to draw here.") }

    /// The line below: a unit too long for the marks of an axis, and what the chart was made from.
    var caption: String {
        (hasLongUnit && kind.hasAxis ? site.pick("En \(unit ?? ""). ", "In \(unit ?? ""). ") : "") + source
    }

    private var tag: HTML { HTML(stringLiteral: "h\(level)") }
    private var hasStrips: Bool { !kind.hasAxis }

    private var table: HTML {
        let hasSeries = parts.contains { $0.series != nil } || kind == .scatter
        return hasSeries ? SeriesTable(figure: self).html : FigureTable(figure: self, total: total).html
    }

    /// What a chart of several series says in its place.
    func label(_ series: ChartSeries) -> String {
        let ends = [series.places.first, series.places.last].compactMap { $0 }.map { "\($0), \(amount(series.total($0)))" }
        return "\(title) : \(ends.joined(separator: " → "))"
    }

    /// What the chart says, in one sentence.
    var sentence: String {
        guard isWhole, kind != .scatter else { return "" }
        guard let first = parts.max(by: { $0.value < $1.value }), total > 0, !kind.hasAxis else {
            return site.pick("Total : \(amount(total)).", "Total: \(amount(total)).")
        }
        let share = numbers.share(first.value / total)
        return site.said(
            site.pick(
                "\(amount(total)) au total ; « \(name(first)) » en fait \(share).",
                "\(amount(total)) in all; “\(name(first))” makes \(share) of it."))
    }

    var drawing: ChartDrawing {
        switch kind {
        case .bars: BarChart(figure: self).drawing
        case .lines: parts.contains { $0.series != nil } ? AreaChart(figure: self).lines : LineChart(figure: self).drawing
        case .areas: AreaChart(figure: self).areas
        case .stacked: StackedChart(figure: self).drawing
        case .scatter: ScatterChart(figure: self).drawing
        case .treemap: Treemap(figure: self).drawing
        }
    }

    /// Where the points of a chart stand along the axis below.
    var placeAxis: ValueAxis { ValueAxis(parts.compactMap(\.place), isPlain: axisUnit == nil) }

    /// What the table that scrolls is called: no two regions of a page share a name.
    var tableLabel: String { "\(site.pick("Chiffres", "Figures")) \(number) – \(title)" }

    func amount(_ value: Double) -> String { numbers.short(value, unit) }
    /// A mark of an axis: a long unit stands beside the chart.
    func tick(_ value: Double) -> String { numbers.short(value, hasLongUnit ? nil : unit) }
    private var hasLongUnit: Bool { (unit?.count ?? 0) > 3 }
    func exact(_ value: Double) -> String { numbers.amount(value, unit) }
    /// A place of a point: a year as it is written, another number as numbers are.
    func place(_ value: Double, on axis: ValueAxis) -> String {
        axis.areYears ? String(Int(value)) : numbers.amount(value, axisUnit)
    }
    func share(_ value: Double) -> String { numbers.share(total > 0 ? value / total : 0) }

    /// What is said beside a name: `12,4 M€, 31 %`.
    func said(_ value: Double) -> String { isWhole ? "\(exact(value)), \(share(value))" : exact(value) }

    func name(_ part: ChartPart) -> String { part.name ?? site.pick("non renseigné", "not given") }

    func link(_ part: ChartPart) -> String? { isAlone ? nil : address(part) }

    /// Where the parts that are told together stand one by one.
    var listAddress: String? { isAlone ? nil : "#chart-\(number)-other" }

    /// Large parts one by one, the small ones together: no part smaller than `smallest` of the whole, nor more than `limit`.
    func shown(limit: Int) -> (large: [ChartPart], small: [ChartPart]) {
        let positive = parts.filter { $0.value > 0 }
        let whole = positive.reduce(0) { $0 + $1.value }
        guard isWhole else { return (Array(positive.suffix(limit)), []) }
        var large = positive.prefix { $0.value >= whole * smallest }.prefix(limit)
        if positive.count == large.count + 1 { large = positive.prefix(large.count + 1) }
        return (Array(large), Array(positive.dropFirst(large.count)))
    }

    /// `Autre (12)`.
    func other(_ count: Int) -> String { site.pick("Autre", "Other") + " (\(count))" }
}

extension ChartFigure {
    /// A chart that a dataset declares.
    /// - Parameter path: of the page that it stands on, for the links into its parts.
    init(site: Site, question: ChartQuestion, parts: [ChartPart], path: [String], source: String, number: Int) {
        let chart = question.chart, within = question.chosen.last.map { " – \($0)" } ?? ""
        self.init(
            site: site, kind: chart.kind, title: chart.title(site, level: question.level) + within,
            head: chart.levels[question.level].label, unit: chart.unit, parts: parts, source: source, number: number,
            smallest: chart.smallest, isWhole: chart.kind != .scatter)
        axisUnit = chart.levels[0].unit
        measure = chart.measured(site)
        guard chart.kind == .treemap, question.level + 1 < chart.levels.count else { return }
        address = { part in
            guard let name = part.name else { return nil }
            let chosen = (question.chosen + [name]).map { PageState.Item("dans", $0) }
            return site.path(path, in: site.language) + PageState([PageState.Item("vue", String(number))] + chosen).text
        }
    }
}
