package import Territory

/// A profile as one HTML `Page`: headings in order, captions and scopes, nothing said by colour alone, details that the keyboard
/// opens.
package struct ProfilePage {
    let profile: Profile
    let words: ProfileWords
    let page: Page

    package init(_ profile: Profile, _ language: Language) {
        self.profile = profile
        page = Page(language: language)
        words = ProfileWords(language: language)
    }

    func pick(_ french: String, _ english: String) -> String { page.pick(french, english) }

    /// The whole page.
    package var html: String {
        let title = pick("Profil de \(profile.structure.file)", "Profile of \(profile.structure.file)")
        return page.html(
            title, navigation: "<nav aria-label=\"\(pick("Sommaire", "Contents"))\">\(contents)</nav>",
            main: [structure, traps, columns, schema].joined(separator: "\n"),
            footer: "\(pick("Écrit par", "Written by")) <code>lavoir inspect --html</code>")
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
        facts += made.options.map { (page.capitalized(words.option($0.name)), words.value($0)) }
        if made.sheets.count > 1 { facts.append((pick("Feuilles", "Sheets"), made.sheets.joined(separator: ", "))) }
        facts.append((pick("Clé possible", "Possible key"), keys.isEmpty ? pick("aucune", "none") : keys))
        let notes = made.notes.map { "<li>\(page.said($0))</li>" }.joined()
        return """
            <section aria-labelledby="structure"><h2 id="structure">\(pick("Structure trouvée", "Structure found"))</h2>
            \(HTML.facts(facts))
            <details><summary>\(pick("Notes de lecture", "Notes of the reading"))</summary><ul class="plain">\(notes)</ul></details>
            </section>
            """
    }
}
