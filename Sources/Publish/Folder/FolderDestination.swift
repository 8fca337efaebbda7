internal import Foundation
package import Territory

/// A folder that a web server, a shared disk or a synchronised drive makes public: an open data site without a server.
package struct FolderDestination: SiteDestination {
    package let site: StaticSite

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
}
