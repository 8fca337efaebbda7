/// What is chosen on a page, each with the link that undoes it.
struct ChosenList: Sendable {
    struct Item: Sendable {
        let words: String
        /// The state of the page once it is undone.
        let without: PageState
    }

    let site: Site
    /// The address of the page, without a state.
    let here: String
    let items: [Item]

    var html: HTML {
        guard !items.isEmpty else { return .nothing }
        let links = items.map { item in
            """
            <li><a href="\(here + item.without.at(page: 1).text)">\(item.words) <span aria-hidden="true">✕</span>\
            <span class="unseen">\(site.pick("retirer ce choix", "remove this choice"))</span></a></li>
            """ as HTML
        }
        return "<ul class=\"chosen\" aria-label=\"\(site.pick("Choix actifs", "Active choices"))\">\(links)</ul>"
    }
}
