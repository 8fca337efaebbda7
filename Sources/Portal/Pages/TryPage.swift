internal import Territory

/// The APIs: a form to try the first of them with, what it answers, and where the others are. The server asks for the reader: no script.
package struct TryPage: Sendable {
    package static let path = "api"
    /// The clauses of a question about rows, as the API calls them.
    private static let clauses = ["select", "where", "group_by", "order_by", "refine", "limit"]

    /// What was asked, and what came back.
    package enum Reply: Sendable {
        case nothing
        /// An answer as text.
        case text(String)
        /// Why there is none.
        case fault(String)
    }

    let site: Site
    let state: PageState
    /// Those that everyone may see.
    let datasets: [(name: String, title: String)]
    /// The address of the server, without a slash at its end.
    let base: String
    let reply: Reply

    package init(_ site: Site, _ state: PageState, _ datasets: [(name: String, title: String)], base: String, reply: Reply) {
        self.site = site
        self.state = state
        self.datasets = datasets
        self.base = base
        self.reply = reply
    }

    /// The dataset that a state of the page asks about.
    package static func dataset(_ state: PageState) -> String? { state["dataset"] }

    /// The question that a state of the page asks.
    package static func question(_ state: PageState) -> [(name: String, value: String)] {
        state.items.filter { clauses.contains($0.name) }.map { ($0.name, $0.value) }
    }

    package var html: HTML {
        Layout(site: site, path: [Self.path], state: state).page(
            site.pick("Les API", "The APIs") + (Self.dataset(state).map { " – \($0)" } ?? ""),
            trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(site.pick("Les API", "The APIs"))</h1>
                <p class="lead">\(site.pick(
                    "Un programme lit ici les mêmes données que vous, sans clé : une application écrite pour Opendatasoft, CKAN ou une carte marche en changeant le nom du serveur.",
                    "A program reads here the same data as you do, without a key: an application written for Opendatasoft, CKAN or a map works once the server’s name is changed."))</p>
                <h2>\(site.pick("Essayer", "Try it"))</h2>
                \(form)
                \(answer)
                <h2>\(site.pick("Toutes les portes", "All the doors"))</h2>
                <ul>\(doors)</ul>
                """)
    }

    private var form: HTML {
        let chosen = Self.dataset(state)
        let options = datasets.map { dataset in
            "<option value=\"\(dataset.name)\"\(dataset.name == chosen ? " selected" as HTML : .nothing)>\(dataset.title)</option>"
                as HTML
        }
        let fields = Self.clauses.map { name in
            let value = state[name] ?? (name == "limit" && chosen == nil ? "3" : "")
            return """
                <div><label for="\(name)"><code>\(name)</code></label><input id="\(name)" name="\(name)" value="\(value)"></div>
                """ as HTML
        }
        return """
            <form class="filters" method="get" action="\(site.link(Self.path))">
            <div><label for="dataset">\(site.pick("Jeu de données", "Dataset"))</label><select id="dataset" name="dataset">\(options)</select></div>
            \(fields)
            <div><button>\(site.pick("Demander", "Ask"))</button></div>
            </form>
            """
    }

    private var answer: HTML {
        guard let dataset = Self.dataset(state) else { return .nothing }
        let question = Self.question(state)
        let path = "/api/explore/v2.1/catalog/datasets/\(AddressText.encoded(dataset))/records"
        let address = base + path + (question.isEmpty ? "" : "?" + AddressText.form(question))
        let link: HTML = "<p><a href=\"\(address)\"><code>\(address)</code></a></p>"
        switch reply {
        case .nothing: return .nothing
        case .text(let text):
            return
                "<h3>\(site.pick("Ce qu’elle répond", "What it answers"))</h3>\(link)<pre tabindex=\"0\"><code>\(text)</code></pre>"
        case .fault(let words): return "<p role=\"status\"><strong>\(words)</strong></p>\(link)"
        }
    }

    private var doors: [HTML] {
        let doors: [(name: String, path: String)] = [
            (
                site.pick("Leur description pour les programmes (OpenAPI)", "Their description for programs (OpenAPI)"),
                "api/openapi.json"
            ),
            ("Explore API v2.1 (Opendatasoft)", "api/explore/v2.1/catalog/datasets"),
            ("Search API v1 (Opendatasoft)", "api/datasets/1.0/search/"), ("CKAN", "api/3/action/package_list"),
            ("OGC API – Features, Tiles, Records", "ogc"), ("GeoServices (Esri)", "arcgis/rest/services"),
            ("DCAT-AP", "catalog.ttl"),
        ]
        return doors.map { door in
            let address = "\(base)/\(door.path)"
            return "<li><a href=\"\(site.file(door.path))\">\(door.name)</a> : <code>\(address)</code></li>"
        }
    }
}
