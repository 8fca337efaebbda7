internal import Query
internal import Territory

/// How a program reads a dataset: ready requests in four languages, the fields, the way to the whole description.
package struct InterfacePage: Sendable {
    let site: Site
    let exhibit: Exhibit
    /// The address of the server, without a slash at its end.
    let base: String
    /// A live answer, as text.
    let answer: String

    package init(_ site: Site, _ exhibit: Exhibit, base: String, answer: String) {
        self.site = site
        self.exhibit = exhibit
        self.base = base
        self.answer = answer
    }

    private var root: String { "\(base)/api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))" }

    package var html: HTML {
        DatasetFrame(site: site, exhibit: exhibit, tab: .api).page(
            "API",
            main: """
                <h2>\(site.pick("Lire ces données par un programme", "Read these data from a program"))</h2>
                <p>\(site.pick(
                    "L’adresse ci-dessous suit l’API Explore v2.1 d’Opendatasoft : une application écrite pour elle marche ici, seul le nom du serveur change.",
                    "The address below follows Opendatasoft’s Explore API v2.1: an application written for it works here, only the server’s name changes."))</p>
                <pre tabindex="0"><code>\(root)/records?limit=20</code></pre>
                \(example("curl", "curl '\(root)/records?limit=20'"))
                \(example("Python", python))
                \(example("JavaScript", script))
                \(example("R", r))
                <h3>\(site.pick("Ce qu’elle répond maintenant", "What it answers now"))</h3>
                <pre tabindex="0"><code>\(answer)</code></pre>
                \(maps)
                <p><a href="\(site.link(TryPage.path))">\(site.pick("Toute l’API, à essayer", "The whole API, to try"))</a></p>
                """)
    }

    /// Where the tools of those who draw maps find the same rows.
    private var maps: HTML {
        let name = AddressText.encoded(exhibit.name)
        let tiles = "\(base)/ogc/collections/\(name)/tiles/WebMercatorQuad?f=tilejson"
        let drawn: HTML =
            exhibit.isOnMap || exhibit.dataset.degrees != nil
            ? "<li>\(site.pick("Tuiles vectorielles (TileJSON)", "Vector tiles (TileJSON)")) : <code>\(tiles)</code></li>"
            : .nothing
        return """
            <h3>\(site.pick("Dans QGIS, ArcGIS et les autres outils cartographiques", "In QGIS, ArcGIS and other mapping tools"))</h3>
            <ul>
            <li><a href="\(site.path(["ogc", "collections", exhibit.name], in: site.language))">OGC API – Features</a> : <code>\(base)/ogc</code></li>
            \(drawn)
            <li>ArcGIS (FeatureServer) : <code>\(base)/arcgis/rest/services/\(name)/FeatureServer/0</code></li>
            </ul>
            """
    }

    private func example(_ language: String, _ code: String) -> HTML {
        "<h3>\(language)</h3><pre tabindex=\"0\"><code>\(code)</code></pre>"
    }

    private var python: String {
        """
        import pandas
        data = pandas.read_csv("\(root)/exports/csv", sep=";")
        """
    }

    private var script: String {
        """
        const answer = await fetch("\(root)/records?limit=20");
        const { total_count, results } = await answer.json();
        """
    }

    private var r: String {
        """
        data <- read.csv2("\(root)/exports/csv?use_labels=true", dec = ".", fileEncoding = "UTF-8-BOM")
        """
    }
}
