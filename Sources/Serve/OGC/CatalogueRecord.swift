internal import Foundation
internal import Lake
internal import Publish
internal import Query
internal import Territory

/// A dataset as a record (OGC API – Records, Part 1, table 8).
struct CatalogueRecord: Sendable {
    let layer: Layer
    let facts: LayerFacts
    let sheet: Sheet

    init(_ layer: Layer, _ facts: LayerFacts, _ serving: Serving) {
        self.layer = layer
        self.facts = facts
        sheet = Sheet(
            layer.dataset, of: serving.territory, version: layer.copy.copy.version, first: "",
            last: layer.copy.about.committed)
    }

    /// What words are looked for in.
    var words: String {
        [layer.title(.french), layer.title(.english), layer.summary(.french), layer.summary(.english)]
            .joined(separator: "\n") + "\n" + sheet.keywords.joined(separator: "\n")
    }

    func json(_ ask: Ask, _ serving: Serving) -> JSON {
        let language = serving.language, licence = Licence(layer.dataset.licence ?? serving.territory.licence)
        var properties: [JSON.Member] = [
            .init(name: "type", value: "dataset"), .init(name: "title", value: .text(layer.title(language))),
            .init(name: "description", value: .text(layer.summary(language))),
            .init(name: "keywords", value: .texts(sheet.keywords)),
            .init(name: "language", value: .members(["code": .text(language.rawValue)])),
            .init(name: "updated", value: .text("\(sheet.modified)Z")), .init(name: "license", value: .text(licence.title)),
            .init(
                name: "externalIds", value: .list([.members(["scheme": "uuid", "value": .text(sheet.id)])])),
            .init(
                name: "contacts",
                value: .list([
                    .members(["name": .text(sheet.producer.name), "roles": .texts(["publisher"])])
                ])),
            .init(name: "formats", value: .list(formats.map { .members(["name": .text($0)]) })),
        ]
        if !sheet.issued.isEmpty { properties.insert(.init(name: "created", value: .text("\(sheet.issued)T00:00:00Z")), at: 5) }
        if let theme = sheet.theme {
            properties.append(
                .init(
                    name: "themes",
                    value: .list([
                        .members([
                            "concepts": .list([.members(["id": .text(theme)])]), "scheme": .text(ask.link("donnees")),
                        ])
                    ])))
        }
        return .members([
            "type": "Feature", "id": .text(layer.name),
            "conformsTo": .texts(["http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core"]),
            "geometry": geometry, "time": time, "properties": .object(properties),
            "links": .list(links(ask, licence).map { $0.json(language) }),
        ])
    }

    private var formats: [String] {
        ExportForms.all.filter { $0.applies(to: layer.table) }.map(\.name)
    }

    private var geometry: JSON {
        guard let box = facts.box else { return .null }
        let ring = [(0, 1), (2, 1), (2, 3), (0, 3), (0, 1)].map { JSON.list([.double(box[$0.0]), .double(box[$0.1])]) }
        return .members(["type": "Polygon", "coordinates": .list([.list(ring)])])
    }

    private var time: JSON {
        facts.times.map { .members(["interval": .texts([String($0.first.prefix(10)), String($0.last.prefix(10))])]) } ?? .null
    }

    private func links(_ ask: Ask, _ licence: Licence) -> [OGCLink] {
        let name = AddressText.encoded(layer.name), record = ask.link(CatalogueResource.root + "/items/\(name)")
        let files = ExportForms.all.filter { ["csv", "geojson", "gpkg"].contains($0.name) && $0.applies(to: layer.table) }
        return [
            OGCLink("self", record, "application/geo+json", Bilingual(fr: "Cette fiche", en: "This record")),
            OGCLink(
                "alternate", record + "?f=html", "text/html", Bilingual(fr: "Cette fiche en page", en: "This record as a page")),
            OGCLink(
                "collection", ask.link(CatalogueResource.root), "application/json", CatalogueResource.title),
            OGCLink("describes", ask.link("donnees/\(name)"), "text/html", layer.dataset.title),
            OGCLink("item", ask.link(OGC.path(layer.name)), "application/json", Bilingual("OGC API – Features")),
        ]
            + files.map {
                OGCLink("enclosure", ask.link(Explore.path(layer.name, "exports/\($0.name)")), $0.type, Bilingual($0.name))
            } + (licence.address.map { [OGCLink("license", $0, "text/html", Bilingual(licence.title))] } ?? [])
    }
}
