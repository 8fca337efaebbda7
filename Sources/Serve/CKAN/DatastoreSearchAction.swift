internal import DuckDB
internal import Lake
internal import Query
internal import Territory

/// Rows of a resource: filtered, searched, ordered, by pages.
struct DatastoreSearchAction: CKANAction {
    let name = "datastore_search"
    let help =
        "Rows of a resource; resource_id, filters, q, distinct, fields, sort, limit (100, 32000 at most), offset, include_total, records_format."
    let parameters = [
        "resource_id", "filters", "q", "full_text", "distinct", "fields", "sort", "limit", "offset", "include_total",
        "records_format",
    ]

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask) }

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let store = try await Datastore(ask, serving), request = CKANRequest(ask)
        let search = try Self.search(request)
        // Equal rows have identifiers of their own: they count once without them.
        let table = search.distinct ? store.copy.table : store.table
        let plan = try search.plan(over: table)
        guard let form = CKANCell.Form(rawValue: request.text("records_format") ?? "objects") else {
            throw CKANFault.invalid("records_format", "Value must be one of ['objects', 'lists', 'csv', 'tsv']")
        }
        let query = try plan.compiled(over: table), count = try plan.counted(over: table), rows = CKANCell.rows(query, form)
        let wantsTotal = try request.flag("include_total", default: true)
        let known = plan.filter == .everything && plan.groups.isEmpty ? store.copy.about.rows : nil
        let (total, records) = try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            let total = wantsTotal ? try known ?? connection.row(count.sql, count.parameters)?[0].integer ?? 0 : nil
            let records = plan.limit == 0 ? [] : try connection.rows(rows.sql, rows.parameters).map { $0[0].text ?? "" }
            return (total, records)
        }
        var members = Self.echo(request, search)
        members.append(JSON.Member(name: "records_format", value: .text(form.rawValue)))
        let isText = form == .csv || form == .tsv
        members.append(
            JSON.Member(name: "records", value: isText ? .text(records.joined()) : .list(records.map { .raw($0) })))
        let fields = query.columns.map { store.field($0.name, $0.type, isMultivalued: $0.isMultivalued) }
        members.append(JSON.Member(name: "fields", value: .list(fields)))
        members.append(JSON.Member(name: "_links", value: Self.links(ask, search)))
        if let total {
            members.append(JSON.Member(name: "total", value: .integer(total)))
            members.append(JSON.Member(name: "total_was_estimated", value: false))
        }
        return .object(members)
    }

    private static func search(_ request: CKANRequest) throws -> DatastoreSearch {
        var search = DatastoreSearch()
        search.limit = try request.number("limit", default: 100, most: DatastoreSearch.most)
        search.offset = try request.number("offset", default: 0)
        search.distinct = try request.flag("distinct")
        search.fields = request.list("fields")
        let sort = request.text("sort")
        search.sort = sort?.first == "[" ? request.list("sort").joined(separator: ", ") : sort
        if let text = request.text("filters") {
            guard case .object(let members)? = request.json("filters") else {
                throw CKANFault.invalid("filters", "Could not parse as valid JSON: \(text.prefix(200))")
            }
            search.filters = try members.map { (field: $0.name, values: try values($0)) }
        }
        switch request.json("q") {
        case .object(let members)?: search.fieldQ = members.map { (field: $0.name, words: $0.value.text ?? $0.value.line) }
        case .text(let text)?: search.q = text
        case nil: break
        case .some: throw CKANFault.invalid("q", "A text or an object is expected")
        }
        if let text = request.text("full_text") { search.q = [search.q, text].compactMap(\.self).joined(separator: " ") }
        return search
    }

    /// One value, or several of which any will do.
    private static func values(_ member: JSON.Member) throws -> [Literal] {
        let values = if case .list(let items) = member.value { items } else { [member.value] }
        return try values.map { value -> Literal in
            switch value {
            case .null: .null
            case .boolean(let flag): .boolean(flag)
            case .integer(let number): .int(Int64(number))
            case .double(let number): .double(number)
            case .text(let text): .text(text)
            case .list, .object, .raw: throw CKANFault.invalid("filters", "Unknown filter operation: \(member.name.prefix(100))")
            }
        }
    }

    /// What was understood of the request.
    private static func echo(_ request: CKANRequest, _ search: DatastoreSearch) -> [JSON.Member] {
        var members = [
            JSON.Member(name: "resource_id", value: .text(request.text("resource_id") ?? request.text("id") ?? "")),
            JSON.Member(name: "include_total", value: .boolean((try? request.flag("include_total", default: true)) ?? true)),
            JSON.Member(name: "limit", value: .integer(search.limit)),
        ]
        if request.text("offset") != nil { members.append(JSON.Member(name: "offset", value: .integer(search.offset))) }
        for name in ["filters", "q"] { if let json = request.json(name) { members.append(JSON.Member(name: name, value: json)) } }
        for name in ["sort", "language"] {
            if let text = request.text(name) { members.append(JSON.Member(name: name, value: .text(text))) }
        }
        if search.distinct { members.append(JSON.Member(name: "distinct", value: true)) }
        return members
    }

    private static func links(_ ask: Ask, _ search: DatastoreSearch) -> JSON {
        func page(_ offset: Int) -> JSON {
            let rest = ask.parameters.without("offset").without("apikey").items
            let items = offset > 0 ? rest + [.init(name: "offset", value: String(offset))] : rest
            return .text("/api/3/action/datastore_search?\(AddressText.form(items.map { ($0.name, $0.value) }))")
        }
        return .members(["start": page(0), "next": page(search.offset + search.limit)])
    }
}
