internal import Territory
internal import Workshop

/// What every page has around it: one language, a title of its own, landmarks, a skip link, the way home and the way to search
/// (RGAA 8.3, 8.5, 9.2, 12.1, 12.7). No script, no font, no picture from anywhere else.
struct Layout: Sendable {
    let site: Site
    /// The parts of the page's address, for the link to the other language.
    let path: [String]
    var state = PageState()
    /// Whether anyone may read it; a page of the workshop has a session.
    var isPublic = true
    /// The whole address of the picture that a link to it is shown with.
    var picture: String?

    /// The whole page.
    /// - Parameters:
    ///   - title: of this page alone.
    ///   - trail: the pages above it, from the home page down.
    ///   - description: in one sentence, what a link to it is shown with.
    func page(
        _ title: String, trail: [(title: String, path: [String])] = [], description: String = "", head: HTML = .nothing,
        main: HTML
    ) -> HTML {
        """
        \(PageHead(site: site, title: title == site.name ? site.name : "\(title) – \(site.name)").html)
        \(alternates)
        <link rel="search" type="application/opensearchdescription+xml" href="\(site.link(SearchDescription.file))" title="\(site.name)">
        <link rel="alternate" type="application/atom+xml" href="\(site.link(VersionFeed.file))" title="\(site.pick("Nouvelles versions", "New versions"))">
        \(isPublic ? PageCard(site: site, title: title, description: description, picture: picture).html : nil)
        \(head)
        </head>
        <body>
        <a class="skip" href="#contenu">\(site.pick("Aller au contenu", "Skip to content"))</a>
        <header class="top"><div class="width">
        <a class="name" href="\(site.link())"><img class="mark" src="\(site.file(site.theme.icon.path))" alt="" width="35" height="35">\(site.name)
        <small>\(site.pick("Données ouvertes", "Open data"))</small></a>
        <nav aria-label="\(site.pick("Menu principal", "Main menu"))"><ul>
        <li><a href="\(site.link("donnees"))">\(site.pick("Données", "Data"))</a></li>
        <li><a href="\(site.link("qualite"))">\(site.pick("Qualité", "Quality"))</a></li>
        <li><a href="\(site.link(TryPage.path))">API</a></li>
        \(languages)
        </ul></nav>
        <form class="find" role="search" action="\(site.link("donnees"))" method="get">
        <label class="unseen" for="q-top">\(site.pick("Chercher une donnée", "Search the data"))</label>
        <input id="q-top" type="search" name="q" value="\(path == ["donnees"] ? state["q"] ?? "" : "")" autocomplete="off">
        <button>\(site.pick("Chercher", "Search"))</button>
        </form>
        </div></header>
        \(breadcrumb(trail, title))
        <main id="contenu" tabindex="-1" class="width">
        \(main)
        </main>
        <footer class="bottom"><div class="width">
        <ul>
        <li><a href="\(site.link("plan-du-site"))">\(site.pick("Plan du site", "Site map"))</a></li>
        <li><a href="\(site.link(AccessibilityPage.path))">\(site.said(AccessibilityPage.title(site)))</a></li>
        <li><a href="\(site.link("mentions-legales"))">\(site.pick("Mentions légales", "Legal notice"))</a></li>
        <li><a href="\(site.link("donnees-personnelles"))">\(site.pick("Données personnelles", "Personal data"))</a></li>
        \(proposed)
        \(ownPages)
        \(townLinks)
        </ul>
        <p>\(promise)</p>
        </div></footer>
        </body>
        </html>

        """
    }

    private var promise: String {
        isPublic
            ? site.pick(
                "Servi par Lavoir, logiciel libre. Aucun témoin, aucun traceur.",
                "Served by Lavoir, free software. No cookie, no tracker.")
            : site.pick(
                "Atelier de Lavoir. Un témoin de connexion, aucun traceur.",
                "Lavoir’s workshop. One cookie to stay signed in, no tracker.")
    }

    private var alternates: HTML {
        .joined(
            site.languages.map {
                "<link rel=\"alternate\" hreflang=\"\($0.rawValue)\" href=\"\(site.path(path, in: $0) + state.text)\">"
            })
    }

    /// What readers propose, where someone reads it.
    private var proposed: [HTML] {
        guard site.takesSuggestions else { return [] }
        return Suggestion.Kind.allCases.map {
            "<li><a href=\"\(site.link($0.path))\">\($0.title.text(in: site.language))</a></li>"
        }
    }

    /// What the town writes itself.
    private var ownPages: [HTML] {
        site.theme.pages.map { page in
            "<li><a href=\"\(site.link("pages", page.name))\">\(site.said(page.title(site.language)))</a></li>"
        }
    }

    /// The other sites of the town.
    private var townLinks: [HTML] {
        site.theme.links.map { "<li><a href=\"\($0.address)\">\($0.title.text(in: site.language))</a></li>" }
    }

    private var languages: HTML {
        .joined(
            site.languages.filter { $0 != site.language }.map { other in
                let name = other == .french ? "Français" : "English"
                return
                    "<li><a lang=\"\(other.rawValue)\" hreflang=\"\(other.rawValue)\" href=\"\(site.path(path, in: other) + state.text)\">\(name)</a></li>"
            })
    }

    private func breadcrumb(_ trail: [(title: String, path: [String])], _ title: String) -> HTML {
        guard !trail.isEmpty else { return .nothing }
        let links = trail.map { "<li><a href=\"\(site.path($0.path, in: site.language))\">\($0.title)</a></li>" as HTML }
        return """
            <nav class="trail width" aria-label="\(site.pick("Fil d’Ariane", "Breadcrumb"))"><ol>
            \(links)<li aria-current="page">\(title)</li>
            </ol></nav>
            """
    }
}
