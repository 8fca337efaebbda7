internal import DuckDB
internal import Query

/// The names of the datasets.
struct PackageList: CKANAction {
    let name = "package_list"
    let help = "The names of the datasets, in their order. limit, offset."
    let parameters = ["limit", "offset"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let request = CKANRequest(ask)
        let (catalogue, table) = try serving.catalogue(ask)
        defer { withExtendedLifetime(catalogue) {} }
        let identifier = Expression.field(DatasetSheet.fields[0])
        var plan = QueryPlan(outputs: [Output("name", identifier)])
        plan.order = [Ordering(identifier)]
        if request.text("limit") != nil { plan.limit = try request.number("limit", default: 0) }
        plan.offset = try request.number("offset", default: 0)
        let query = try plan.compiled(over: table)
        let names = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            try connection.rows(query.sql, query.parameters).map { $0[0].text ?? "" }
        }
        return .texts(names)
    }
}

/// One dataset.
struct PackageShow: CKANAction {
    let name = "package_show"
    let help = "A dataset with its resources; id: its name."
    let parameters = ["id"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let name = try CKANRequest(ask).required("id", "name_or_id")
        guard let package = try await CKANPackages.package(name, ask, serving) else { throw CKANFault.absent() }
        return package.json
    }
}

/// One resource of a dataset.
struct ResourceShow: CKANAction {
    let name = "resource_show"
    let help = "A resource of a dataset; id: the dataset's name for its table, with .json, .xlsx… for its files."
    let parameters = ["id"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let name = try CKANRequest(ask).required("id")
        guard let package = try await CKANPackages.package(ask.place("dataset"), ask, serving),
            let resource = package.resource(name)
        else { throw CKANFault.absent() }
        return resource
    }
}

/// Packages by their names.
enum CKANPackages {
    /// Nil when there is none that the caller may see.
    static func package(_ name: String, _ ask: Ask, _ serving: Serving) async throws -> CKANPackage? {
        try await serving.sheet(of: name, ask).map { CKANPackage($0, serving.territory, ask) }
    }
}
