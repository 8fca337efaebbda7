internal import DuckDB
internal import Query
internal import Territory

/// What the server is.
struct StatusShow: CKANAction {
    let name = "status_show"
    let help = "What this site is and which version of CKAN's API it follows."
    let parameters: [String] = []

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { nil }

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        .members([
            "ckan_version": .text(CKANActions.version), "site_url": .text(ask.base), "site_title": .text(serving.territory.name),
            "site_description": "", "error_emails_to": .null,
            "locale_default": .text((serving.territory.languages.first ?? .french).rawValue), "extensions": .list(["datastore"]),
        ])
    }
}

/// What an action does.
struct HelpShow: CKANAction {
    let name = "help_show"
    let help = "What an action does; name: the name of the action."
    let parameters = ["name"]

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { nil }

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let name = try CKANRequest(ask).required("name")
        guard let action = CKANActions.all.first(where: { $0.name == name }) else {
            throw CKANFault.absent("Action \(name.prefix(100))")
        }
        return .text(action.help)
    }
}

/// The town, the one organization.
struct OrganizationList: CKANAction {
    let name = "organization_list"
    let help = "The organizations: the territory. all_fields: whole, not only names."
    let parameters = ["all_fields"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let organization = CKANOrganization(serving.territory)
        return .list([try CKANRequest(ask).flag("all_fields") ? organization.json : .text(organization.name)])
    }
}

/// The town, by its name.
struct OrganizationShow: CKANAction {
    let name = "organization_show"
    let help = "An organization; id: its name."
    let parameters = ["id"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let organization = CKANOrganization(serving.territory)
        guard try CKANRequest(ask).required("id") == organization.name else { throw CKANFault.absent() }
        return organization.json
    }
}

/// The themes of the datasets.
struct GroupList: CKANAction {
    let name = "group_list"
    let help = "The groups: the themes of the datasets. all_fields: whole, not only names."
    let parameters = ["all_fields"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let themes = try await CatalogueValues.all(of: "theme", ask, serving)
        let isWhole = try CKANRequest(ask).flag("all_fields")
        return .list(themes.map { isWhole ? CKANOrganization.group($0) : .text(CKANOrganization.slug($0)) })
    }
}

/// The keywords of the datasets.
struct TagList: CKANAction {
    let name = "tag_list"
    let help = "The tags: the keywords of the datasets. query: what they begin with; all_fields: whole, not only names."
    let parameters = ["query", "all_fields"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let request = CKANRequest(ask), isWhole = try request.flag("all_fields"), wanted = request.text("query")?.lowercased()
        let words = try await CatalogueValues.all(of: "keyword", ask, serving).filter {
            wanted == nil || $0.lowercased().contains(wanted ?? "")
        }
        return .list(words.map { isWhole ? CKANOrganization.tag($0) : .text($0) })
    }
}

/// The values of a facet of the catalogue.
enum CatalogueValues {
    static func all(of name: String, _ ask: Ask, _ serving: Serving) async throws -> [String] {
        let (catalogue, table) = try serving.catalogue(ask)
        defer { withExtendedLifetime(catalogue) {} }
        guard let field = table.field(name) else { return [] }
        var facet = Facet(field, limit: nil)
        _ = facet.sort(by: "alphanum")
        let plan = FacetPlan([facet]), query = try plan.compiled(over: table)
        let rows = try await serving.shelf.engine.read(deadline: serving.deadline) { try $0.rows(query.sql, query.parameters) }
        return FacetAnswer.read(rows, of: plan).flatMap(\.values).map(\.path)
    }
}
