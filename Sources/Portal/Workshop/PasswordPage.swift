internal import Territory
package import Workshop

/// Where someone changes their own password: the one of today is asked for, the new one twice.
package struct PasswordPage: Sendable {
    /// What came of the form before.
    package enum Said: Sendable {
        case nothing, wrong, different, changed
        /// Why the new one is not taken.
        case weak(FaultWords)
        /// Seconds to wait.
        case wait(Int)
    }

    package static let path = "mot-de-passe"

    let site: Site
    let guest: Guest
    let said: Said

    package init(_ site: Site, _ guest: Guest, _ said: Said = .nothing) {
        self.site = site
        self.guest = guest
        self.said = said
    }

    package var html: HTML {
        let frame = WorkshopFrame(site: site, guest: guest, path: [Self.path])
        return frame.page(
            site.pick("Changer de mot de passe", "Change my password"),
            main: """
                \(notice(frame))
                <p>\(site.pick("Toutes vos autres connexions prendront fin. Douze signes au moins : une phrase convient.", "All your other sessions will end. Twelve characters at least: a sentence does."))</p>
                \(frame.form(Self.path, class: "sheet-form", """
                <input type="hidden" name="name" autocomplete="username" value="\(guest.name)">
                \(field("former", site.pick("Mot de passe actuel", "Password of today"), "current-password"))
                \(field("password", site.pick("Nouveau mot de passe", "New password"), "new-password"))
                \(field("again", site.pick("Le nouveau, encore une fois", "The new one, once more"), "new-password"))
                <p><button>\(site.pick("Changer", "Change"))</button></p>
                """))
                """)
    }

    private func field(_ name: String, _ label: String, _ kind: String) -> HTML {
        let described: HTML = wrongFields.contains(name) ? " aria-invalid=\"true\" aria-describedby=\"refus\"" : .nothing
        return """
            <p><label for="\(name)">\(label)</label>
            <input id="\(name)" type="password" name="\(name)" autocomplete="\(kind)" required\(described)></p>
            """
    }

    private var wrongFields: Set<String> {
        switch said {
        case .wrong: ["former"]
        case .different: ["again"]
        case .weak: ["password"]
        case .nothing, .changed, .wait: []
        }
    }

    private func notice(_ frame: WorkshopFrame) -> HTML? {
        func bad(_ words: String) -> HTML { frame.notice("<p id=\"refus\">\(words)</p>", kind: "bad") }
        return switch said {
        case .nothing: nil
        case .wrong: bad(site.pick("Le mot de passe actuel n’est pas celui-là.", "The password of today is another one."))
        case .different:
            bad(site.pick("Les deux nouveaux mots de passe diffèrent.", "The two new passwords differ."))
        case .weak(let words): "<div id=\"refus\">\(frame.fault(words))</div>"
        case .changed:
            frame.notice(
                "<p>\(site.pick("Votre mot de passe est changé.", "Your password is changed."))</p>", kind: "good")
        case .wait(let seconds): frame.waiting(seconds)
        }
    }
}
