package import Lake
internal import Territory

/// The new versions as a feed that a reader of news follows: Atom (RFC 4287), of one dataset or of all, the latest first.
package struct VersionFeed: Sendable {
    package static let file = "versions.atom"
    /// Versions told at most.
    package static let limit = 50

    let site: Site
    /// The dataset; nil for all.
    let exhibit: Exhibit?
    /// Each version with the dataset that it is of.
    let versions: [(exhibit: Exhibit, version: Version)]
    /// The address of the server, without a slash at its end.
    let base: String

    package init(_ site: Site, of exhibit: Exhibit?, versions: [(exhibit: Exhibit, version: Version)], base: String) {
        self.site = site
        self.exhibit = exhibit
        self.versions = Array(versions.sorted { $0.version.time > $1.version.time }.prefix(Self.limit))
        self.base = base
    }

    package var text: String {
        let page = exhibit.map { ["donnees", $0.name, "versions"] } ?? ["donnees"]
        let own = exhibit.map { ["donnees", $0.name, Self.file] } ?? [Self.file]
        let title =
            exhibit.map { "\($0.title(site.language)) – \(site.name)" }
            ?? site.pick("Nouvelles versions – \(site.name)", "New versions – \(site.name)")
        let feed: HTML = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(site.language.rawValue)">
            <title>\(title)</title>
            <id>\(site.absolute(own, base))</id>
            <link rel="self" type="application/atom+xml" href="\(site.absolute(own, base))"/>
            <link rel="alternate" type="text/html" href="\(site.absolute(page, base))"/>
            <updated>\(Self.instant(versions.first?.version.time))</updated>
            <author><name>\(site.name)</name></author>
            \(versions.map(entry))</feed>

            """
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + feed.text
    }

    private func entry(_ exhibit: Exhibit, _ version: Version) -> HTML {
        let address = site.absolute(["donnees", exhibit.name, "versions"], base) + "#version-\(version.number)"
        let numbers = NumberText(language: site.language)
        let change = site.pick(
            "\(numbers.whole(version.rows)) lignes : \(numbers.whole(version.added)) ajoutées, \(numbers.whole(version.removed)) retirées.",
            "\(numbers.whole(version.rows)) rows: \(numbers.whole(version.added)) added, \(numbers.whole(version.removed)) removed."
        )
        return """
            <entry><title>\(exhibit.title(site.language)), version \(version.number)</title><id>\(address)</id>
            <link rel="alternate" type="text/html" href="\(address)"/><updated>\(Self.instant(version.time))</updated>
            <summary>\(site.said([version.message, change].filter { !$0.isEmpty }.joined(separator: " – ")))</summary></entry>
            """
    }

    /// `2025-03-31T08:00:00.123Z`, from the lake's writing.
    private static func instant(_ time: String?) -> String {
        guard let time, time.count >= 19 else { return "1970-01-01T00:00:00Z" }
        return time.prefix(10) + "T" + time.dropFirst(11) + "Z"
    }
}
