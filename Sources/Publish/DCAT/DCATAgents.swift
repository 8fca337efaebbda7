internal import Territory

/// Who publishes, who produces, whom to write to, under which licence.
enum DCATAgents {
    static func publisher(_ publisher: Producer, _ base: String) -> GraphNode {
        agent("\(base)/catalog#publisher", publisher)
    }

    static func producer(_ producer: Producer) -> GraphNode { agent(nil, producer) }

    private static func agent(_ address: String?, _ producer: Producer) -> GraphNode {
        var node = GraphNode(address, "foaf:Agent", "foaf:Organization")
        node.say("foaf:name", .words(producer.name, .french))
        node.say("dct:identifier", producer.siret.map { .text($0) })
        // Who has a SIRET of its own may be a company: only the town itself is told to be a local authority.
        if address != nil {
            node.say("dct:type", .node(DCATConcepts.localAuthority))
        }
        return node
    }

    static func contact(_ contact: Contact) -> GraphNode {
        var node = GraphNode(nil, "vcard:Kind", "vcard:Organization")
        node.say("vcard:fn", .words(contact.name, .french))
        node.say("vcard:hasEmail", contact.email.map { .address("mailto:\($0)") })
        node.say("vcard:hasURL", contact.page.map { .address($0) })
        return node
    }

    static func licence(_ licence: LicenceName, _ base: String) -> GraphNode {
        let address = licence.address ?? "\(base)/catalog#licence-\(AddressText.encoded(licence.name))"
        var node = GraphNode(address, "dct:LicenseDocument")
        node.say("dct:title", .words(licence.title, .french))
        return node
    }
}
