internal import Foundation
package import Territory

/// Where the pages of one language stand: those of a town's first language at the root, the others below the name of theirs.
///
/// An address is the same in all languages, but for the words that an agent or a reader would not know: `/atelier/depots` is
/// `/en/workshop/files`.
package struct PageRoot: Sendable, Hashable {
    package let language: Language
    let isFirst: Bool

    init(_ language: Language, among languages: [Language]) {
        self.language = language
        isFirst = language == languages.first ?? .french
    }

    /// One for each language of a town.
    package static func all(of territory: Territory) -> [PageRoot] {
        let languages = territory.languages.isEmpty ? [.french] : territory.languages
        return languages.map { PageRoot($0, among: languages) }
    }

    /// The parts of an address: those of the French page, said in this language.
    func parts(_ french: [String]) -> [String] {
        guard language == .english, let first = french.first, let words = Self.english[first] else { return root + french }
        return root + [words.first] + french.dropFirst().map { words.below[$0] ?? $0 }
    }

    /// The pattern of a page, `atelier/depots/{deposit}`, as it stands in this language.
    package func pattern(_ path: String) -> String { parts(Self.parts(of: path)).joined(separator: "/") }

    /// Where the page stood before it had words of this language; nil when it has none.
    package func formerPattern(_ path: String) -> String? {
        let former = (root + Self.parts(of: path)).joined(separator: "/")
        return former == pattern(path) ? nil : former
    }

    /// The parts of the French page that an address without words of its own was asked for by.
    package func french(_ segments: [String]) -> [String] { Array(segments.dropFirst(root.count)) }

    private var root: [String] { isFirst ? [] : [language.rawValue] }

    private static func parts(of path: String) -> [String] { path.split(separator: "/").map(String.init) }

    private static let english: [String: (first: String, below: [String: String])] = [
        "atelier": (
            "workshop",
            [
                "connexion": "sign-in", "deconnexion": "sign-out", "mot-de-passe": "password", "depots": "files",
                "apercu": "preview", "recette": "recipe", "controle": "check", "fiche": "sheet", "supprimer": "remove",
                "propositions": "suggestions", "annuaire": "directory", "retour": "back",
            ]
        ),
        "producteurs": ("producers", [:]),
    ]
}
