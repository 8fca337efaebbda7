package import Territory

/// An interface as DCAT-AP says it: a data service, of the whole catalogue or of one dataset.
package struct DCATService: Sendable {
    package let address: String
    let title: Bilingual
    /// Where programs read about it.
    let description: String
    /// Where people do.
    let page: String
    /// The address of the standard it keeps.
    let standard: String?

    package init(_ address: String, title: Bilingual, description: String, page: String, standard: String? = nil) {
        self.address = address
        self.title = title
        self.description = description
        self.page = page
        self.standard = standard
    }

    /// Who answers for a service, and under what terms.
    struct Terms {
        let publisher: Producer
        let contact: Contact?
        let licence: LicenceName
        let base: String
    }

    /// - Parameters:
    ///   - datasets: the addresses of those it serves.
    ///   - categories: of the data of high value among them.
    func node(_ terms: Terms, serving datasets: [String], _ categories: [HighValue]) -> GraphNode {
        var node = GraphNode(address, "dcat:DataService")
        node.say("dct:title", title)
        node.say("dct:identifier", .text(address))
        node.say("dcat:endpointURL", .address(address))
        node.say("dcat:endpointDescription", .address(description))
        node.say("dct:conformsTo", standard.map { .node(GraphNode($0, "dct:Standard")) })
        node.say("dct:publisher", .node(DCATAgents.publisher(terms.publisher, terms.base)))
        node.say("dcat:contactPoint", terms.contact.map { .node(DCATAgents.contact($0)) })
        node.say("dct:license", .node(DCATAgents.licence(terms.licence, terms.base)))
        node.say("foaf:page", .node(GraphNode(page, "foaf:Document")))
        if !categories.isEmpty { node.say("dcatap:applicableLegislation", .node(DCATConcepts.highValueLaw)) }
        for category in categories { node.say("dcatap:hvdCategory", .node(DCATConcepts.highValue(category))) }
        for dataset in datasets { node.say("dcat:servesDataset", .address(dataset)) }
        return node
    }
}
