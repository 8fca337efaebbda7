internal import Territory
package import Workshop

/// Who is signed in, as the pages of the workshop know it.
package struct Guest: Sendable {
    package let name: String
    package let role: AccountRole
    /// What each form carries back.
    package let formToken: String

    package init(_ name: String, _ role: AccountRole, formToken: String) {
        self.name = name
        self.role = role
        self.formToken = formToken
    }
}

/// What every page of the workshop has around it: who is signed in, the way back, the way out.
struct WorkshopFrame: Sendable {
    static let path = "atelier"

    let site: Site
    let guest: Guest?
    /// The parts of the page's address after `atelier`.
    let path: [String]

    func page(_ title: String, head: HTML = .nothing, main: HTML) -> HTML {
        var layout = Layout(site: site, path: [Self.path] + path)
        layout.isPublic = false
        let trail = [(title: site.pick("Accueil", "Home"), path: [String]())]
        let above = path.isEmpty ? trail : trail + [(title: site.pick("Atelier", "Workshop"), path: [Self.path])]
        return layout.page(title, trail: above, head: head, main: "\(bar)\n<h1>\(title)</h1>\n\(main)")
    }

    private var bar: HTML? {
        guard let guest else { return nil }
        return """
            <div class="desk"><p>\(guest.name) (\(guest.role.words.text(in: site.language))) · \
            <a href="\(link(PasswordPage.path))">\(site.pick("Changer de mot de passe", "Change my password"))</a></p>
            \(form("deconnexion", class: "plain", "<button class=\"quiet\">\(site.pick("Se déconnecter", "Sign out"))</button>"))</div>
            """
    }

    func link(_ parts: String...) -> String { site.path([Self.path] + parts, in: site.language) }

    /// A form that only a page of this session can send.
    func form(_ parts: String..., class name: String = "", multipart: Bool = false, _ content: HTML) -> HTML {
        let token: HTML? = guest.map { "<input type=\"hidden\" name=\"token\" value=\"\($0.formToken)\">" }
        let kind: HTML = multipart ? " enctype=\"multipart/form-data\"" : .nothing
        return """
            <form method="post" action="\(site.path([Self.path] + parts, in: site.language))" class="\(name)"\(kind)>\(token)
            \(content)</form>
            """
    }

    /// A sentence that must not be missed.
    func notice(_ content: HTML, kind: String = "warn") -> HTML {
        "<div class=\"notice \(kind)\" role=\"\(kind == "good" ? "status" : "alert")\">\(content)</div>"
    }

    /// What is said to one who must wait before they try a password again.
    func waiting(_ seconds: Int) -> HTML {
        notice(
            "<p>\(site.pick("Trop d’essais ont échoué. Attendez \(seconds) secondes, puis recommencez.", "Too many attempts have failed. Wait \(seconds) seconds, then try again."))</p>"
        )
    }

    /// A fault: what, why, what to do.
    func fault(_ words: FaultWords) -> HTML {
        let language = site.language
        let cause: HTML? = words.cause.map { "<br>\(said($0.text(in: language)))" }
        return notice(
            "<p><strong>\(said(words.what.text(in: language)))</strong>\(cause)<br>\(said(words.remedy.text(in: language)))</p>",
            kind: "bad")
    }

    /// A sentence of the program, begun with a capital and ended with a full stop.
    func said(_ text: String) -> String {
        let text = site.said(text)
        let ends = text.last.map { ".!?…:".contains($0) } ?? true
        return text.prefix(1).uppercased() + text.dropFirst() + (ends ? "" : ".")
    }

    /// Rows as a table that scrolls in itself.
    func table(_ id: String, _ caption: String, titles: [String], rows: [[String]]) -> HTML {
        let head = titles.map { "<th scope=\"col\">\($0)</th>" as HTML }
        let body = rows.map { row in "<tr>\(row.map { "<td>\($0)</td>" as HTML })</tr>" as HTML }
        return """
            <div class="scroll" role="region" tabindex="0" aria-labelledby="\(id)"><table>
            <caption id="\(id)">\(caption)</caption><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>
            """
    }
}
