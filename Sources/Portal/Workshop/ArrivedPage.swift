/// Someone back from the town's directory. A page, and not a redirection: a browser that comes from another site does not show the cookie of
/// the session before it follows a link of this one (`SameSite=Strict`, RFC 6265bis §5.2).
package struct ArrivedPage: Sendable {
    let site: Site
    /// The page that was asked for, on this site.
    let next: String

    package init(_ site: Site, next: String) {
        self.site = site
        self.next = next
    }

    package var html: HTML {
        let frame = WorkshopFrame(site: site, guest: nil, path: [])
        return frame.page(
            site.pick("Vous êtes connecté", "You are signed in"),
            head: "<meta http-equiv=\"refresh\" content=\"0; url=\(next)\">\n",
            main: "<p><a class=\"button\" href=\"\(next)\">\(site.pick("Continuer", "Continue"))</a></p>")
    }
}
