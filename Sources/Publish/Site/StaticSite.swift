internal import Foundation
internal import Territory

/// An open data site without a server: one folder for each dataset, with its files under names that never change, `SHA256SUMS` and a
/// page; above them a page of all datasets and, where the site's address is known, their DCAT-AP catalogue.
package struct StaticSite: Sendable {
    let name: String
    let territory: Territory
    /// The address it is seen under, without a slash at its end; nil makes no linked data.
    let address: String?
    let shelf: any Shelf

    init(_ declaration: DestinationDeclaration, in territory: Territory, on shelf: any Shelf) {
        name = declaration.name
        self.territory = territory
        address = declaration.options["address"]?.text.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        self.shelf = shelf
    }

    var languages: [Language] { territory.languages }

    static let addressKey = Key(
        "address",
        .matching("https?://[^ ]+", expected: Bilingual(fr: "une adresse http ou https", en: "an http or https address")),
        summary: Bilingual(
            fr: "l'adresse où le site se voit ; avec elle, un catalogue DCAT-AP est écrit (catalog.ttl)",
            en: "the address the site is seen under; with it, a DCAT-AP catalogue is written (catalog.ttl)"))

    func probe(_ publication: Publication) async throws -> SiteFound {
        let own = publication.sheet.name, texts = DatasetTexts(publication, self).texts
        let expected = publication.files.map { ($0.name, $0.print) } + texts.map { ($0.name, $0.print) }
        let files = try await shelf.hashes(in: own, expecting: Dictionary(expected) { first, _ in first })
        let entry = try await self.entry(own)
        if !files.isEmpty, entry?.id != publication.sheet.id {
            throw PublishFault(.notOurs, name, facts: ["what": Bilingual(shelf.address(of: own))])
        }
        var neighbours: [DatasetTexts.Entry] = [], graphs: [String] = []
        for folder in try await shelf.folders() where folder != own {
            guard let entry = try await self.entry(folder) else { continue }
            neighbours.append(entry)
            if let graph = try await shelf.text(at: folder + "/dataset.ttl") { graphs.append(graph) }
        }
        return SiteFound(
            files: files, ours: entry.map { Set($0.files) } ?? [], front: try await shelf.text(at: "index.html"),
            catalogue: try await shelf.text(at: "catalog.ttl"), neighbours: neighbours, graphs: graphs)
    }

    private func entry(_ folder: String) async throws -> DatasetTexts.Entry? {
        try await shelf.text(at: folder + "/sheet.json").flatMap { DatasetTexts.Entry.reading($0) }
    }

    func plan(_ publication: Publication, _ found: SiteFound) -> PublicationPlan {
        SiteDifference(publication, found, self).plan
    }

    func apply(_ publication: Publication, _ memory: inout Memory, _ found: SiteFound) async throws {
        let difference = SiteDifference(publication, found, self), home = publication.sheet.name
        try await shelf.sweep(home)
        // The sheet first: a folder left half written is known as ours by the next run.
        let texts = difference.texts.filter { $0.name == "sheet.json" }
        for text in texts { try await shelf.put(text, at: "\(home)/\(text.name)") }
        for file in difference.copies { try await shelf.put(file, at: "\(home)/\(file.name)") }
        for text in difference.texts where text.name != "sheet.json" { try await shelf.put(text, at: "\(home)/\(text.name)") }
        for name in difference.removed { try await shelf.remove("\(home)/\(name)") }
        for text in difference.front { try await shelf.put(text, at: text.name) }
        memory.remote = home
        memory.address =
            address.map { "\($0)/\(AddressText.encoded(home))/index.html" } ?? shelf.address(of: home + "/index.html")
    }

    func withdraw(_ publication: Publication, _ found: SiteFound) async throws {
        let home = publication.sheet.name
        for name in found.ours.sorted() { try await shelf.remove("\(home)/\(name)") }
        try await shelf.sweep(home)
        guard found.front?.contains(FrontPage.mark) ?? false else { return }
        let rest = found.neighbours.sorted { $0.name < $1.name }
        let front = SiteText(name: "index.html", text: FrontPage(rest, territory.name, languages).text)
        try await shelf.put(front, at: front.name)
        guard let address, found.catalogue != nil else { return }
        let catalogue = FrontCatalogue(rest, found.graphs, territory, address).text
        try await shelf.put(SiteText(name: "catalog.ttl", text: catalogue), at: "catalog.ttl")
    }
}

/// What a static site has: hashes of the files of the dataset, and which of them are ours.
package struct SiteFound: Sendable {
    let files: [String: String]
    /// Names in our own inventory.
    let ours: Set<String>
    /// The page of all datasets, and their catalogue, as they stand; nil when there is none.
    let front: String?
    let catalogue: String?
    /// The other datasets of the site.
    let neighbours: [DatasetTexts.Entry]
    /// What each of them is as linked data.
    let graphs: [String]
}
