internal import HTTPTypes
internal import Portal
internal import Query
internal import Territory

/// `/ogc/collections/catalogue`: the catalogue as a collection of records (OGC API – Records, Part 1). A dataset of that name is read
/// by its other interfaces.
struct CatalogueResource: OGCResource {
    static let root = "ogc/collections/catalogue"
    static let title = Bilingual(fr: "Catalogue des jeux de données", en: "Catalogue of the datasets")
    let path = CatalogueResource.root

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer { .json(Self.text(ask, serving)) }

    static func text(_ ask: Ask, _ serving: Serving) -> JSON {
        let language = serving.language
        let links = [
            OGCLink("self", ask.link(root), "application/json", title),
            OGCLink("alternate", ask.link(root) + "?f=html", "text/html", title),
            OGCLink("items", ask.link(root + "/items"), "application/geo+json", Bilingual(fr: "Les fiches", en: "The records")),
            OGCLink("alternate", ask.link("catalog.ttl"), "text/turtle", Bilingual("DCAT-AP")),
        ]
        return .members([
            "id": "catalogue", "type": "Collection", "itemType": "record", "title": .text(title.text(in: language)),
            "description": .text(
                Bilingual(fr: "Une fiche pour chaque jeu de données.", en: "A record for each dataset.").text(in: language)),
            "conformsTo": .texts(["http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-collection"]),
            "crs": .texts([ReferenceSystem.longitudeLatitude.uri]),
            "links": .list(links.map { $0.json(language) }),
        ])
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let language = view.site.language
        var page = view.resource(Self.title.text(in: language))
        page.trail = OGC.trail(language)
        page.links = [
            .init(Bilingual(fr: "Les fiches", en: "The records").text(in: language), view.page(Self.root + "/items")),
            view.other(type),
        ]
        return page
    }
}

/// The records of the catalogue.
struct RecordsResource: OGCResource {
    let path = "ogc/collections/catalogue/items"
    let type = "application/geo+json"
    let forms: Set = ["json", "geojson"]

    func parameters(_ ask: Ask, _ serving: Serving) throws -> Set<String> {
        ["q", "bbox", "datetime", "type", "ids", "externalIds", "sortby", "limit", "cursor"]
    }

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let page = try await RecordQuestion(ask).page(ask, serving), language = serving.language
        var ways = links(ask)
        if let next = page.next { ways.append(next) }
        var records: [JSON] = []
        for record in page.records { records.append(record.json(ask, serving)) }
        var answer = Answer.json(
            .members([
                "type": "FeatureCollection", "timeStamp": .text(Moment.instant), "numberMatched": .integer(page.matched),
                "numberReturned": .integer(records.count), "features": .list(records),
                "links": .list(ways.map { $0.json(language) }),
            ]))
        answer.headers[.contentType] = type
        return answer
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let found = try await RecordQuestion(view.ask).page(view.ask, view.serving), language = view.site.language
        var page = view.resource(Bilingual(fr: "Les fiches", en: "The records").text(in: language))
        page.trail = OGC.trail(language) + [(CatalogueResource.title.text(in: language), ["ogc", "collections", "catalogue"])]
        page.lead = Bilingual(fr: "\(found.matched) fiches correspondent.", en: "\(found.matched) records match.")
        page.links = found.records.map { record in
            .init(record.layer.title(language), view.page("\(path)/\(AddressText.encoded(record.layer.name))"))
        }
        if let next = found.next { page.links.append(next.shown(language)) }
        page.links.append(view.other(type))
        return page
    }
}

/// One record.
struct RecordResource: OGCResource {
    let path = "ogc/collections/catalogue/items/{dataset}"
    let type = "application/geo+json"
    let forms: Set = ["json", "geojson"]

    func json(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let layer = try serving.layer(ask)
        var answer = Answer.json(
            CatalogueRecord(layer, try await serving.layerBook.facts(layer, serving), serving).json(ask, serving))
        answer.headers[.contentType] = type
        return answer
    }

    func page(_ view: PortalView) async throws -> ResourcePage {
        let layer = try view.serving.layer(view.ask), language = view.site.language
        var page = view.resource(layer.title(language))
        page.trail = OGC.trail(language) + [(CatalogueResource.title.text(in: language), ["ogc", "collections", "catalogue"])]
        page.lead = layer.dataset.description ?? Bilingual("")
        page.links = [
            .init(
                Bilingual(fr: "Le jeu de données", en: "The dataset").text(in: language),
                view.page("donnees/\(AddressText.encoded(layer.name))")),
            .init(Bilingual(fr: "La collection", en: "The collection").text(in: language), view.page(OGC.path(layer.name))),
            view.other(type),
        ]
        return page
    }
}
