/// What a page says of itself to whoever shows a link to it: a sentence, a picture when there is one, in the words of the Open Graph protocol
/// (<https://ogp.me>).
struct PageCard: Sendable {
    let site: Site
    let title: String
    let description: String
    /// The whole address of a picture, `PictureSheet.width` by `PictureSheet.height`.
    let picture: String?

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
            \(shown)
            """
    }

    private var shown: HTML {
        guard let picture else { return "<meta name=\"twitter:card\" content=\"summary\">" }
        return """
            <meta property="og:image" content="\(picture)">
            <meta property="og:image:type" content="image/png">
            <meta property="og:image:width" content="\(PictureSheet.width)">
            <meta property="og:image:height" content="\(PictureSheet.height)">
            <meta property="og:image:alt" content="\(title)">
            <meta name="twitter:card" content="summary_large_image">
            """
    }
}
