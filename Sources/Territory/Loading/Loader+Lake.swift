import Foundation

// Addresses of the lake, and the names of destinations.
extension Loader {
    mutating func checkLake(_ lake: Value?) {
        if let catalogue = lake?["catalogue"], let address = catalogue.text, CatalogueServer.isAddress(address) {
            if CatalogueServer.carriesPassword(address) {
                report(literalPassword(at: catalogue.place))
            } else if CatalogueServer(address) == nil {
                refuse(catalogue.place, "lake.catalogue", expected: LakeMessages.catalogue)
            }
        }
        if let data = lake?["data"], let address = data.text, address.contains("://"),
            address.wholeMatch(of: #/s3://[a-z0-9][a-z0-9.-]+(/.*)?/#) == nil
        {
            refuse(data.place, "lake.data", expected: LakeMessages.data)
        }
    }

    mutating func destinations(_ value: Value?) -> [String: DestinationDeclaration] {
        var destinations: [String: DestinationDeclaration] = [:]
        for entry in value?.entries ?? [] {
            if entry.key == "portal" {
                refuse(entry.keyPlace, "destinations.portal", expected: LakeMessages.ownDestination)
            }
            destinations[entry.key] = DestinationDeclaration(entry, knowing: vocabulary.destinations)
        }
        return destinations
    }

    private func literalPassword(at place: Place) -> Problem {
        let here = Whereabouts.file.key("lake").key("catalogue")
        return Problem(.literalSecret, at: place, ["where": here.words, "key": Bilingual("password")])
    }

    private mutating func refuse(_ place: Place, _ path: String, expected: Bilingual) {
        let here = Whereabouts.file.key(path)
        report(Problem(.badValue, at: place, ["where": here.words, "expected": expected]))
    }
}

/// What addresses of the lake and names of destinations look like.
private enum LakeMessages {
    static let catalogue = Bilingual(
        fr: "postgres://hôte:port/base, le compte sous « user: » et « password: »",
        en: "postgres://host:port/database, the account under \"user:\" and \"password:\"")
    static let data = Bilingual(
        fr: "un dossier ou s3://bucket/préfixe",
        en: "a folder or s3://bucket/prefix")
    static let ownDestination = Bilingual(
        fr: "un autre nom que portal, qui désigne déjà le portail de la ville",
        en: "a name other than portal, which is the town's own portal already")
}
