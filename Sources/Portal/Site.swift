package import Territory

/// A portal in one language: whose it is, and where its pages are.
///
/// French pages stand at the root, English ones under `/en`: see `PageRoot`.
package struct Site: Sendable {
    /// The town.
    package let name: String
    package let languages: [Language]
    package let language: Language
    /// What stands before every path when the portal shares a host: `/lavage`.
    package let basePath: String
    package let theme: Theme

    /// Whether readers may propose something: someone must be there to read it.
    package let takesSuggestions: Bool

    package init(
        name: String, languages: [Language], language: Language, basePath: String = "", theme: Theme = .plain,
        takesSuggestions: Bool = false
    ) {
        self.takesSuggestions = takesSuggestions
        self.theme = theme
        self.name = name
        self.languages = languages
        self.language = language
        self.basePath = basePath
    }

    /// Whether a chart may be brought to life.
    package var hasScripts: Bool { theme.charts != nil }

    /// `Ville de Valbourg` is Valbourg in a sentence.
    var bareName: String {
        for prefix in ["Ville de ", "Commune de ", "Mairie de "] where name.hasPrefix(prefix) {
            return String(name.dropFirst(prefix.count))
        }
        return name
    }

    func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }

    /// A sentence of a town, its French signs kept on the line of the word that they go with.
    func said(_ text: String) -> String { language.keptTogether(text) }

    /// The address of a page: `link("donnees", "budget", "tableau")`.
    func link(_ parts: String..., state: PageState = PageState()) -> String { path(parts, in: language) + state.text }

    /// The same page in another language.
    func path(_ parts: [String], in language: Language) -> String {
        let root = PageRoot(language, among: languages)
        return basePath + "/" + root.parts(parts).map(AddressText.encoded).joined(separator: "/")
    }

    /// The whole address of a page.
    /// - Parameter base: the address of the server with the path that it shares, without a slash at its end.
    package func absolute(_ parts: [String], _ base: String) -> String {
        base + path(parts, in: language).dropFirst(basePath.count)
    }

    /// The address of a page, for whoever makes no page.
    package func address(_ parts: [String], _ state: PageState = PageState()) -> String { path(parts, in: language) + state.text }

    /// The address of a path of this site that is known to be one, its language included.
    package func file(path: String) -> String { file(path) }

    /// An address outside the pages of a language: a file, the API.
    func file(_ path: String) -> String { "\(basePath)/\(path)" }
}
