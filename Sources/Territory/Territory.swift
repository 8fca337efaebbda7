package import Foundation

/// A territory: everything a town declares, read and checked as one.
package struct Territory: Sendable {
    package let folder: URL
    package let name: String
    package let siren: String?
    /// How many inhabitants it says it has.
    package let population: Int?
    /// The portal's languages, the first by default.
    package let languages: [Language]
    package let licence: String
    /// What catalogues want to know of it besides.
    package var identity = Identity()
    package let lake: LakeDeclaration
    package let portal: PortalDeclaration
    /// In the order of their names.
    package let datasets: [Dataset]
    /// The sources that have a file of their own, under its stem.
    package let sources: [String: SourceDeclaration]
    package let destinations: [String: DestinationDeclaration]
    /// Whom it tells what happens, in the order written.
    package var announcements: [AnnouncementDeclaration] = []
    /// Where agents may sign in, besides the accounts' own passwords.
    package var signIn: SignInDeclaration?
    package let keyring: Keyring

    /// Reads `lavoir.yaml`, `sources/` and `datasets/`. Opens no connection and resolves no secret.
    ///
    /// Throws one fault with all the problems there are, never a part of them.
    /// - Parameter laid: declarations as they would be, by path: what is to be written is read before it is.
    package static func load(
        _ folder: URL, knowing vocabulary: Vocabulary, environment: [String: String] = [:], laying laid: [String: Data] = [:]
    ) throws(TerritoryFault) -> Territory {
        var loader = Loader(folder, knowing: vocabulary, environment: environment, laying: laid)
        let territory = loader.load()
        let problems = loader.problemsInOrder
        if let first = problems.first { throw TerritoryFault(first, Array(problems.dropFirst())) }
        guard let territory else { preconditionFailure("a territory without problems has all its parts") }
        return territory
    }

    /// Everything wrong with a territory, by file, line and column; empty when it can be loaded.
    package static func problems(
        in folder: URL, knowing vocabulary: Vocabulary, environment: [String: String] = [:]
    ) -> [Problem] {
        var loader = Loader(folder, knowing: vocabulary, environment: environment)
        _ = loader.load()
        return loader.problemsInOrder
    }

    /// The dataset of that name.
    package func dataset(_ name: String) -> Dataset? { datasets.first { $0.name == name } }

    /// The border no path of a declaration may cross.
    package var confinement: Confinement { Confinement(folder) }
}
