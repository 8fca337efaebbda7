internal import HTTPTypes
internal import NIOCore
internal import Portal
internal import Territory

/// The pages of an Opendatasoft portal, which other sites, letters and search engines still know when a town has left it: each
/// leads for good to the page of the same things here.
enum FormerAddresses {
    static let endpoints: [any Endpoint] = [FormerCatalogueEndpoint(), FormerDatasetEndpoint(), FormerTabEndpoint()]

    static func movedPermanently(_ address: String) -> Answer {
        var answer = Answer(.movedPermanently, type: "text/plain; charset=utf-8", .bytes(ByteBuffer(string: address + "\n")))
        answer.headers[.location] = address
        return answer
    }

    /// The page of a dataset that everyone may see. A dataset of another portal was called `name@portal`.
    static func page(_ ask: Ask, _ serving: Serving, tab: String? = nil) throws(Refusal) -> Answer {
        let name = ask.place("dataset").prefix { $0 != "@" }
        guard let dataset = serving.territory.dataset(String(name)), dataset.isOpen else { throw .noPath }
        let page = ["donnees", AddressText.encoded(dataset.name), tab].compactMap(\.self)
        return movedPermanently(ask.link(page.joined(separator: "/")))
    }
}

/// `/explore/?q=arbres&refine.theme=Environnement`.
struct FormerCatalogueEndpoint: Endpoint {
    let pattern = "explore"
    let family = Family.portal

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let names = ["q": "q", "refine.theme": "theme"]
        let items = ask.parameters.items.compactMap { item in
            names[item.name].map { Parameters.Item(name: $0, value: item.value) }
        }
        return FormerAddresses.movedPermanently(ask.link("donnees", Parameters(items)))
    }
}

/// `/explore/dataset/{dataset}/`.
struct FormerDatasetEndpoint: Endpoint {
    let pattern = "explore/dataset/{dataset}"
    let family = Family.portal

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer { try FormerAddresses.page(ask, serving) }
}

/// `/explore/dataset/{dataset}/table/`.
struct FormerTabEndpoint: Endpoint {
    let pattern = "explore/dataset/{dataset}/{tab}"
    let family = Family.portal

    /// What has no page of its own here stands on the first.
    private static let tabs = ["table": "tableau", "map": "carte", "analyze": "graphiques", "api": "api"]
    private static let others: Set = ["information", "export", "images", "calendar", "custom", "dataviz"]

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let tab = ask.place("tab")
        guard Self.tabs[tab] != nil || Self.others.contains(tab) else { throw Refusal.noPath }
        return try FormerAddresses.page(ask, serving, tab: Self.tabs[tab])
    }
}
