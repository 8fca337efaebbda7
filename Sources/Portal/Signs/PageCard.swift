/// What a page says of itself to whoever shows a link to it: a sentence, the words of the Open Graph protocol (<https://ogp.me>). No picture:
/// one would have to come from somewhere for each page.
struct PageCard: Sendable {
    let site: Site
    let title: String
    let description: String

    var html: HTML {
        let said: HTML =
            description.isEmpty
            ? .nothing
            : """
            <meta name="description" content="\(description)">
            <meta property="og:description" content="\(description)">

            """
        return """
            \(said)<meta property="og:title" content="\(title)">
            <meta property="og:type" content="website">
            <meta property="og:site_name" content="\(site.name)">
            <meta property="og:locale" content="\(site.pick("fr_FR", "en_GB"))">
            <meta name="twitter:card" content="summary">
            """
    }
}
