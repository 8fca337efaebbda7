internal import Territory

/// A chart as a picture that stands alone: what a letter, a slide or a link shows of it. Its links and its table stay on the page.
package struct ChartPicture: Sendable {
    /// What it may be asked for as.
    package enum Form: String, Sendable {
        case png, svg

        /// What the file is called: `graphiques.png`.
        package var name: String { "graphiques.\(rawValue)" }
    }

    private let figure: ChartFigure

    package init(_ site: Site, _ exhibit: Exhibit, _ choice: ChartChoice, parts: [ChartPart]) {
        var figure = ChartFigure(
            site: site, question: choice.question, parts: parts, path: [], source: exhibit.source(site), number: choice.number)
        figure.isAlone = true
        self.figure = figure
    }

    /// Whether anything is drawn.
    package var isEmpty: Bool { !figure.hasParts }

    /// The picture, 1200 by 630.
    package var svg: String {
        let sheet = PictureSheet(site: figure.site, title: figure.title, lead: figure.sentence, foot: figure.caption)
        return isEmpty ? sheet.svg([(figure.nothing, "")]) : sheet.svg(figure.drawing)
    }
}
