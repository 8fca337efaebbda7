internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Query
internal import Territory

extension OGC {
    static let title = Bilingual(fr: "API OGC", en: "OGC API")

    /// Tells the coordinate reference system of an answer (Part 2, `/req/crs/ogc-crs-header`).
    static func tell(_ system: ReferenceSystem, in answer: inout Answer) {
        if let name = HTTPField.Name("Content-Crs") { answer.headers[name] = "<\(system.uri)>" }
    }

    /// The pages above a collection, or above what belongs to it.
    static func trail(_ language: Language, below layer: Layer? = nil) -> [(title: String, path: [String])] {
        let collections = Bilingual(fr: "Collections", en: "Collections")
        let above = [
            (title: title.text(in: language), path: [root]),
            (title: collections.text(in: language), path: [root, "collections"]),
        ]
        return above + (layer.map { [(title: $0.title(language), path: [root, "collections", $0.name])] } ?? [])
    }
}

extension OGCLink {
    func shown(_ language: Language) -> ResourcePage.Link {
        ResourcePage.Link(title.text(in: language), address, type: type == "text/html" ? nil : type)
    }
}

extension Serving {
    /// The language of what is written once for all: that of the territory.
    var language: Language { territory.languages.first ?? .french }
}

extension Layer {
    /// Fields as a page shows them.
    func shown(_ fields: [QueryField]) -> [Exhibit.Field] {
        fields.map { field in Exhibit.Field(field, dataset.resolvedFields.first { $0.name == field.name }) }
    }
}

extension PortalView {
    /// The address of a page of the OGC API, in the language of this one.
    func page(_ path: String) -> String {
        let first = serving.territory.languages.first ?? .french
        return ask.link(site.language == first ? path : "\(site.language.rawValue)/\(path)")
    }

    /// A page of the OGC API about this address.
    func resource(_ title: String) -> ResourcePage {
        var page = ResourcePage(site, path: ask.plainSegments, title: title)
        page.state = state
        return page
    }

    /// The link to this address as JSON.
    func other(_ type: String) -> ResourcePage.Link {
        let path = ask.plainSegments.map(AddressText.encoded).joined(separator: "/")
        let rest = ask.parameters.without("f").items
        return ResourcePage.Link(
            "JSON", ask.link(path, Parameters(rest + [.init(name: "f", value: "json")])), type: type)
    }
}
