internal import Territory

/// One dataset as DCAT-AP 3.0.1 says it, with its distributions (and DCAT-AP HVD where it is of high value).
package struct DCATDataset: Sendable {
    /// One file, where it is had.
    package struct File: Sendable {
        package let form: FileForm
        package let address: String
        /// Bytes and SHA-256, where the file is the same for everyone.
        package let size: Int?
        package let sha256: String?

        package init(_ form: FileForm, at address: String, size: Int? = nil, sha256: String? = nil) {
            self.form = form
            self.address = address
            self.size = size
            self.sha256 = sha256
        }
    }

    /// A way to ask for the rows instead of taking a file.
    package struct Way: Sendable {
        /// What its address in the graph ends with.
        let name: String
        /// What the rows are had as.
        let form: FileForm
        let address: String
        /// The part of the interface that answers for this dataset alone.
        let service: DCATService

        package init(_ name: String, _ form: FileForm, at address: String, of service: DCATService) {
            self.name = name
            self.form = form
            self.address = address
            self.service = service
        }
    }

    private let sheet: Sheet
    private let base: String
    private let files: [File]
    private let ways: [Way]
    private let page: String

    /// - Parameters:
    ///   - base: what addresses of the catalogue begin with, without a slash at the end.
    ///   - page: where people read about it.
    package init(_ sheet: Sheet, base: String, page: String, files: [File], ways: [Way] = []) {
        self.sheet = sheet
        self.base = base
        self.page = page
        self.files = files
        self.ways = ways
    }

    /// The category of high value it belongs to.
    var highValue: HighValue? { sheet.highValue }

    /// Its address for ever.
    package var address: String { Self.address(sheet.id, base) }

    package static func address(_ id: String, _ base: String) -> String { "\(base)/dataset/\(id)" }

    package var node: GraphNode {
        var node = GraphNode(address, "dcat:Dataset")
        node.say("dct:identifier", .text(sheet.id))
        node.say("dct:title", sheet.title, first: sheet.language)
        node.say("dct:description", sheet.description ?? sheet.title, first: sheet.language)
        for word in sheet.keywords { node.say("dcat:keyword", .words(word, sheet.language)) }
        node.say("dct:publisher", .node(DCATAgents.publisher(sheet.publisher, base)))
        if sheet.producer != sheet.publisher { node.say("dct:creator", .node(DCATAgents.producer(sheet.producer))) }
        node.say("dcat:contactPoint", sheet.contact.map { .node(DCATAgents.contact($0)) })
        node.say("dcat:theme", sheet.topic.map { .node(DCATConcepts.topic($0)) })
        let frequency = sheet.frequency ?? .unknown
        node.say("dct:accrualPeriodicity", .node(GraphNode(Vocabularies.frequency(frequency), "dct:Frequency")))
        node.say("dct:spatial", sheet.coverage.map { .node(DCATPlaces.location($0)) })
        node.say("dct:temporal", sheet.period.map { .node(DCATPlaces.period($0)) })
        node.say("dct:issued", sheet.issued.isEmpty ? nil : .typed(sheet.issued, "xsd:date"))
        node.say("dct:modified", .typed(sheet.modified + "Z", "xsd:dateTime"))
        node.say("dct:language", .node(GraphNode(Vocabularies.language(sheet.language), "dct:LinguisticSystem")))
        node.say("dcat:landingPage", .node(GraphNode(page, "foaf:Document")))
        node.say("dct:conformsTo", sheet.schema.map { .node(GraphNode($0.address, "dct:Standard")) })
        node.say("dct:accessRights", .node(GraphNode(Vocabularies.access(sheet.access), "dct:RightsStatement")))
        node.say("dcat:version", .text(String(sheet.version)))
        sayHighValue(&node)
        node.say("dcatap:hvdCategory", sheet.highValue.map { .node(DCATConcepts.highValue($0)) })
        for file in files { node.say("dcat:distribution", .node(distribution(file))) }
        for way in ways { node.say("dcat:distribution", .node(distribution(way))) }
        return node
    }

    private func sayHighValue(_ node: inout GraphNode) {
        node.say("dcatap:applicableLegislation", sheet.highValue.map { _ in .node(DCATConcepts.highValueLaw) })
    }

    private func distribution(_ file: File) -> GraphNode {
        var node = distribution(file.form.name, file.form, file.form.label, file.form.use, at: file.address)
        node.say("dcat:downloadURL", .address(file.address))
        node.say("dcat:byteSize", file.size.map { .typed(String($0), "xsd:nonNegativeInteger") })
        if let hash = file.sha256 {
            var sum = GraphNode(nil, "spdx:Checksum")
            let algorithm = GraphNode.expanded("spdx:checksumAlgorithm_sha256")
            sum.say("spdx:algorithm", .node(GraphNode(algorithm, "spdx:ChecksumAlgorithm")))
            sum.say("spdx:checksumValue", .typed(hash, "xsd:hexBinary"))
            node.say("spdx:checksum", .node(sum))
        }
        return node
    }

    /// Files and interfaces stay apart: udata takes what has a service for an interface, and shows no more than that. The service
    /// is the dataset's own, since udata leaves out the catalogue's services that a distribution names.
    private func distribution(_ way: Way) -> GraphNode {
        let label = way.service.title.text(in: sheet.language)
        var node = distribution(
            way.name, way.form, label,
            Bilingual(fr: "Les lignes à la demande : filtres, tri, pages", en: "The rows on demand: filters, order, pages"),
            at: way.address)
        let terms = DCATService.Terms(
            publisher: sheet.publisher, contact: sheet.contact, licence: sheet.licence, base: base)
        let service = way.service.node(terms, serving: [address], sheet.highValue.map { [$0] } ?? [])
        node.say("dcat:accessService", .node(service))
        return node
    }

    /// What files and interfaces have in common.
    private func distribution(
        _ name: String, _ form: FileForm, _ label: String, _ use: Bilingual, at address: String
    ) -> GraphNode {
        var node = GraphNode("\(self.address)#\(name)", "dcat:Distribution")
        let title = Bilingual(fr: "\(sheet.title.french) (\(label))", en: "\(sheet.title.english) (\(label))")
        node.say("dct:title", title, first: sheet.language)
        node.say("dct:description", use, first: sheet.language)
        node.say("dcat:accessURL", .address(address))
        node.say("dct:format", .node(GraphNode(Vocabularies.fileType(form), "dct:MediaTypeOrExtent")))
        let media = "https://www.iana.org/assignments/media-types/\(form.mediaType)"
        node.say("dcat:mediaType", .node(GraphNode(media, "dct:MediaType")))
        node.say("dct:license", .node(DCATAgents.licence(sheet.licence, base)))
        node.say("dct:modified", .typed(sheet.modified + "Z", "xsd:dateTime"))
        node.say("dcatap:availability", .node(DCATConcepts.stable))
        sayHighValue(&node)
        return node
    }
}
