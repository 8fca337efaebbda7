internal import Territory

/// How every page begins, alone or in a frame: its language, its title, the one style, the icon.
struct PageHead: Sendable {
    let site: Site
    /// The whole of it: no two pages of a site have the same.
    let title: String

    /// As far as the inside of `head`, which is the page's own to go on with and to end.
    var html: HTML {
        """
        <!doctype html>
        <html lang="\(site.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <link rel="stylesheet" href="\(site.file(site.theme.style.path))">
        <link rel="icon" href="\(site.file(site.theme.icon.path))" type="\(site.theme.icon.type)">
        """
    }
}
