package import DuckDB
internal import Territory

/// The places of a dataset: a list first in what is read, a drawing of them, a frame that is four fields and links (RGAA maps, portal §5).
package struct MapPage: Sendable {
    let site: Site
    let source: MapSource
    let frame: MapFrame
    let isWhole: Bool
    let places: [MapPlace]
    /// The areas, when the dataset is of areas.
    let shapes: [MapShape]
    let rows: [[SQLValue]]
    /// The address of the server, without a slash at its end.
    let base: String

    /// - Parameter isWhole: whether the frame holds everything, and was not asked for.
    package init(
        _ site: Site, _ source: MapSource, _ frame: MapFrame, isWhole: Bool, places: [MapPlace], shapes: [MapShape],
        rows: [[SQLValue]], base: String
    ) {
        self.base = base
        self.shapes = shapes
        self.site = site
        self.source = source
        self.frame = frame
        self.isWhole = isWhole
        self.places = places
        self.rows = rows
    }

    private var exhibit: Exhibit { source.exhibit }
    private var path: [String] { ["donnees", exhibit.name, "carte"] }
    private var total: Int { shapes.count + places.reduce(0) { $0 + $1.count } }
    private var numbers: NumberText { NumberText(language: site.language) }

    package var html: HTML {
        let title = site.pick("Carte", "Map")
        return DatasetFrame(site: site, exhibit: exhibit, tab: .map).page(
            isWhole ? title : "\(title) – \(site.pick("de plus près", "nearer"))", state: state,
            main: """
                <h2>\(title)</h2>
                <p role="status"><strong>\(site.pick("\(numbers.whole(total)) lieux dans le cadre.", "\(numbers.whole(total)) places within the frame."))</strong> \
                <a href="#liste">\(site.pick("Passer la carte", "Skip the map"))</a></p>
                \(figure(path: path))
                \(EmbedCode(site: site, title: exhibit.title(site.language), path: EmbeddedMap.parts(exhibit), state: state, base: base).html())
                \(form)
                \(list)
                \(files)
                """)
    }

    var state: PageState { isWhole ? PageState() : frame.state }

    /// The drawing with its source.
    /// - Parameter path: of the page that its links stay on.
    func figure(path: [String]) -> HTML {
        """
        <figure role="group" aria-label="\(exhibit.title(site.language))">
        \(drawing(path))
        <figcaption>\(exhibit.source(site))</figcaption></figure>
        """
    }

    private func drawing(_ path: [String]) -> HTML {
        let address = site.path(path, in: site.language),
            title = site.pick("Carte : \(exhibit.title(.french))", "Map: \(exhibit.title(.english))")
        guard shapes.isEmpty else {
            return ShapeDrawing(site: site, frame: frame, shapes: shapes, title: title, unit: source.value?.unit).html
        }
        return MapDrawing(site: site, frame: frame, places: places, title: title, address: { address + $0.state.text }).html
    }

    /// The frame as fields: no one has to drag anything (WCAG 2.5.7).
    private var form: HTML {
        let labels = [
            site.pick("Ouest", "West"), site.pick("Sud", "South"), site.pick("Est", "East"), site.pick("Nord", "North"),
        ]
        let values = [frame.west, frame.south, frame.east, frame.north]
        let fields = zip(zip(MapFrame.names, labels), values).map { names, value in
            """
            <div><label for="\(names.0)">\(names.1) (°)</label><input id="\(names.0)" name="\(names.0)" inputmode="decimal" size="10" value="\(String(value))"></div>
            """ as HTML
        }
        let back: HTML =
            isWhole
            ? .nothing
            : "<div><a class=\"button second\" href=\"\(site.path(path, in: site.language))\">\(site.pick("Tout voir", "See all"))</a></div>"
        return """
            <form class="filters" method="get" action="\(site.path(path, in: site.language))" aria-label="\(site.pick("Cadre de la carte", "Frame of the map"))">
            \(fields)<div><button>\(site.pick("Cadrer", "Frame"))</button></div>\(back)</form>
            """
    }

    private var list: HTML {
        guard !rows.isEmpty else {
            return "<p id=\"liste\">\(site.pick("Aucun lieu dans ce cadre.", "No place within this frame."))</p>"
        }
        let shown = rows.count < total ? site.pick(" : les \(rows.count) premiers", ": the first \(rows.count)") : ""
        let table = RowTable(
            site: site, fields: exhibit.fields, rows: rows, name: "liste",
            caption: "<caption class=\"unseen\">\(site.pick("Les lieux du cadre", "The places within the frame"))</caption>")
        return
            "<h2 id=\"liste\">\(site.said(site.pick("La liste des lieux\(shown)", "The list of the places\(shown)")))</h2>\n\(table.html)"
    }

    private var files: HTML {
        let root = "api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))/exports/"
        let chosen = isWhole ? [] : [PageState.Item("where", source.clause(frame))]
        let csv = site.file(root + "csv" + PageState(chosen + [.init("use_labels", "true")]).text)
        let geo: HTML =
            exhibit.isOnMap
            ? "<a class=\"button second\" href=\"\(site.file(root + "geojson" + PageState(chosen).text))\">GeoJSON</a>" : .nothing
        return """
            <div class="get"><a class="button" href="\(csv)">\(site.pick("Télécharger ces lieux (CSV)", "Download these places (CSV)"))</a>\(geo)</div>
            """
    }
}
