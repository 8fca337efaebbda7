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
        return (DCATDataset(sheet, base: ask.base, page: page, files: files), sheet)
    }

    private var catalogue: DCATCatalogue {
        let service = DCATCatalogue.service(
            ask.link("api/explore/v2.1"), title: Bilingual(fr: "API Explore v2.1", en: "Explore API v2.1"),
            description: ask.link("api/openapi.json"), page: ask.link("api"), of: territory, ask.base, datasets.map(\.dataset))
        return DCATCatalogue(
            territory, base: ask.base, datasets.map(\.dataset), modified: datasets.map(\.sheet.modified).max(),
            services: [service] + maps)
    }

    /// The services of maps: one entry for each standard that harvesters look for.
    private var maps: [GraphNode] {
        let known: [(path: String, title: String, standard: String, description: String)] = [
            ("ogc", "OGC API – Features", "http://www.opengis.net/def/interface/ogcapi-features", "ogc/api"),
            (
                "arcgis/rest/services", "GeoServices", "https://developers.arcgis.com/rest/services-reference/",
                "arcgis/rest/services?f=pjson"
            ),
        ]
        return known.map { one in
            DCATCatalogue.service(
                ask.link(one.path), title: Bilingual(one.title), description: ask.link(one.description), page: ask.link("ogc"),
                standard: one.standard, of: territory, ask.base, datasets.map(\.dataset))
        }
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
