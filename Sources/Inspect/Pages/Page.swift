internal import Territory

/// What every page has: one file that needs nothing else, no script, no font, no picture from anywhere.
///
/// WCAG 2.2 AA: a language, a title, landmarks, a skip link.
struct Page {
    let language: Language

    func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }

    func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A sentence for the page. French signs keep the word they go with on their line.
    func said(_ words: Bilingual, begins: Bool = false) -> String {
        var text = words.text(in: language)
        if begins { text = capitalized(text) }
        return HTML.escaped(language.keptTogether(text))
    }

    /// The whole page.
    /// - Parameters:
    ///   - title: as text; the rest is HTML.
    ///   - navigation: what stands under the title.
    func html(_ title: String, navigation: String = "", main: String, footer: String) -> String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(HTML.escaped(title)) – Lavoir</title>
        <style>
        \(PageStyle.css)
        </style>
        </head>
        <body>
        <a class="skip" href="#main">\(pick("Aller au contenu", "Skip to content"))</a>
        <header>
        <h1>\(HTML.escaped(title))</h1>
        \(navigation)
        </header>
        <main id="main" tabindex="-1">
        \(main)
        </main>
        <footer><p>\(footer)</p></footer>
        </body>
        </html>

        """
    }
}
