package import Foundation
internal import Territory

/// The first page: search, themes, what came last.
package struct HomePage: Sendable {
    let site: Site
    let exhibits: [Exhibit]
    let now: Date

    package init(_ site: Site, _ exhibits: [Exhibit], now: Date) {
        self.site = site
        self.exhibits = exhibits
        self.now = now
    }

    package var html: HTML {
        let numbers = NumberText(language: site.language)
        let rows = exhibits.reduce(0) { $0 + $1.rows }
        return Layout(site: site, path: []).page(
            site.name, description: site.pick("Les données ouvertes de \(site.name).", "The open data of \(site.name)."),
            main: """
                <div class="hero">
                <h1>\(site.pick("Les données de \(site.bareName), à lire et à reprendre", "The data of \(site.bareName), to read and reuse"))</h1>
                <p class="lead">\(site.pick(
                    "\(numbers.whole(exhibits.count)) jeux de données contrôlés, \(numbers.whole(rows)) lignes, toutes les versions gardées.",
                    "\(numbers.whole(exhibits.count)) checked datasets, \(numbers.whole(rows)) rows, every version kept."))</p>
                <form role="search" aria-label="\(site.pick("Dans toutes les données", "In all the data"))" action="\(site.link("donnees"))" method="get">
                <label class="unseen" for="q-home">\(site.pick("Que cherchez-vous ?", "What are you looking for?"))</label>
                <input id="q-home" type="search" name="q" placeholder="\(site.pick("budget, cantine, associations…", "budget, school meals, grants…"))">
                <button>\(site.pick("Chercher dans les données", "Search the data"))</button></form>
                </div>
                \(DoorList(site: site, exhibits: exhibits).html)
                \(highlights)
                \(themes)
                <h2>\(site.pick("Mis à jour récemment", "Recently updated"))</h2>
                \(CardList(site: site, exhibits: Array(exhibits.filter { !site.theme.highlights.contains($0.name) }.sorted { $0.committed > $1.committed }.prefix(6)), now: now, level: 3).html)
                <p><a href="\(site.link("donnees"))">\(site.pick("Voir les \(exhibits.count) jeux de données", "See all \(exhibits.count) datasets"))</a> · \
                <a href="\(site.link(VersionFeed.file))">\(site.pick("Suivre les nouvelles versions (Atom)", "Follow new versions (Atom)"))</a></p>
                """)
    }

    /// What the town puts forward.
    private var highlights: HTML {
        let chosen = site.theme.highlights.compactMap { name in exhibits.first { $0.name == name } }
        guard !chosen.isEmpty else { return .nothing }
        return """
            <h2>\(site.pick("À la une", "Highlights"))</h2>
            \(CardList(site: site, exhibits: chosen, now: now, level: 3).html)
            """
    }

    private var themes: HTML {
        let counts = Dictionary(grouping: exhibits.compactMap(\.dataset.theme)) { $0 }.mapValues(\.count)
        guard counts.count > 1 else { return .nothing }
        let items = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { theme, count in
            """
            <li class="card"><h3><a href="\(site.link("themes", theme))">\(ThemeName(theme).text(site.language))</a></h3>\
            <p>\(count) \(count > 1 ? site.pick("jeux de données", "datasets") : site.pick("jeu de données", "dataset"))</p></li>
            """ as HTML
        }
        return "<h2>\(site.pick("Par thème", "By theme"))</h2><ul class=\"cards\">\(items)</ul>"
    }
}

/// A theme as written in a sheet, with a capital.
struct ThemeName: Sendable {
    private let name: String

    init(_ name: String) { self.name = name }

    func text(_ language: Language) -> String {
        let words = name.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
