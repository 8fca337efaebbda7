internal import Foundation
internal import Territory

/// What stands beside the files of a dataset on a static site: the inventory of hashes, what Lavoir must know of it, and the page.
struct DatasetTexts {
    /// What `sheet.json` holds: enough to know the folder as ours, and to list it on the page of all datasets.
    struct Entry: Codable, Sendable {
        let id: String
        let name: String
        let title: Bilingual
        let description: Bilingual?
        let modified: String
        let formats: [String]
        /// Every file of ours in the folder.
        let files: [String]

        /// Nil when the text is of another kind.
        static func reading(_ text: String) -> Entry? { try? JSONDecoder().decode(Entry.self, from: Data(text.utf8)) }
    }

    let entry: Entry
    /// In the order they are to be written: the sheet, which makes the folder ours, comes first.
    let texts: [SiteText]

    init(_ publication: Publication, _ site: StaticSite) {
        let sheet = publication.sheet
        let graph = site.address.map { Self.graph(publication, $0) }
        let names =
            publication.files.map(\.name) + ["index.html", "SHA256SUMS", "sheet.json"] + (graph == nil ? [] : ["dataset.ttl"])
        entry = Entry(
            id: sheet.id, name: sheet.name, title: sheet.title, description: sheet.description, modified: sheet.modified,
            formats: publication.files.filter { $0.purpose == .data }.map { FileForm($0.format).label }, files: names)
        let sums = publication.files.map { "\($0.sha256)  \($0.name)\n" }.joined()
        texts =
            [
                SiteText(name: "sheet.json", text: Self.json(entry)), SiteText(name: "SHA256SUMS", text: sums),
                SiteText(name: "index.html", text: DatasetPage(publication, site.languages).text),
            ] + (graph.map { [SiteText(name: "dataset.ttl", text: $0)] } ?? [])
    }

    /// The dataset as linked data, its files with their sizes and hashes.
    private static func graph(_ publication: Publication, _ base: String) -> String {
        let sheet = publication.sheet, home = "\(base)/\(AddressText.encoded(sheet.name))"
        let files = publication.files.filter { $0.purpose == .data }.map { file in
            DCATDataset.File(
                FileForm(file.format), at: "\(home)/\(AddressText.encoded(file.name))", size: file.size, sha256: file.sha256)
        }
        return Turtle.text([DCATDataset(sheet, base: base, page: "\(home)/index.html", files: files).node])
    }

    private static func json(_ entry: Entry) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(entry)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }
}
