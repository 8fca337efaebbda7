/// A chart that stands in a page of another site.
package struct EmbeddedChart: Sendable {
    package static let path = "\(EmbedFrame.path)/{dataset}/graphique"

    let site: Site
    let exhibit: Exhibit
    let choice: ChartChoice
    let parts: [ChartPart]

    package init(_ site: Site, _ exhibit: Exhibit, _ choice: ChartChoice, parts: [ChartPart]) {
        self.site = site
        self.exhibit = exhibit
        self.choice = choice
        self.parts = parts
    }

    static func parts(_ exhibit: Exhibit) -> [String] { [EmbedFrame.path, exhibit.name, "graphique"] }

    package var html: HTML {
        var figure = ChartFigure(
            site: site, question: choice.question, parts: parts, path: Self.parts(exhibit), source: exhibit.source(site),
            number: choice.number)
        figure.level = 1
        return EmbedFrame(site: site, exhibit: exhibit, page: "graphiques", state: choice.state).page(
            figure.title, main: figure.html)
    }
}
