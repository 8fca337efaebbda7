internal import Lake
internal import Query
internal import Territory

/// The formats that the catalogue leaves in.
struct CatalogueExportsEndpoint: Endpoint {
    let pattern = "\(Explore.root)/exports"
    let family = Family.explore

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let path = "\(Explore.root)/exports"
        let links =
            [JSON.members(["rel": "self", "href": .text(ask.link(path))])]
            + CatalogueExportEndpoint.names.map { .members(["rel": .text($0), "href": .text(ask.link("\(path)/\($0)"))]) }
        return .json(.members(["links": .list(links)]))
    }
}

/// The catalogue as a file: a row for each dataset, or linked data (DCAT).
struct CatalogueExportEndpoint: Endpoint {
    let pattern = "\(Explore.root)/exports/{format}"
    let family = Family.explore
    static let names = ["csv", "json", "jsonl", "xlsx", "rdf", "ttl", "dcat"]
    /// DCAT-AP by the names of its national profiles: one graph, which keeps the European rules.
    private static let profiles = ["ap", "ap_fr", "ap_ch", "ap_de", "ap_se", "ap_sp", "ap_it", "ap_vl", "ap_benap"].map {
        "dcat_\($0)"
    }

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let name = ask.place("format")
        let (catalogue, table) = try serving.catalogue(ask)
        if (["rdf", "ttl", "dcat"] + Self.profiles).contains(name) {
            let form: LinkedForm = name == "ttl" ? .ttl : .rdf
            let graph = LinkedCatalogue(serving.territory, serving.layers(ask), ask).graph
            return .text(form.text(graph), type: form.type).named("datasets.\(form.rawValue)")
        }
        guard Self.names.contains(name), let form = ExportForms.form(name, for: table) else { throw Refusal.noFormat(name) }
        let request = try ExploreRequest(ask)
        let job = ExportJob(
            plan: try request.export(over: table), table: table, request: request, name: "datasets", labels: [:], serving: serving
        )
        return try await Exporting.answer(job, form, sharedAs: nil, holding: catalogue)
    }
}
