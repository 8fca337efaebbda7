internal import Foundation
internal import Territory

extension CKANDestination {
    /// Brings the DataStore's table of the CSV up to date. With a key rows are changed in place; a table whose rows are not those of the
    /// version afterwards, or without key, is made anew. The mark goes before the first change and comes back after the last.
    func load(_ table: CKANTable, in dataset: String) async throws {
        let resources = try await read("package_show", [("id", dataset)])?["resources"]?.list ?? []
        guard let resource = resources.first(where: { $0[Own.file]?.line == table.file.key }), let id = resource["id"]?.text,
            let lines = try await table.table.lines?()
        else { return }
        if resource[CKANTable.mark]?.line != nil { try await mark(id, "") }
        var isWhole = false
        if !table.table.key.isEmpty, table.hasShape(resource) {
            try await send(lines, to: id, method: "upsert")
            isWhole = try await count(of: id) == table.table.rows
        }
        if !isWhole {
            try await make(table, id)
            try await send(lines, to: id, method: "insert")
        }
        let count = try await count(of: id)
        guard count == table.table.rows else {
            let what = "DataStore, \(table.file.name): \(count ?? 0) ≠ \(table.table.rows)"
            throw PublishFault(.notKept, name, facts: ["what": Bilingual(what)])
        }
        try await mark(id, table.mark)
    }

    private func mark(_ id: String, _ mark: String) async throws {
        try await write("resource_patch", ["id": .text(id), CKANTable.mark: .text(mark)])
    }

    private func make(_ table: CKANTable, _ id: String) async throws {
        if try await count(of: id) != nil { try await write("datastore_delete", ["resource_id": .text(id), "force": true]) }
        try await write(
            "datastore_create",
            [
                "resource_id": .text(id), "force": true, "fields": table.fields,
                "primary_key": .list(table.table.key.map { .text($0) }),
            ])
    }

    /// How many rows the table has; nil without table.
    private func count(of id: String) async throws -> Int? {
        try await read("datastore_info", [("id", id)])?["meta"]?["count"]?.integer
    }

    /// Every line is an object already: it goes as it is.
    private func send(_ lines: URL, to id: String, method: String) async throws {
        var lots = try LineLots(lines)
        while let lot = try lots.next() {
            var body = Data(#"{"resource_id":"\#(id)","force":true,"method":"\#(method)","records":["#.utf8)
            body.append(Data(lot.joined(separator: Data(",".utf8))))
            body.append(Data("]}".utf8))
            try await write("datastore_upsert", bytes: body)
        }
    }
}
