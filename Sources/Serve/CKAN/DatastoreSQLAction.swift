internal import DuckDB
internal import Lake
internal import Query

/// One SELECT over the resources that everyone may see. What may stand in it is decided in `Query/CKAN`; it runs among the
/// long questions, under the deadline of a short one.
struct DatastoreSQLAction: CKANAction {
    let name = "datastore_search_sql"
    let help = "Rows of a SELECT over resources, named by their identifiers between double quotes; sql."
    let parameters = ["sql"]

    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON {
        let sql = try CKANRequest(ask).required("sql")
        let copies = serving.shelf.copies.filter { serving.shelf.isOpen($0.copy.dataset) || ask.caller.opens($0.copy.dataset) }
        let tables = Dictionary(
            copies.map { ($0.copy.dataset, Datastore($0, serving.territory).table) }, uniquingKeysWith: { first, _ in first })
        let (columns, rows) = try await answered(sql, tables, serving)
        withExtendedLifetime(copies) {}
        var members = [
            JSON.Member(name: "sql", value: .text(sql)),
            JSON.Member(name: "records", value: .list(rows.prefix(DatastoreSearch.most).map { .raw($0) })),
            JSON.Member(
                name: "fields",
                value: .list(
                    columns.map { column in
                        let type = CKANCell.typeName(column.type, isMultivalued: column.isMultivalued)
                        return .members(["id": .text(column.name), "type": .text(type)])
                    })),
        ]
        if rows.count > DatastoreSearch.most { members.append(JSON.Member(name: "records_truncated", value: true)) }
        return .object(members)
    }

    private func answered(
        _ sql: String, _ tables: [String: QueryTable], _ serving: Serving
    ) async throws -> ([ResultColumn], [String]) {
        do {
            return try await serving.shelf.engine.read(at: .patient, deadline: serving.deadline) { connection in
                let query = try DatastoreSQL.compiled(sql, over: tables, parsedBy: connection)
                let text = CKANCell.rows(query, .objects)
                return (query.columns, try connection.rows(text.sql, text.parameters).map { $0[0].text ?? "null" })
            }
        } catch let fault as QueryFault {
            if fault.kind == .notFound { throw CKANFault.absent(fault.detail) }
            if fault.detail.hasPrefix("not allowed here") { throw CKANFault.denied(fault.detail) }
            throw CKANFault.invalid("query", fault.detail)
        } catch let fault as EngineFault where fault.kind == .deadline {
            throw CKANFault.invalid("query", "Query took too long")
        } catch let fault as EngineFault where fault.kind == .refused {
            // A value that cannot be cast, a sum that leaves its numbers: known only when it runs.
            throw CKANFault.invalid("query", "The statement cannot be answered: a value does not fit, or it asks for too much")
        }
    }
}
