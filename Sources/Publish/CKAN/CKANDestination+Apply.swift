internal import Foundation
internal import Territory

extension CKANDestination {
    /// The fields of a resource that are ours, in the order they are told.
    func description(of file: PublishedFile, _ sheet: Sheet) -> [(String, String)] {
        [
            ("name", file.title(sheet).text(in: sheet.language)), ("description", file.use.text(in: sheet.language)),
            ("format", FileForm(file.format).label), ("mimetype", file.mediaType),
            ("hash_algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
        ]
    }

    package func apply(_ publication: Publication, _ memory: inout Memory, _ found: CKANFound) async throws {
        let difference = CKANDifference(publication, memory, found, self)
        let id = try await applySheet(difference, &memory, found)
        for work in difference.works { try await apply(work, to: id, publication.sheet, &memory) }
        if let table = difference.table { try await load(table, in: id) }
        if difference.isOrderWrong { try await reorder(difference.order, in: id) }
    }

    /// Makes the sheet, or brings it up to date.
    /// - Returns: its identifier there.
    private func applySheet(_ difference: CKANDifference, _ memory: inout Memory, _ found: CKANFound) async throws -> String {
        var package = found.package
        if let id = found.id {
            if !difference.patch.isEmpty {
                package = try await write("package_patch", .object(difference.patch.merging(["id": .text(id)]) { $1 }))
            }
        } else {
            package = try await write("package_create", .object(difference.patch.merging(["name": .text(found.name)]) { $1 }))
        }
        guard let id = package?["id"]?.text else {
            throw PublishFault(.notAPortal, name, facts: ["kind": Bilingual("CKAN")])
        }
        memory.remote = id
        memory.address = address(of: package?["name"]?.text ?? found.name)
        memory.keywords = difference.keywords
        memory.extras = difference.extras.keys.sorted()
        return id
    }

    private func address(of name: String) -> String { site.home + "/dataset/" + AddressText.encoded(name) }

    private func apply(_ work: CKANDifference.Work, to id: String, _ sheet: Sheet, _ memory: inout Memory) async throws {
        switch work {
        case .add(let file): try await send(file, "resource_create", ("package_id", id), sheet, &memory)
        case .replace(let file, let resource): try await send(file, "resource_patch", ("id", resource), sheet, &memory)
        case .describe(_, let resource, let fields):
            try await write("resource_patch", .object(fields.mapValues { .text($0) }.merging(["id": .text(resource)]) { $1 }))
        case .remove(let resource): try await write("resource_delete", ["id": .text(resource)])
        }
    }

    /// Sends a file. One that the portal does not take is remembered, and keeps the others from nothing. Each has a call of its own:
    /// `package_revise` takes several at once, but makes none of the previews of new files, and tells no loader of rows that they are
    /// there (CKAN 2.12, `package_update`).
    private func send(
        _ file: PublishedFile, _ action: String, _ target: (name: String, value: String), _ sheet: Sheet, _ memory: inout Memory
    ) async throws {
        let own = [target, (Own.file, file.key), ("hash", file.sha256)]
        let described = description(of: file, sheet).map { (name: $0.0, value: $0.1) }
        do {
            try await write(action, own + described, file)
            memory.refused[file.key] = nil
        } catch let fault as PublishFault where fault.kind == .fileRefused {
            memory.refused[file.key] = file.size
        }
    }

    private func reorder(_ keys: [String], in id: String) async throws {
        let resources = (try await read("package_show", [("id", id)])?["resources"]?.list ?? []).compactMap {
            one -> (String, String?)? in
            one["id"]?.text.map { ($0, one[Own.file]?.line) }
        }
        let ours = keys.compactMap { key in resources.first { $0.1 == key }?.0 }
        try await write("package_resource_reorder", ["id": .text(id), "order": .list(ours.map { .text($0) })])
    }

    package func withdraw(_ publication: Publication, _ memory: inout Memory, _ found: CKANFound) async throws {
        guard let id = found.id else { return }
        try await write("package_delete", ["id": .text(id)])
    }
}
