package import Territory

/// A profile as one HTML page that needs nothing else: no script, no font, no picture from anywhere.
///
/// WCAG 2.2 AA: a language, a title, landmarks, a skip link, headings in order, captions and scopes, nothing said by colour
/// alone, details that the keyboard opens.
package struct ProfilePage {
    let profile: Profile
    let words: ProfileWords
    let language: Language

    package init(_ profile: Profile, _ language: Language) {
        self.profile = profile
        self.language = language
        words = ProfileWords(language: language)
    }

    func pick(_ french: String, _ english: String) -> String { words.pick(french, english) }

    /// The whole page.
    package var html: String {
        let title = pick("Profil de \(profile.structure.file)", "Profile of \(profile.structure.file)")
        return """
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
            <nav aria-label="\(pick("Sommaire", "Contents"))">\(contents)</nav>
            </header>
            <main id="main" tabindex="-1">
            \(structure)
            \(traps)
            \(columns)
            \(schema)
            </main>
            <footer><p>\(pick("Écrit par", "Written by")) <code>lavoir inspect --html</code></p></footer>
            </body>
            </html>

            """
    }

    private var contents: String {
        let entries = [
            ("structure", pick("Structure", "Structure")), ("traps", "\(pick("Pièges", "Traps")) (\(profile.traps.count))"),
            ("columns", "\(pick("Colonnes", "Columns")) (\(profile.columns.count))"), ("schema", pick("Schéma", "Schema")),
        ]
        return "<ul>" + entries.map { "<li><a href=\"#\($0)\">\($1)</a></li>" }.joined() + "</ul>"
    }

    private var structure: String {
        let made = profile.structure
        let keys = profile.keys.prefix(3).map { $0.joined(separator: " + ") }.joined(separator: pick(" ; ", "; "))
        var facts = [
            ("Format", made.format), (pick("Taille", "Size"), words.size(made.bytes)),
            (pick("Lignes", "Rows"), words.number(made.rows)), (pick("Colonnes", "Columns"), words.number(made.columns)),
        ]
        facts += made.options.map { (capitalized(words.option($0.name)), words.value($0)) }
        if made.sheets.count > 1 { facts.append((pick("Feuilles", "Sheets"), made.sheets.joined(separator: ", "))) }
        facts.append((pick("Clé possible", "Possible key"), keys.isEmpty ? pick("aucune", "none") : keys))
        let list = facts.map { "<div><dt>\(HTML.escaped($0))</dt><dd>\(HTML.escaped($1))</dd></div>" }.joined(separator: "\n")
        let notes = made.notes.map { "<li>\(said($0))</li>" }.joined()
        return """
            <section aria-labelledby="structure"><h2 id="structure">\(pick("Structure trouvée", "Structure found"))</h2>
            <dl class="facts">\(list)</dl>
            <details><summary>\(pick("Notes de lecture", "Notes of the reading"))</summary><ul class="plain">\(notes)</ul></details>
            </section>
            """
    }

    func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// A sentence for the page. French signs keep the word they go with on their line.
    func said(_ words: Bilingual, begins: Bool = false) -> String {
        var text = words.text(in: language)
        if begins { text = capitalized(text) }
        guard language == .french else { return HTML.escaped(text) }
        let pairs = [
            ("« ", "«\u{A0}"), (" »", "\u{A0}»"), (" :", "\u{A0}:"), (" ;", "\u{A0};"), (" !", "\u{A0}!"), (" ?", "\u{A0}?"),
        ]
        return HTML.escaped(pairs.reduce(text) { $0.replacing($1.0, with: $1.1) })
    }
}
