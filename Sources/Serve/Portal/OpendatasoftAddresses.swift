internal import HTTPTypes
internal import Portal
internal import Territory

/// The pages of an Opendatasoft portal, which other sites, letters and search engines still know when a town has left it: each
/// leads for good to the page of the same things here.
enum OpendatasoftAddresses {
    static let endpoints: [any Endpoint] = [
        OpendatasoftCatalogueEndpoint(), OpendatasoftDatasetEndpoint(), OpendatasoftTabEndpoint(),
    ]

    static func moved(_ serving: Serving, _ parts: [String], _ state: PageState = PageState()) -> Answer {
        let site = PortalView.site(serving, serving.territory.languages.first ?? .french)
        return .moved(site.address(parts, state), .movedPermanently)
    }

    /// The page of a dataset that everyone may see. A dataset of another portal was called `name@portal`.
    static func page(_ ask: Ask, _ serving: Serving, tab: String? = nil) throws(Refusal) -> Answer {
        let name = ask.place("dataset").prefix { $0 != "@" }
        guard let dataset = serving.territory.dataset(String(name)), dataset.isOpen else { throw .noPath }
        return moved(serving, ["donnees", dataset.name, tab].compactMap(\.self))
    }
}

/// `/explore/?q=arbres&refine.theme=Environnement`.
struct OpendatasoftCatalogueEndpoint: Endpoint {
    let pattern = "explore"
    let family = Family.portal

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let names = ["q": "q", "refine.theme": "theme", "refine.publisher": "producteur", "refine.keyword": "mot-cle"]
        let items = ask.parameters.items.compactMap { item in names[item.name].map { PageState.Item($0, item.value) } }
        return OpendatasoftAddresses.moved(serving, ["donnees"], PageState(items))
    }
}

/// `/explore/dataset/{dataset}/`.
struct OpendatasoftDatasetEndpoint: Endpoint {
    let pattern = "explore/dataset/{dataset}"
    let family = Family.portal

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer { try OpendatasoftAddresses.page(ask, serving) }
}

/// `/explore/dataset/{dataset}/table/`.
struct OpendatasoftTabEndpoint: Endpoint {
    let pattern = "explore/dataset/{dataset}/{tab}"
    let family = Family.portal

    /// What has no page of its own here stands on the first.
    private static let tabs = ["table": "tableau", "map": "carte", "analyze": "graphiques", "api": "api"]
    private static let others: Set = ["information", "export", "images", "calendar", "custom", "dataviz"]

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let tab = ask.place("tab")
        guard Self.tabs[tab] != nil || Self.others.contains(tab) else { throw Refusal.noPath }
        return try OpendatasoftAddresses.page(ask, serving, tab: Self.tabs[tab])
    }
}
