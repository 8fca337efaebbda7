internal import Foundation
internal import Territory

/// What separates the folder from what it should be.
struct FolderDifference {
    private(set) var plan = PublicationPlan()
    /// Data files to copy.
    private(set) var copies: [PublishedFile] = []
    /// Pages and inventories to write, by name in the dataset's folder.
    private(set) var texts: [(name: String, text: String)] = []
    private(set) var removed: [String] = []
    /// The page of all datasets, and their catalogue, when they change.
    private(set) var front: String?
    private(set) var catalogue: String?

    init(_ publication: Publication, _ found: FolderDestination.Found, _ destination: FolderDestination) {
        if found.files.isEmpty { plan.changes.append(.create(publication.sheet.name)) }
        for file in publication.files where found.files[file.name] != file.sha256 {
            copies.append(file)
            let isThere = found.files[file.name] != nil
            plan.changes.append(
                isThere ? .replace(file: file.name, bytes: file.size) : .add(file: file.name, bytes: file.size))
        }
        let page = FolderPage(publication, destination)
        for (name, text) in page.texts where found.files[name] != FolderPage.hash(text) {
            texts.append((name, text))
            plan.changes.append(.write(name))
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
        compareFront(found, page, destination)
    }

    private mutating func compareFront(
        _ found: FolderDestination.Found, _ page: FolderPage, _ destination: FolderDestination
    ) {
        let entries = (found.neighbours + [page.entry]).sorted { $0.name < $1.name }
        let wanted = FrontPage(entries, destination.territory.name, destination.languages).text
        if found.front != wanted {
            if found.front?.contains(FrontPage.mark) ?? true {
                front = wanted
                plan.changes.append(.write("../index.html"))
            } else {
                plan.left.append(CKANMessages.others("index.html"))
            }
        }
        guard let address = destination.address, let own = page.texts.first(where: { $0.name == "dataset.ttl" }) else { return }
        let whole = FrontCatalogue(entries, found.graphs + [own.text], destination.territory, address).text
        guard found.catalogue != whole else { return }
        catalogue = whole
        plan.changes.append(.write("../catalog.ttl"))
    }
}
