internal import Lake
internal import Publish
internal import Query
internal import Territory

/// The open datasets as linked data: one graph for the catalogue's addresses and the exports of the Explore API.
struct LinkedCatalogue: Sendable {
    private let territory: Territory
    private let datasets: [(dataset: DCATDataset, sheet: Sheet)]
    private let ask: Ask

    /// - Parameter layers: the datasets that the caller may see.
    init(_ territory: Territory, _ layers: [Layer], _ ask: Ask) {
        self.territory = territory
        self.ask = ask
        datasets = layers.map { layer in
            let sheet = Self.sheet(of: layer, territory)
            return (Self.linked(layer, sheet, ask), sheet)
        }
    }

    private static func sheet(of layer: Layer, _ territory: Territory) -> Sheet {
        Sheet(
            layer.dataset, of: territory, version: layer.copy.copy.version, first: "", last: layer.copy.about.committed)
    }

    private static let formats: Set = ["csv", "json", "geojson", "gpkg", "xlsx", "parquet"]

    private static func linked(_ layer: Layer, _ sheet: Sheet, _ ask: Ask) -> DCATDataset {
        let forms = ExportForms.all.filter { formats.contains($0.name) && $0.applies(to: layer.table) }
        let files = forms.map {
            DCATDataset.File(FileForm($0.name), at: ask.link(Explore.path(layer.name, "exports/\($0.name)")))
        }
        let page = ask.link("donnees/\(AddressText.encoded(layer.name))")
        return DCATDataset(sheet, base: ask.base, page: page, files: files, ways: ways(layer, ask))
    }

    /// The interfaces that answer for one dataset.
    private static func ways(_ layer: Layer, _ ask: Ask) -> [DCATDataset.Way] {
        let rows = DCATDataset.Way(
            "api-explore", FileForm("json"), at: ask.link(Explore.path(layer.name, "records")),
            of: explore(Explore.path(layer.name), ask))
        guard layer.place != nil else { return [rows] }
        let path = OGC.path(layer.name)
        return [
            rows, DCATDataset.Way("ogc-api-features", FileForm("geojson"), at: ask.link(path), of: features(path, ask)),
        ]
    }

    /// The interface of rows: of all datasets or of one.
    private static func explore(_ path: String, _ ask: Ask) -> DCATService {
        DCATService(
            ask.link(path), title: Bilingual(fr: "API Explore v2.1", en: "Explore API v2.1"),
            description: ask.link("api/openapi.json"), page: ask.link("api"))
    }

    /// The interface of places: of all datasets or of one.
    private static func features(_ path: String, _ ask: Ask) -> DCATService {
        DCATService(
            ask.link(path), title: Bilingual("OGC API – Features"), description: ask.link("ogc/api"), page: ask.link("ogc"),
            standard: "http://www.opengis.net/def/interface/ogcapi-features")
    }

    private var catalogue: DCATCatalogue {
        let esri = DCATService(
            ask.link("arcgis/rest/services"), title: Bilingual("GeoServices"),
            description: ask.link("arcgis/rest/services?f=pjson"), page: ask.link("ogc"),
            standard: "https://developers.arcgis.com/rest/services-reference/")
        return DCATCatalogue(
            territory, base: ask.base, datasets.map(\.dataset), modified: datasets.map(\.sheet.modified).max(),
            services: [Self.explore("api/explore/v2.1", ask), Self.features("ogc", ask), esri])
    }

    /// Everything at once.
    var graph: [GraphNode] { catalogue.graph() }

    /// A page of it; nil when there is none of that number.
    func page(_ number: Int, of size: Int, as form: LinkedForm) -> [GraphNode]? {
        let catalogue = catalogue
        guard (1...catalogue.pages(of: size)).contains(number) else { return nil }
        return catalogue.graph(
            DCATCatalogue.Page(number: number, size: size, at: ask.link("catalog.\(form.rawValue)")))
    }

    /// An open dataset by its identifier, and its name. The others are not described for it.
    static func dataset(_ id: String, of serving: Serving, _ ask: Ask) -> (node: GraphNode, name: String)? {
        let territory = serving.territory, id = id.lowercased()
        for layer in serving.openLayers {
            let sheet = sheet(of: layer, territory)
            if sheet.id == id { return (linked(layer, sheet, ask).node, sheet.name) }
        }
        return nil
    }
}
