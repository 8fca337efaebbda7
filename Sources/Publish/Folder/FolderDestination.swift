package import Foundation
package import Territory

/// A folder that a web server, a shared disk or a synchronised drive makes public: an open data site without a server.
///
/// One folder for each dataset: its files under names that never change, `SHA256SUMS`, a page; and a page of all of them above.
/// Files are written beside and renamed, so that a reader never sees half of one.
package struct FolderDestination: Destination {
    let name: String
    let folder: URL
    let territory: Territory
    /// The address it is seen under, without a slash at its end; nil makes no linked data.
    let address: String?
    var languages: [Language] { territory.languages }

    package init(_ declaration: DestinationDeclaration, in territory: Territory) throws {
        name = declaration.name
        self.territory = territory
        address = declaration.options["address"]?.text.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
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
        argument: .text,
        options: [
            Key(
                "address",
                .matching("https?://[^ ]+", expected: Bilingual(fr: "une adresse http ou https", en: "an http or https address")),
                summary: Bilingual(
                    fr: "l'adresse où ce dossier se voit ; avec elle, un catalogue DCAT-AP est écrit (catalog.ttl)",
                    en: "the address this folder is seen under; with it, a DCAT-AP catalogue is written (catalog.ttl)"))
        ],
        example: "folder: /var/www/opendata\naddress: https://opendata.valbourg.example")

    /// What the folder has: hashes of the files of the dataset, and which of them are ours.
    package struct Found: Sendable {
        let files: [String: String]
        /// Names in our own inventory.
        let ours: Set<String>
        /// The page of all datasets, and their catalogue, as they stand; nil when there is none.
        let front: String?
        let catalogue: String?
        /// The other datasets of the folder.
        let neighbours: [FolderPage.Entry]
        /// What each of them is as linked data.
        let graphs: [String]
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
        let others = folders.filter { $0 != publication.sheet.name }.map { folder.appending(path: $0) }
        return Found(
            files: files, ours: own.map { Set($0.files) } ?? [], front: front,
            catalogue: try? String(contentsOf: folder.appending(path: "catalog.ttl"), encoding: .utf8),
            neighbours: others.compactMap { FolderPage.Entry.read($0) },
            graphs: others.filter { FolderPage.Entry.read($0) != nil }.compactMap {
                try? String(contentsOf: $0.appending(path: "dataset.ttl"), encoding: .utf8)
            })
    }

    package func plan(_ publication: Publication, _ memory: Memory, _ found: Found) -> PublicationPlan {
        FolderDifference(publication, found, self).plan
    }

    func home(of sheet: Sheet) -> URL { folder.appending(path: sheet.name) }
}
