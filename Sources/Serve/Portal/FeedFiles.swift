internal import Lake
internal import Portal

/// The new versions of every dataset.
struct FeedFile: PortalText {
    let path = VersionFeed.file
    let type = "application/atom+xml; charset=utf-8"

    func text(_ view: PortalView) async throws -> String {
        let exhibits = view.exhibits
        let versions = try await view.lake { session in
            try exhibits.flatMap { exhibit in
                try session.history(of: exhibit.name).prefix(VersionFeed.limit).map { (exhibit: exhibit, version: $0) }
            }
        }
        return VersionFeed(view.site, of: nil, versions: versions, base: view.ask.base).text
    }
}

/// The new versions of one.
struct DatasetFeedFile: PortalText {
    let path = "donnees/{dataset}/\(VersionFeed.file)"
    let type = "application/atom+xml; charset=utf-8"

    func text(_ view: PortalView) async throws -> String {
        let exhibit = try view.exhibit()
        let versions = try await view.lake { try $0.history(of: exhibit.name) }.map { (exhibit: exhibit, version: $0) }
        return VersionFeed(view.site, of: exhibit, versions: versions, base: view.ask.base).text
    }
}

/// The way for a browser to search the catalogue.
struct SearchFile: PortalText {
    let path = SearchDescription.file
    let type = "application/opensearchdescription+xml; charset=utf-8"

    func text(_ view: PortalView) async throws -> String { SearchDescription(view.site, base: view.ask.base).text }
}
