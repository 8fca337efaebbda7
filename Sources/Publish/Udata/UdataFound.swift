internal import Territory

/// What a udata portal has of a dataset.
package struct UdataFound: Sendable {
    let about: UdataAbout
    /// As the portal gives it; nil when it is to be made.
    let dataset: JSON?
    /// The piece of country in the portal's words, when it has one for it.
    let zone: String?

    /// One resource of the dataset.
    struct Resource: Sendable {
        let id: String
        /// Ours, when it bears our key.
        let key: String?
        let json: JSON

        var title: String { json["title"]?.line ?? id }
        var sha1: String? { json["checksum"]?["value"]?.text }
        var isHosted: Bool { json["filetype"]?.text == "file" }
    }

    var id: String? { dataset?["id"]?.text }

    var resources: [Resource] {
        (dataset?["resources"]?.list ?? []).compactMap { one in
            one["id"]?.text.map { Resource(id: $0, key: one["extras"]?[Own.file]?.text, json: one) }
        }
    }

    /// The resource of a file. One that was put up, and then left without its key, is known by its name and its hash.
    func resource(of file: PublishedFile) -> Resource? {
        resources.first { $0.key == file.key }
            ?? resources.first { $0.key == nil && $0.isHosted && $0.title == file.name && $0.sha1 == file.sha1 }
    }
}

extension UdataDestination {
    package func probe(_ publication: Publication, _ memory: Memory) async throws -> UdataFound {
        let about = try await site.about(), sheet = publication.sheet
        var dataset = try await memory.remote.mapAsync { try await read("datasets/\(AddressText.encoded($0))/") }
        if dataset == nil, let id = try await site.dataset(sheet.id) { dataset = try await read("datasets/\(id)/") }
        if let there = dataset, there["deleted"]?.isNull == false, !publication.restores { throw PublishFault(.deleted, name) }
        var zone: String?
        if let geoid = sheet.coverage.flatMap(UdataSheet.geoid), try await site.knows(zone: geoid) { zone = geoid }
        return UdataFound(about: about, dataset: dataset, zone: zone)
    }
}

extension Optional {
    /// The result of an asynchronous question about what is there; nil when there is nothing to ask about.
    fileprivate func mapAsync<T>(_ ask: (Wrapped) async throws -> T?) async throws -> T? {
        guard let self else { return nil }
        return try await ask(self)
    }
}
