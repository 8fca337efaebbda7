internal import Territory
internal import Workshop

/// All pages, for people and for search engines (RGAA 12.3, <https://www.sitemaps.org/protocol.html>).
package struct SiteMap: Sendable {
    let site: Site
    let exhibits: [Exhibit]

    package init(_ site: Site, _ exhibits: [Exhibit]) {
        self.site = site
        self.exhibits = exhibits
    }

    package var html: HTML {
        let title = site.pick("Plan du site", "Site map")
        let datasets = exhibits.map { exhibit in
            let tabs = DatasetFrame.Tab.all(of: exhibit).dropFirst().map { tab in
                "<li><a href=\"\(site.link("donnees", exhibit.name, tab.rawValue))\">\(exhibit.title(site.language)) – \(tab.title.text(in: site.language))</a></li>"
                    as HTML
            }
            return
                "<li><a href=\"\(site.link("donnees", exhibit.name))\">\(exhibit.title(site.language))</a><ul>\(tabs)</ul></li>"
                as HTML
        }
        let notices = NoticePage.allCases.map { notice in
            "<li><a href=\"\(site.link(notice.rawValue))\">\(notice.title.text(in: site.language))</a></li>" as HTML
        }
        return Layout(site: site, path: ["plan-du-site"]).page(
            title, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(title)</h1>
                <ul><li><a href="\(site.link())">\(site.pick("Accueil", "Home"))</a></li>
                <li><a href="\(site.link("donnees"))">\(site.pick("Données", "Data"))</a><ul>\(datasets)</ul></li>
                <li><a href="\(site.link("qualite"))">\(site.pick("Qualité des données", "Quality of the data"))</a></li>
                <li><a href="\(site.link(ProducersPage.path))">\(site.pick("Producteurs", "Producers"))</a></li>
                \(proposed)
                \(views)
                \(themes)
                \(site.theme.pages.map { "<li><a href=\"\(site.link("pages", $0.name))\">\(site.said($0.title(site.language)))</a></li>" as HTML })
                <li><a href="\(site.link(AccessibilityPage.path))">\(site.said(AccessibilityPage.title(site)))</a></li>
                \(notices)</ul>
                """)
    }

    /// What readers propose, where someone reads it.
    private var proposed: [HTML] {
        site.takesSuggestions
            ? Suggestion.Kind.allCases.map {
                "<li><a href=\"\(site.link($0.path))\">\($0.title.text(in: site.language))</a></li>"
            } + [
                "<li><a href=\"\(site.link(WorkshopFrame.path))\">\(site.pick("Atelier des agents", "Workshop for agents"))</a></li>"
            ] : []
    }

    private var themes: [HTML] {
        Set(exhibits.compactMap(\.dataset.theme)).sorted().map { theme in
            "<li><a href=\"\(site.link("themes", theme))\">\(ThemeName(theme).text(site.language))</a></li>"
        }
    }

    /// The pages that are made from certain data, as far as the town has them.
    private var views: [HTML] {
        Door.all(of: exhibits).map { door in
            "<li><a href=\"\(site.link(door.path))\">\(site.said(door.title.text(in: site.language)))</a></li>"
        }
    }

    /// For search engines: every page of every language.
    /// - Parameter base: the address of the server, without a slash at its end.
    package func xml(base: String) -> String {
        let pages =
            [[], ["donnees"], ["qualite"], [ProducersPage.path]]
            + (site.takesSuggestions ? Suggestion.Kind.allCases.map { [$0.path] } : [])
            + Door.all(of: exhibits).map { [$0.path] }
            + Set(exhibits.compactMap(\.dataset.theme)).sorted().map { ["themes", $0] }
            + Maker.all(of: exhibits, on: site).map { [ProducersPage.path, $0.id] }
            + site.theme.pages.map { ["pages", $0.name] }
            + exhibits.flatMap { exhibit in
                [["donnees", exhibit.name], ["donnees", exhibit.name, "tableau"]]
            }
        let entries = pages.flatMap { page in
            site.languages.map { "<url><loc>\(base)\(site.path(page, in: $0).dropFirst(site.basePath.count))</loc></url>" }
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(entries.joined(separator: "\n"))
            </urlset>

            """
    }
}
