internal import Territory

/// The page of all the datasets of a static site.
struct FrontPage {
    /// Tells our pages from those of others.
    static let mark = "<meta name=\"generator\" content=\"Lavoir\">"

    private let entries: [DatasetTexts.Entry]
    private let territory: String
    private let language: Language

    init(_ entries: [DatasetTexts.Entry], _ territory: String, _ languages: [Language]) {
        self.entries = entries
        self.territory = territory
        language = languages.first ?? .french
    }

    var text: String {
        let title = Bilingual(fr: "Données ouvertes – \(territory)", en: "Open data – \(territory)").text(in: language)
        let items = entries.map { entry in
            let words = entry.description.map { "<br>\(PageText.escaped($0, language))" } ?? ""
            let link = "<a href=\"\(AddressText.encoded(entry.name))/index.html\">\(PageText.escaped(entry.title, language))</a>"
            return "<li>\(link) (\(MarkupText.escaped(entry.formats.joined(separator: ", "))))\(words)</li>"
        }
        return PageText.page(
            title, language, "<h1>\(MarkupText.escaped(title))</h1>\n<ul>\n\(items.joined(separator: "\n"))\n</ul>")
    }
}
