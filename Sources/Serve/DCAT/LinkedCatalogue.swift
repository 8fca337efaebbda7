internal import Lake
internal import Publish
internal import Query
internal import Territory

/// The open datasets as linked data: one graph for the catalogue's addresses and the exports of the Explore API.
struct LinkedCatalogue: Sendable {
    private let territory: Territory
    private let datasets: [(dataset: DCATDataset, sheet: Sheet)]
    private let ask: Ask

    /// - Parameter copies: of the datasets that the caller may see.
    init(_ territory: Territory, _ copies: [OpenCopy], _ ask: Ask) {
        self.territory = territory
        self.ask = ask
        datasets = copies.compactMap { copy in
            territory.dataset(copy.copy.dataset).map { Self.linked($0, copy, territory, ask) }
        }
    }

    /// The datasets that everyone may see.
    init(_ serving: Serving, _ ask: Ask) {
        self.init(serving.territory, serving.shelf.copies.filter { serving.shelf.isOpen($0.copy.dataset) }, ask)
    }

    private static let formats: Set = ["csv", "json", "geojson", "gpkg", "xlsx", "parquet"]

    private static func linked(
        _ dataset: Dataset, _ copy: OpenCopy, _ territory: Territory, _ ask: Ask
    ) -> (dataset: DCATDataset, sheet: Sheet) {
        let sheet = Sheet(dataset, of: territory, version: copy.copy.version, first: "", last: copy.about.committed)
        let forms = ExportForms.all.filter { formats.contains($0.name) && $0.applies(to: copy.table) }
        let files = forms.map {
            DCATDataset.File(FileForm($0.name), at: ask.link(Explore.path(dataset.name, "exports/\($0.name)")))
        }
        let page = ask.link("donnees/\(AddressText.encoded(dataset.name))")
        let ways = Self.ways(dataset, isOnMap: RowPlace(dataset, copy.table) != nil, ask)
        return (DCATDataset(sheet, base: ask.base, page: page, files: files, ways: ways), sheet)
    }

    /// The interfaces that answer for one dataset.
    private static func ways(_ dataset: Dataset, isOnMap: Bool, _ ask: Ask) -> [DCATDataset.Way] {
        let rows = DCATService(
            ask.link(Explore.path(dataset.name)), title: explore, description: ask.link("api/openapi.json"), page: ask.link("api")
        )
        let own = DCATDataset.Way(
            "api-explore", FileForm("json"), at: ask.link(Explore.path(dataset.name, "records")), of: rows)
        guard isOnMap else { return [own] }
        let place = ask.link(OGC.path(dataset.name))
        let features = DCATService(
            place, title: Bilingual(features.title), description: ask.link(features.description), page: ask.link("ogc"),
            standard: features.standard)
        return [own, DCATDataset.Way("ogc-api-features", FileForm("geojson"), at: place, of: features)]
    }

    private static let explore = Bilingual(fr: "API Explore v2.1", en: "Explore API v2.1")
    private static let features = (
        title: "OGC API – Features", standard: "http://www.opengis.net/def/interface/ogcapi-features", description: "ogc/api"
    )

    private var catalogue: DCATCatalogue {
        let service = DCATService(
            ask.link("api/explore/v2.1"), title: Self.explore, description: ask.link("api/openapi.json"), page: ask.link("api"))
        return DCATCatalogue(
            territory, base: ask.base, datasets.map(\.dataset), modified: datasets.map(\.sheet.modified).max(),
            services: [service] + maps)
    }

    /// The services of maps: one entry for each standard that harvesters look for.
    private var maps: [DCATService] {
        let features = Self.features
        return [
            DCATService(
                ask.link("ogc"), title: Bilingual(features.title), description: ask.link(features.description),
                page: ask.link("ogc"), standard: features.standard),
            DCATService(
                ask.link("arcgis/rest/services"), title: Bilingual("GeoServices"),
                description: ask.link("arcgis/rest/services?f=pjson"), page: ask.link("ogc"),
                standard: "https://developers.arcgis.com/rest/services-reference/"),
        ]
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

    /// One dataset by its identifier, and its name.
    func dataset(_ id: String) -> (node: GraphNode, name: String)? {
        datasets.first { $0.sheet.id == id.lowercased() }.map { ($0.dataset.node, $0.sheet.name) }
    }
}
