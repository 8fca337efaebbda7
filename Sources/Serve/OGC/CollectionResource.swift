internal import Portal
internal import Lake
internal import Query
internal import Territory

/// `/ogc/collections`: the datasets that the caller may see, those without a place too – clients read them as tables.
struct CollectionsResource: OGCResource {
    let path = "ogc/collections"

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        var collections: [JSON] = []
        for layer in serving.layers(ask) {
            collections.append(try await CollectionText(layer, ask, serving).json(crs: .texts(["#/crs"])))
        }
        collections.append(CatalogueResource.text(ask, serving))
        return .json(
            .members([
                "links": .list(links(ask).map { $0.json(serving.language) }), "crs": .texts(ReferenceSystem.all.map(\.uri)),
                "collections": .list(collections),
            ]))
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let language = view.site.language
        var page = view.resource(Bilingual(fr: "Collections", en: "Collections").text(in: language))
        page.trail = [(OGC.title.text(in: language), [OGC.root])]
        page.links = view.serving.layers(view.ask).map { .init($0.title(language), view.page(OGC.path($0.name))) }
        page.links.append(.init(CatalogueResource.title.text(in: language), view.page(CatalogueResource.root)))
        page.links.append(view.other(type))
        return page
    }
}

/// `/ogc/collections/{dataset}`.
struct CollectionResource: OGCResource {
    let path = "ogc/collections/{dataset}"

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.layerDependence(ask) }

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let crs = JSON.texts(ReferenceSystem.all.map(\.uri))
        return .json(try await CollectionText(try serving.layer(ask), ask, serving).json(crs: crs))
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let layer = try view.serving.layer(view.ask), language = view.site.language
        let facts = try await view.serving.layerBook.facts(layer, view.serving)
        var page = view.resource(layer.title(language))
        page.trail = OGC.trail(language)
        page.lead = layer.dataset.description ?? Bilingual("")
        page.facts = [
            (Bilingual(fr: "Éléments", en: "Features"), String(layer.copy.about.rows)),
            (Bilingual(fr: "Géométries", en: "Geometries"), facts.kinds.isEmpty ? "–" : facts.kinds.joined(separator: ", ")),
            (
                Bilingual(fr: "Emprise (degrés)", en: "Extent (degrees)"),
                facts.box.map { $0.map { String(($0 * 1e5).rounded() / 1e5) }.joined(separator: ", ") } ?? "–"
            ),
        ]
        page.links = [
            .init(Bilingual(fr: "Les éléments", en: "The features").text(in: language), view.page(OGC.path(layer.name, "items"))),
            .init(
                Bilingual(fr: "Propriétés qui filtrent", en: "Properties to filter by").text(in: language),
                view.page(OGC.path(layer.name, "queryables"))),
            .init(
                Bilingual(fr: "Le jeu de données", en: "The dataset").text(in: language),
                view.page("donnees/\(AddressText.encoded(layer.name))")),
            view.other(type),
        ]
        return page
    }
}

/// A collection as JSON (Part 1 §7.13–7.14).
struct CollectionText: Sendable {
    private let layer: Layer
    private let ask: Ask
    private let serving: Serving

    init(_ layer: Layer, _ ask: Ask, _ serving: Serving) {
        self.layer = layer
        self.ask = ask
        self.serving = serving
    }

    func json(crs: JSON) async throws -> JSON {
        let facts = try await serving.layerBook.facts(layer, serving), language = serving.language
        var members = [
            JSON.Member(name: "id", value: .text(layer.name)), JSON.Member(name: "title", value: .text(layer.title(language))),
            JSON.Member(name: "description", value: .text(layer.summary(language))),
            JSON.Member(name: "itemType", value: "feature"),
            JSON.Member(name: "links", value: .list(links.map { $0.json(language) })),
            JSON.Member(name: "crs", value: crs),
            JSON.Member(name: "storageCrs", value: .text(ReferenceSystem.longitudeLatitude.uri)),
        ]
        if let extent = Self.extent(facts) { members.insert(JSON.Member(name: "extent", value: extent), at: 3) }
        return .object(members)
    }

    static func extent(_ facts: LayerFacts) -> JSON? {
        var extent: [JSON.Member] = []
        if let box = facts.box {
            extent.append(
                JSON.Member(
                    name: "spatial",
                    value: .members([
                        "bbox": .list([.list(box.map { .double($0) })]),
                        "crs": .text(ReferenceSystem.longitudeLatitude.uri),
                    ])))
        }
        if let times = facts.times {
            extent.append(
                JSON.Member(
                    name: "temporal",
                    value: .members([
                        "interval": .list([.texts([times.first, times.last].map(Self.instant))]),
                        "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
                    ])))
        }
        return extent.isEmpty ? nil : .object(extent)
    }

    /// A day as the instant it begins (RFC 3339).
    private static func instant(_ text: String) -> String {
        text.utf8.count == 10 ? "\(text)T00:00:00Z" : text.replacing("+00:00", with: "Z")
    }

    private var links: [OGCLink] {
        let path = OGC.path(layer.name), licence = Licence(layer.dataset.licence ?? serving.territory.licence)
        let page = ask.link("donnees/\(AddressText.encoded(layer.name))")
        let own = [
            OGCLink("self", ask.link(path), "application/json", Bilingual(fr: "Cette collection", en: "This collection")),
            OGCLink(
                "alternate", ask.link(path) + "?f=html", "text/html",
                Bilingual(fr: "Cette collection en page", en: "This collection as a page")),
            OGCLink(
                "items", ask.link(path + "/items"), "application/geo+json", Bilingual(fr: "Les éléments", en: "The features")),
            OGCLink(
                "items", ask.link(path + "/items") + "?f=html", "text/html",
                Bilingual(fr: "Les éléments en page", en: "The features as a page")),
            OGCLink(
                "http://www.opengis.net/def/rel/ogc/1.0/queryables", ask.link(path + "/queryables"), "application/schema+json",
                Bilingual(fr: "Propriétés qui filtrent", en: "Properties to filter by")),
            OGCLink("describedby", page, "text/html", Bilingual(fr: "Le jeu de données", en: "The dataset")),
        ]
        let tiles = OGCLink(
            "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector", ask.link(path + "/tiles"), "application/json",
            Bilingual(fr: "Tuiles vectorielles", en: "Vector tiles"))
        return own + (layer.place == nil ? [] : [tiles])
            + (licence.address.map { [OGCLink("license", $0, "text/html", Bilingual(licence.title))] } ?? [])
    }
}
