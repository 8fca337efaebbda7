internal import Foundation
internal import HTTPTypes
internal import NIOCore
internal import Publish
internal import Territory

/// The catalogue as harvesters read it: DCAT-AP 3.0.1 at `/catalog` and `/dataset/{id}`.
enum Linked {
    static let endpoints: [any Endpoint] =
        [LinkedChoiceEndpoint()] + LinkedForm.allCases.map { LinkedCatalogueEndpoint(form: $0) } + [LinkedDatasetEndpoint()]

    /// Sends on to the form that is liked best. The address of a form is a page of its own: what is kept of it is kept rightly.
    static func seeOther(_ address: String) -> Answer {
        var answer = Answer(.seeOther, type: "text/plain; charset=utf-8", .bytes(ByteBuffer(string: address + "\n")))
        answer.headers[.location] = address
        answer.headers[.vary] = "Accept"
        return answer
    }
}

/// `/catalog`: the form that `Accept` likes best.
struct LinkedChoiceEndpoint: Endpoint {
    let pattern = "catalog"
    let family = Family.own

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        guard let form = LinkedForm.preferred(ask.headers[.accept]) else { return Linked.seeOther(ask.link("donnees")) }
        return Linked.seeOther(ask.link("catalog.\(form.rawValue)", ask.parameters))
    }
}

/// `/catalog.ttl?page=1&page_size=100`.
struct LinkedCatalogueEndpoint: Endpoint {
    let form: LinkedForm
    var pattern: String { "catalog.\(form.rawValue)" }
    let family = Family.own

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let number = try ask.parameters.number("page", 1 ... .max, else: 1),
            size = try ask.parameters.number("page_size", 1...1_000, else: 100)
        guard let nodes = LinkedCatalogue(serving.territory, serving.openLayers, ask).page(number, of: size, as: form) else {
            throw Refusal.noPath
        }
        return .text(form.text(nodes), type: form.type)
    }
}

/// `/dataset/{id}`, `/dataset/{id}.ttl`: one dataset, by the identifier it keeps for ever.
struct LinkedDatasetEndpoint: Endpoint {
    let pattern = "dataset/{id}"
    let family = Family.own

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let parts = ask.place("id").split(separator: ".", maxSplits: 1).map(String.init)
        guard let id = parts.first, let found = LinkedCatalogue.dataset(id, of: serving, ask) else { throw Refusal.noPath }
        if parts.count > 1 {
            guard let form = LinkedForm(rawValue: parts[1]) else { throw Refusal.noPath }
            return .text(form.text([found.node]), type: form.type)
        }
        guard let form = LinkedForm.preferred(ask.headers[.accept]) else {
            return Linked.seeOther(ask.link("donnees/\(AddressText.encoded(found.name))"))
        }
        return Linked.seeOther(ask.link("dataset/\(id).\(form.rawValue)"))
    }
}
