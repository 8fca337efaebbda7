internal import Territory

/// What all pages of a dataset share: title, tabs, the way back.
struct DatasetFrame: Sendable {
    enum Tab: String, CaseIterable {
        case about = ""
        case table = "tableau"
        case map = "carte"
        case charts = "graphiques"
        case quality = "qualite"
        case versions = "versions"
        case api = "api"

        /// Those that a dataset has something for.
        static func all(of exhibit: Exhibit) -> [Tab] {
            allCases.filter { tab in
                switch tab {
                case .map: MapSource(exhibit) != nil
                default: true
                }
            }
        }

        var title: Bilingual {
            switch self {
            case .about: Bilingual(fr: "Présentation", en: "About")
            case .table: Bilingual(fr: "Tableau", en: "Table")
            case .map: Bilingual(fr: "Carte", en: "Map")
            case .charts: Bilingual(fr: "Graphiques", en: "Charts")
            case .quality: Bilingual(fr: "Qualité", en: "Quality")
            case .versions: Bilingual(fr: "Versions", en: "Versions")
            case .api: Bilingual("API")
            }
        }
    }

    let site: Site
    let exhibit: Exhibit
    let tab: Tab
    /// The whole address of the picture that a link to it is shown with.
    var picture: String?

    /// - Parameters:
    ///   - title: what this page is besides the dataset; empty for its first page.
    ///   - own: its path, when it is no tab but stands below one.
    func page(
        _ title: String, path own: [String]? = nil, state: PageState = PageState(), head: HTML = .nothing, main: HTML
    ) -> HTML {
        let name = exhibit.title(site.language)
        let path = own ?? ["donnees", exhibit.name] + (tab == .about ? [] : [tab.rawValue])
        let above =
            [(site.pick("Accueil", "Home"), []), (site.pick("Données", "Data"), ["donnees"])]
            + (tab == .about ? [] : [(name, ["donnees", exhibit.name])])
        return Layout(site: site, path: path, state: state, picture: picture).page(
            title.isEmpty ? name : "\(title) – \(name)", trail: above,
            description: CardList.sentence(exhibit.summary(site.language)),
            head: "\(feed)\(head)",
            main: """
                <h1>\(name)</h1>
                \(tabs)
                \(main)
                """)
    }

    private var feed: HTML {
        """
        <link rel="alternate" type="application/atom+xml" href="\(site.link("donnees", exhibit.name, VersionFeed.file))" title="\(exhibit.title(site.language))">

        """
    }

    private var tabs: HTML {
        let links = Tab.all(of: exhibit).map { tab in
            let path = ["donnees", exhibit.name] + (tab == .about ? [] : [tab.rawValue])
            let current: HTML = tab == self.tab ? " aria-current=\"page\"" : .nothing
            return "<li><a href=\"\(site.path(path, in: site.language))\"\(current)>\(tab.title.text(in: site.language))</a></li>"
                as HTML
        }
        return
            "<nav class=\"tabs\" aria-label=\"\(site.pick("Pages de ce jeu de données", "Pages of this dataset"))\"><ul>\(links)</ul></nav>"
    }
}
