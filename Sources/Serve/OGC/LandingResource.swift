internal import Portal
internal import Territory

/// `/ogc`: where everything begins (`/req/core/root-success`).
struct LandingResource: OGCResource {
    let path = OGC.root

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let language = serving.language
        return .json(
            .members([
                "title": .text(Self.title(serving).text(in: language)),
                "description": .text(Self.description.text(in: language)),
                "links": .list((links(ask) + Self.ways(ask)).map { $0.json(language) }),
            ]))
    }

    private static func title(_ serving: Serving) -> Bilingual {
        let name = serving.territory.name
        return Bilingual(fr: "\(name) – API OGC", en: "\(name) – OGC API")
    }

    private static let description = Bilingual(
        fr:
            "Les jeux de données publics comme couches pour les systèmes d'information géographique : OGC API Features, Tiles et Records.",
        en: "The public datasets as layers for geographic information systems: OGC API Features, Tiles and Records.")

    private static func ways(_ ask: Ask) -> [OGCLink] {
        [
            OGCLink(
                "service-desc", ask.link("ogc/api"), DescriptionResource.mediaType,
                Bilingual(fr: "Description de l'interface", en: "Description of the interface")),
            OGCLink(
                "service-doc", ask.link("ogc/api") + "?f=html", "text/html",
                Bilingual(fr: "L'interface pour les personnes", en: "The interface for people")),
            OGCLink(
                "conformance", ask.link("ogc/conformance"), "application/json",
                Bilingual(fr: "Classes de conformité", en: "Conformance classes")),
            OGCLink(
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", ask.link("ogc/tileMatrixSets"), "application/json",
                Bilingual(fr: "Grilles de tuiles", en: "Tile matrix sets")),
            OGCLink("data", ask.link("ogc/collections"), "application/json", Bilingual(fr: "Collections", en: "Collections")),
        ]
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        var page = view.resource(Self.title(view.serving).text(in: view.site.language))
        page.lead = Self.description
        page.links = [
            .init(view.site.language == .french ? "Collections" : "Collections", view.page("ogc/collections")),
            .init(view.site.language == .french ? "Adresses et paramètres" : "Addresses and parameters", view.page("ogc/api")),
            .init(view.site.language == .french ? "Classes de conformité" : "Conformance classes", view.page("ogc/conformance")),
            view.other("application/json"),
        ]
        return page
    }
}

/// `/ogc/conformance`.
struct ConformanceResource: OGCResource {
    let path = "ogc/conformance"

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        .json(.members(["conformsTo": .texts(OGC.conformance)]))
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        var page = view.resource(
            Bilingual(fr: "Classes de conformité", en: "Conformance classes").text(in: view.site.language))
        page.trail = [(OGC.title.text(in: view.site.language), [OGC.root])]
        page.links = OGC.conformance.map { .init(String($0.trimmingPrefix("http://www.opengis.net/spec/")), $0) }
        page.links.append(view.other("application/json"))
        return page
    }
}
