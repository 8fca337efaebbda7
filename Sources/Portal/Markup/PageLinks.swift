/// The way from page to page of a list that has several.
struct PageLinks: Sendable {
    let site: Site
    /// The address of the list, without a state.
    let here: String
    let state: PageState
    /// Things on a page, and on all of them.
    let size: Int
    let total: Int
    /// What is paged, for who does not see it.
    let title: String

    private var last: Int { max(1, (total + size - 1) / size) }

    /// What tells one page from another in titles.
    var words: String { state.page > 1 ? " – page \(state.page)" : "" }

    var html: HTML {
        guard last > 1 else { return .nothing }
        let numbers = NumberText(language: site.language), page = state.page
        func link(_ page: Int, _ words: String) -> HTML { "<a href=\"\(here + state.at(page: page).text)\">\(words)</a>" }
        var links: [HTML] = []
        if page > 1 {
            links += [
                link(1, site.pick("Première page", "First page")), link(page - 1, site.pick("Page précédente", "Previous page")),
            ]
        }
        links.append("<span>Page \(numbers.whole(page)) / \(numbers.whole(last))</span>")
        if page < last {
            links += [
                link(page + 1, site.pick("Page suivante", "Next page")), link(last, site.pick("Dernière page", "Last page")),
            ]
        }
        return "<nav class=\"pages\" aria-label=\"\(title)\">\(links)</nav>"
    }
}
