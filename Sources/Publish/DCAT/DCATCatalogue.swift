package import Territory

/// The catalogue of a territory as DCAT-AP 3.0.1, a page at a time (hydra, as data.gouv.fr reads it).
package struct DCATCatalogue: Sendable {
    /// A page of the datasets, counted from 1.
    package struct Page: Sendable {
        package let number: Int
        package let size: Int
        /// The address of pages of this form: the next one is of the same.
        package let address: String

        package init(number: Int, size: Int, at address: String) {
            self.number = number
            self.size = size
            self.address = address
        }
    }

    private let territory: Territory
    private let base: String
    private let datasets: [DCATDataset]
    /// Addresses of datasets that are described elsewhere.
    private let elsewhere: [String]
    private let services: [DCATService]
    private let modified: String?

    /// - Parameters:
    ///   - modified: when the latest version was made, `2025-03-31T08:00:00`, UTC.
    ///   - services: the interfaces that serve all of them.
    ///   - elsewhere: addresses of datasets that are described in another file.
    package init(
        _ territory: Territory, base: String, _ datasets: [DCATDataset], modified: String?, services: [DCATService] = [],
        elsewhere: [String] = []
    ) {
        self.territory = territory
        self.base = base
        self.datasets = datasets
        self.modified = modified
        self.services = services
        self.elsewhere = elsewhere
    }

    /// How many pages of a size there are; one at least.
    package func pages(of size: Int) -> Int { max(1, (datasets.count + size - 1) / size) }

    /// The things of a page, each whole: the catalogue, its services, the datasets. Everything, without paging, when nil.
    package func graph(_ page: Page? = nil) -> [GraphNode] {
        let shown = page.map { Array(datasets.dropFirst(($0.number - 1) * $0.size).prefix($0.size)) } ?? datasets
        var node = GraphNode("\(base)/catalog", "dcat:Catalog")
        if page != nil { node = GraphNode("\(base)/catalog", "dcat:Catalog", "hydra:Collection") }
        let name = territory.name
        node.say("dct:title", Bilingual(fr: "Données ouvertes – \(name)", en: "Open data – \(name)"))
        node.say(
            "dct:description",
            Bilingual(
                fr: "Les données que \(name) publie, et où les prendre.",
                en: "The data that \(name) publishes, and where to have it."))
        node.say("dct:publisher", .node(DCATAgents.publisher(Producer(name: name, siret: territory.identity.siret), base)))
        for language in territory.languages {
            node.say("dct:language", .node(GraphNode(Vocabularies.language(language), "dct:LinguisticSystem")))
        }
        node.say("dct:license", .node(DCATAgents.licence(LicenceName(territory.licence), base)))
        node.say("dct:modified", modified.map { .typed($0 + "Z", "xsd:dateTime") })
        node.say("dct:spatial", territory.identity.coverage.map { .node(DCATPlaces.location($0)) })
        node.say("foaf:homepage", .node(GraphNode("\(base)/", "foaf:Document")))
        var themes = GraphNode("http://publications.europa.eu/resource/authority/data-theme", "skos:ConceptScheme")
        themes.say("dct:title", .words("Data theme", .english))
        node.say("dcat:themeTaxonomy", .node(themes))
        // udata refuses an interface that it has met on an earlier page.
        if page.map({ $0.number == 1 }) ?? true { sayServices(&node) }
        for dataset in shown { node.say("dcat:dataset", .node(dataset.node)) }
        for address in elsewhere { node.say("dcat:dataset", .address(address)) }
        if let page { sayView(page, &node) }
        return [node]
    }

    private func sayServices(_ node: inout GraphNode) {
        let identity = territory.identity
        let terms = DCATService.Terms(
            publisher: Producer(name: territory.name, siret: identity.siret), contact: identity.contact,
            licence: LicenceName(territory.licence), base: base)
        let categories = Set(datasets.compactMap(\.highValue)).sorted { $0.rawValue < $1.rawValue }
        for service in services {
            node.say("dcat:service", .node(service.node(terms, serving: datasets.map(\.address), categories)))
        }
    }

    /// Where this page stands among the others (<https://www.hydra-cg.com/spec/latest/core/#collections>).
    private func sayView(_ page: Page, _ node: inout GraphNode) {
        func address(_ number: Int) -> String { "\(page.address)?page=\(number)&page_size=\(page.size)" }
        let last = pages(of: page.size)
        var view = GraphNode(address(page.number), "hydra:PartialCollectionView")
        view.say("hydra:first", .address(address(1)))
        view.say("hydra:last", .address(address(last)))
        if page.number < last { view.say("hydra:next", .address(address(page.number + 1))) }
        if page.number > 1 { view.say("hydra:previous", .address(address(page.number - 1))) }
        node.say("hydra:totalItems", .typed(String(datasets.count), "xsd:integer"))
        node.say("hydra:view", .node(view))
    }
}
