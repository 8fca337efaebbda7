internal import Territory

/// What a figure has around it in a page of another site: its source and the way to the data; no menu, no footer, no script.
struct EmbedFrame: Sendable {
    /// What every such address begins with.
    static let path = "embed"

    let site: Site
    let exhibit: Exhibit
    /// The page that shows the same figure among others: its parts after the dataset.
    let page: String
    let state: PageState

    func page(_ title: String, main: HTML) -> HTML {
        let name = exhibit.title(site.language)
        return """
            \(PageHead(site: site, title: "\(title) – \(name), \(site.pick("la figure seule", "the figure alone")) – \(site.name)").html)
            <meta name="robots" content="noindex">
            </head>
            <body class="embed">
            <main>
            \(main)
            <p><a href="\(site.link("donnees", exhibit.name, page, state: state))" target="_blank" rel="noopener">\(site.pick("Voir les données de \(site.name) (nouvel onglet)", "See the data of \(site.name) (new tab)"))</a></p>
            </main>
            </body>
            </html>

            """
    }
}

/// How a figure is taken to another site: the HTML to copy.
struct EmbedCode: Sendable {
    let site: Site
    /// What the frame is called by those who do not see it (RGAA 2.1).
    let title: String
    /// The parts of its address.
    let path: [String]
    let state: PageState
    /// The address of the server, without a slash at its end.
    let base: String

    private var code: HTML {
        """
        <iframe src="\(site.absolute(path, base) + state.text)" title="\(title) – \(site.name)" width="100%" height="620" loading="lazy" style="border:0"></iframe>
        """
    }

    /// - Parameter more: other ways to take it, as items of a list.
    func html(_ more: [HTML] = []) -> HTML {
        """
        <details class="take"><summary>\(site.pick("Intégrer à un autre site", "Put into another site"))<span class="unseen"> – \(title)</span></summary>
        <p>\(site.pick("Collez ce code dans la page : la figure suivra les données.", "Paste this code into the page: the figure will follow the data."))</p>
        <pre tabindex="0" role="region" aria-label="\(site.pick("Code à copier", "Code to copy")) – \(title)"><code>\(code.text)</code></pre>
        <ul><li><a href="\(site.path(path, in: site.language) + state.text)">\(site.pick("La figure seule", "The figure alone"))<span class="unseen"> – \(title)</span></a></li>\(more)</ul></details>
        """
    }
}
