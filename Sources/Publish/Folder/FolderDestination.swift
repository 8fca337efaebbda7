package import Foundation
package import Territory

/// A folder that a web server, a shared disk or a synchronised drive makes public: an open data site without a server.
///
/// One folder for each dataset: its files under names that never change, `SHA256SUMS`, a page; and a page of all of them above.
/// Files are written beside and renamed, so that a reader never sees half of one.
package struct FolderDestination: Destination {
    let name: String
    let folder: URL
    let languages: [Language]
    let territory: String

    package init(_ declaration: DestinationDeclaration, in territory: Territory) throws {
        name = declaration.name
        languages = territory.languages
        self.territory = territory.name
        let path = declaration.argument.text ?? ""
        guard let folder = path.hasPrefix("/") ? URL(filePath: path) : territory.confinement.locate(path) else {
            throw PublishFault(.outside, declaration.name, facts: ["what": Bilingual(path)])
        }
        self.folder = folder
    }

    package static let spec = Spec(
        name: "folder",
        summary: Bilingual(
            fr: "un dossier : un chemin du territoire, ou un chemin complet",
            en: "a folder: a path of the territory, or a whole path"),
        argument: .text, example: "folder: /var/www/opendata")

    /// What the folder has: hashes of the files of the dataset, and which of them are ours.
    package struct Found: Sendable {
        let files: [String: String]
        /// Names in our own inventory.
        let ours: Set<String>
        /// The page of all datasets, as it stands; nil when there is none.
        let front: String?
        /// The other datasets of the folder.
        let neighbours: [FolderPage.Entry]
    }

    package func probe(_ publication: Publication, _ memory: Memory) throws -> Found {
        let home = home(of: publication.sheet)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        let own = FolderPage.Entry.read(home)
        if !names.isEmpty, own?.id != publication.sheet.id {
            throw PublishFault(.notOurs, name, facts: ["what": Bilingual(home.path)])
        }
        var files: [String: String] = [:]
        for name in names where !name.hasPrefix(".") {
            files[name] = try? FileDigest(home.appending(path: name)).sha256
        }
        let front = try? String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
        let folders = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        return Found(
            files: files, ours: own.map { Set($0.files) } ?? [], front: front,
            neighbours: folders.filter { $0 != publication.sheet.name }.compactMap {
                FolderPage.Entry.read(folder.appending(path: $0))
            })
    }

    package func plan(_ publication: Publication, _ memory: Memory, _ found: Found) -> PublicationPlan {
        FolderDifference(publication, found, self).plan
    }

    func home(of sheet: Sheet) -> URL { folder.appending(path: sheet.name) }
}
