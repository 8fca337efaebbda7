internal import DuckDB
internal import HTTPTypes
internal import Lake
internal import Query
internal import Territory

/// A dataset as a resource of CKAN's DataStore: its fields, and the identifier of a row before them as `_id`.
struct Datastore: Sendable {
    let copy: OpenCopy
    let table: QueryTable
    private let declared: [String: FieldDeclaration]

    init(_ copy: OpenCopy, _ territory: Territory) {
        self.copy = copy
        let identifier = copy.table.hidden.filter { $0.name == "_id" }
        table = QueryTable(
            relation: copy.table.relation, fields: identifier + copy.table.fields, hidden: [], identifier: copy.table.identifier)
        let fields = territory.dataset(copy.copy.dataset)?.resolvedFields ?? []
        declared = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The resource that a request is about. The files of a dataset are resources too, but none of the DataStore.
    init(_ ask: Ask, _ serving: Serving) async throws {
        let name = try CKANRequest(ask).required("resource_id", "id")
        guard name == ask.place("dataset") else { throw CKANFault.absent("Resource \"\(name.prefix(100))\" was not found.") }
        do {
            self.init(try await serving.copy(ask), serving.territory)
        } catch let refusal as Refusal where refusal.status == .notFound {
            throw CKANFault.absent("Resource \"\(name.prefix(100))\" was not found.")
        }
    }

    /// A field as CKAN describes it, with what is declared of it.
    func field(_ name: String, _ type: ValueType, isMultivalued: Bool) -> JSON {
        var members = [
            JSON.Member(name: "id", value: .text(name)),
            JSON.Member(name: "type", value: .text(CKANCell.typeName(type, isMultivalued: isMultivalued))),
        ]
        if let known = declared[name], known.label != nil || known.description != nil {
            let info = JSON.members([
                "label": .text(known.label ?? ""), "notes": .text(known.description ?? ""), "type_override": "",
            ])
            members.append(JSON.Member(name: "info", value: info))
        }
        return .object(members)
    }
}

/// A value as CKAN answers it. Points are objects of `lon` and `lat`, shapes GeoJSON geometries, instants without a zone, in UTC.
enum CKANCell {
    static func json(_ column: ResultColumn, _ name: String) -> String {
        switch (column.type, column.isMultivalued) {
        case (.datetime, false): "strftime(\(name), '\"%Y-%m-%dT%H:%M:%S\"')"
        case (.geoShape, false): name
        default: CellText(column).jsonText(name)
        }
    }

    /// The type's name in PostgreSQL, which CKAN's users know.
    static func typeName(_ type: ValueType, isMultivalued: Bool) -> String {
        let name =
            switch type {
            case .int: "int8"
            case .double: "numeric"
            case .boolean: "bool"
            case .date: "date"
            case .datetime: "timestamp"
            case .geoPoint, .geoShape, .jsonBlob: "json"
            case .text, .file: "text"
            }
        return isMultivalued ? "_\(name)" : name
    }

    /// One text for each row.
    static func rows(_ query: CompiledQuery, _ form: Form) -> RowText {
        let values = query.columns.enumerated().map { index, column in
            "coalesce(\(json(column, RowText.name(index))), 'null')"
        }
        switch form {
        case .objects:
            let members = zip(query.columns, values).map { "concat(\(literal(JSONText.quoted($0.name) + ": ")), \($1))" }
            return RowText.lines(query, "concat('{', \(Self.joined(members)), '}')")
        case .lists: return RowText.lines(query, "concat('[', \(Self.joined(values)), ']')")
        case .csv, .tsv:
            var values = ValuesForm()
            values.separator = form == .csv ? "," : "\t"
            return RowText.values(query, values)
        }
    }

    /// `records_format`
    enum Form: String, Sendable {
        case objects, lists, csv, tsv
    }

    private static func joined(_ parts: [String]) -> String {
        parts.isEmpty ? "''" : "concat_ws(', ', \(parts.joined(separator: ", ")))"
    }
}
