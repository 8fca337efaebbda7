internal import Foundation
internal import Lake
internal import Query
internal import Territory

/// What a resource of the DataStore holds.
struct DatastoreInfoAction: CKANAction {
    let name = "datastore_info"
    let help = "The fields of a resource and how many rows it has; resource_id or id."
    let parameters = ["resource_id", "include_meta", "include_fields_schema"]

    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { try serving.dependence(ask) }

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let store = try await Datastore(ask, serving), request = CKANRequest(ask)
        let key = serving.territory.dataset(store.copy.copy.dataset)?.key ?? []
        let wantsSchema = try request.flag("include_fields_schema", default: true)
        // The identifier is CKAN's own affair: it is not described.
        let fields = store.table.fields.filter { $0.name != "_id" }.map { field -> JSON in
            let described = store.field(field.name, field.type, isMultivalued: field.isMultivalued)
            guard wantsSchema else { return described }
            let schema = JSON.members([
                "native_type": .text(Self.nativeName(field)), "notnull": .boolean(key.contains(field.name)), "index_name": .null,
                "is_index": false, "uniquekey": .boolean(key == [field.name]),
            ])
            return .object(described.members + [JSON.Member(name: "schema", value: schema)])
        }
        guard try request.flag("include_meta", default: true) else { return .members(["fields": .list(fields)]) }
        let size = (try? FileManager.default.attributesOfItem(atPath: store.copy.copy.file.path)[.size] as? Int) ?? 0
        let meta = JSON.members([
            "id": .text(store.copy.copy.dataset), "count": .integer(store.copy.about.rows), "table_type": "BASE TABLE",
            "size": .integer(size), "db_size": .integer(size), "idx_size": .integer(0), "aliases": .list([]),
        ])
        return .members(["meta": meta, "fields": .list(fields)])
    }

    private static func nativeName(_ field: QueryField) -> String {
        let name =
            switch field.type {
            case .int: "bigint"
            case .double: "double precision"
            case .boolean: "boolean"
            case .datetime: "timestamp without time zone"
            default: CKANCell.typeName(field.type, isMultivalued: false)
            }
        return field.isMultivalued ? "\(name)[]" : name
    }
}
