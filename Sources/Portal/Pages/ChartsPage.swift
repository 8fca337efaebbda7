/// The charts of a dataset, one of them opened down to a part when the address says so.
package struct ChartsPage: Sendable {
    let site: Site
    let exhibit: Exhibit
    let state: PageState
    /// Each chart with the parts of the level that is shown.
    let charts: [(question: ChartQuestion, parts: [ChartPart])]

    /// What is to be asked for a state of the page.
    package static func questions(_ exhibit: Exhibit, _ state: PageState) -> [ChartQuestion] {
        let opened = Int(state["vue"] ?? "") ?? 1
        let declared = exhibit.charts.enumerated().map { index, chart in
            ChartQuestion(chart, chosen: index + 1 == opened ? state.all("dans") : [])
        }
        return declared + (ChartBuilder.chart(exhibit, state).map { [ChartQuestion($0)] } ?? [])
    }

    package init(_ site: Site, _ exhibit: Exhibit, _ state: PageState, charts: [(question: ChartQuestion, parts: [ChartPart])]) {
        self.site = site
        self.exhibit = exhibit
        self.state = state
        self.charts = charts
    }

    package var html: HTML {
        let path = ["donnees", exhibit.name, "graphiques"]
        let figures = charts.enumerated().map { index, chart in
            let back: HTML =
                chart.question.chosen.isEmpty
                ? .nothing
                : "<p><a href=\"\(site.path(path, in: site.language))\">\(site.pick("← Revenir à l’ensemble", "← Back to the whole"))</a></p>"
            return """
                \(back)
                \(ChartFigure(site: site, question: chart.question, parts: chart.parts, path: path, source: exhibit.source(site), number: index + 1).html)
                """ as HTML
        }
        let own = Array(figures.dropFirst(exhibit.charts.count))
        let made = state["type"] == nil ? "" : " – \(site.pick("le vôtre", "your own"))"
        let within = charts.compactMap { $0.question.chosen.last }.first.map { " – \($0)" } ?? ""
        return DatasetFrame(site: site, exhibit: exhibit, tab: .charts).page(
            site.pick("Graphiques", "Charts") + within + made, state: state,
            main: """
                <h2>\(site.pick("Graphiques", "Charts"))</h2>
                \(Array(figures.prefix(exhibit.charts.count)))
                \(ChartBuilder(site: site, exhibit: exhibit, state: state).html)
                \(own)
                """)
    }
}
