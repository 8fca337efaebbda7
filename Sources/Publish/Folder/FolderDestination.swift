internal import Foundation
package import Territory

/// A folder that a web server, a shared disk or a synchronised drive makes public: an open data site without a server.
package struct FolderDestination: Destination {
    private let site: StaticSite

    package init(_ declaration: DestinationDeclaration, in territory: Territory) throws {
        let path = declaration.argument.text ?? ""
        guard let folder = path.hasPrefix("/") ? URL(filePath: path) : territory.confinement.locate(path) else {
            throw PublishFault(.outside, declaration.name, facts: ["what": Bilingual(path)])
        }
        site = StaticSite(declaration, in: territory, on: FolderShelf(name: declaration.name, folder: folder))
    }

    package static let spec = Spec(
        name: "folder",
        summary: Bilingual(
            fr: "un dossier : un chemin du territoire, ou un chemin complet",
            en: "a folder: a path of the territory, or a whole path"),
        argument: .text, options: [StaticSite.addressKey],
        example: "folder: /var/www/opendata\naddress: https://opendata.valbourg.example")

    package func probe(_ publication: Publication, _ memory: Memory) async throws -> SiteFound {
        try await site.probe(publication)
    }

    package func plan(_ publication: Publication, _ memory: Memory, _ found: SiteFound) -> PublicationPlan {
        site.plan(publication, found)
    }

    package func apply(_ publication: Publication, _ memory: inout Memory, _ found: SiteFound) async throws {
        try await site.apply(publication, &memory, found)
    }

    package func withdraw(_ publication: Publication, _ memory: inout Memory, _ found: SiteFound) async throws {
        try await site.withdraw(publication, found)
    }
}
