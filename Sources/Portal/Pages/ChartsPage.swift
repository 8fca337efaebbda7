internal import Territory

/// The charts of a dataset, one of them opened down to a part when the address says so.
package struct ChartsPage: Sendable {
    let site: Site
    let exhibit: Exhibit
    let state: PageState
    /// Each chart with the parts of the level that is shown.
    let charts: [(choice: ChartChoice, parts: [ChartPart])]
    /// The address of the server, without a slash at its end.
    let base: String

    package init(
        _ site: Site, _ exhibit: Exhibit, _ state: PageState, charts: [(choice: ChartChoice, parts: [ChartPart])], base: String
    ) {
        self.site = site
        self.exhibit = exhibit
        self.state = state
        self.charts = charts
        self.base = base
    }

    private var path: [String] { ["donnees", exhibit.name, "graphiques"] }

    package var html: HTML {
        let figures = charts.enumerated().map { index, chart in
            let back: HTML =
                chart.choice.question.chosen.isEmpty
                ? .nothing
                : "<p><a href=\"\(site.path(path, in: site.language))\">\(site.pick("← Revenir à l’ensemble", "← Back to the whole"))</a></p>"
            let figure = ChartFigure(
                site: site, question: chart.choice.question, parts: chart.parts, path: path, source: exhibit.source(site),
                number: index + 1)
            return "\(back)\n\(figure.html)\n\(taken(chart.choice, figure.title))" as HTML
        }
        let own = Array(figures.dropFirst(exhibit.charts.count))
        let made = state["type"] == nil ? "" : " – \(site.pick("le vôtre", "your own"))"
        let within = charts.compactMap { $0.choice.question.chosen.last }.first.map { " – \($0)" } ?? ""
        return DatasetFrame(site: site, exhibit: exhibit, tab: .charts).page(
            site.pick("Graphiques", "Charts") + within + made, state: state,
            main: """
                <h2>\(site.pick("Graphiques", "Charts"))</h2>
                \(Array(figures.prefix(exhibit.charts.count)))
                \(ChartBuilder(site: site, exhibit: exhibit, state: state).html)
                \(own)
                \(own.isEmpty ? nil : interactive)
                """)
    }

    /// How a chart is taken to another site, or away.
    private func taken(_ choice: ChartChoice, _ title: String) -> HTML {
        let files = [
            (ChartPicture.Form.png.name, site.pick("Ce graphique en image (PNG)", "This chart as a picture (PNG)")),
            (ChartPicture.Form.svg.name, site.pick("Ce graphique en dessin (SVG)", "This chart as a drawing (SVG)")),
            (VegaLite.file, site.pick("Ce graphique en Vega-Lite (JSON)", "This chart as Vega-Lite (JSON)")),
        ]
        return EmbedCode(site: site, title: title, path: EmbeddedChart.parts(exhibit), state: choice.state, base: base).html(
            files.map { file, words in
                "<li><a href=\"\(address(file, choice.state))\">\(words)<span class=\"unseen\"> – \(title)</span></a></li>"
            })
    }

    private func address(_ file: String, _ state: PageState) -> String {
        site.link("donnees", exhibit.name, file, state: state)
    }

    /// The reader's own chart brought to life, when they ask for it: nothing is loaded before.
    private var interactive: HTML? {
        guard let scripts = site.theme.charts, let own = charts.last?.choice else { return nil }
        let size = NumberText(language: site.language).whole(scripts.kilobytes)
        return """
            <div class="alive"><p><button type="button" class="quiet" id="vivant" hidden data-library="\(site.file(scripts.library.path))" data-chart="\(address(VegaLite.file, own.state))" data-failure="\(site.pick("Le graphique ne s’est pas chargé.", "The chart did not load."))">\(site.pick("Le rendre interactif (charge environ \(size)\u{A0}ko)", "Make it interactive (loads about \(size)\u{A0}kB)"))</button></p>
            <p role="status" id="vivant-dit"></p><div id="vivant-ici"></div></div>
            <script src="\(site.file(scripts.loader.path))" defer></script>
            """
    }
}
