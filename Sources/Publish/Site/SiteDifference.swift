internal import Foundation
internal import Territory

/// What separates a static site from what it should be.
struct SiteDifference {
    private(set) var plan = PublicationPlan()
    /// Data files to copy.
    private(set) var copies: [PublishedFile] = []
    /// Pages and inventories to write, by name in the dataset's folder.
    private(set) var texts: [SiteText] = []
    private(set) var removed: [String] = []
    /// The page of all datasets, and their catalogue, when they change.
    private(set) var front: [SiteText] = []

    init(_ publication: Publication, _ found: SiteFound, _ site: StaticSite) {
        if found.files.isEmpty { plan.changes.append(.create(publication.sheet.name)) }
        for file in publication.files where found.files[file.name] != file.sha256 {
            copies.append(file)
            let isThere = found.files[file.name] != nil
            plan.changes.append(
                isThere ? .replace(file: file.name, bytes: file.size) : .add(file: file.name, bytes: file.size))
        }
        let page = DatasetTexts(publication, site)
        for text in page.texts where found.files[text.name] != text.print.sha256 {
            texts.append(text)
            plan.changes.append(.write(text.name))
        }
        let wanted = Set(publication.files.map(\.name) + page.texts.map(\.name))
        for name in found.files.keys.sorted() where !wanted.contains(name) {
            if found.ours.contains(name) {
                removed.append(name)
                plan.changes.append(.remove(file: name))
            } else {
                plan.left.append(CKANMessages.others(name))
            }
        }
        compareFront(found, page, site)
    }

    private mutating func compareFront(_ found: SiteFound, _ page: DatasetTexts, _ site: StaticSite) {
        let entries = (found.neighbours + [page.entry]).sorted { $0.name < $1.name }
        let wanted = FrontPage(entries, site.territory.name, site.languages).text
        if found.front != wanted {
            if found.front?.contains(FrontPage.mark) ?? true {
                front.append(SiteText(name: "index.html", text: wanted))
                plan.changes.append(.write("../index.html"))
            } else {
                plan.left.append(CKANMessages.others("index.html"))
            }
        }
        guard let address = site.address, let own = page.texts.first(where: { $0.name == "dataset.ttl" }) else { return }
        let whole = FrontCatalogue(entries, found.graphs + [own.text], site.territory, address).text
        guard found.catalogue != whole else { return }
        front.append(SiteText(name: "catalog.ttl", text: whole))
        plan.changes.append(.write("../catalog.ttl"))
    }
}
