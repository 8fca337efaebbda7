package import Territory
package import Workshop

/// Where an agent signs in. One sentence for every refusal: it tells nobody which names there are.
package struct SignInPage: Sendable {
    package enum Said: Sendable, Hashable {
        case nothing, refused, ended, signedOut
        /// Seconds to wait.
        case wait(Int)
        /// Why the town's directory opened nothing.
        case directory(FaultWords)
    }

    let site: Site
    let said: Said
    /// What was typed, given back.
    let name: String
    /// The page that was asked for: a path of the workshop.
    let back: String
    /// What the way through the town's directory is called, when there is one.
    let directory: Bilingual?

    package init(_ site: Site, _ said: Said = .nothing, name: String = "", back: String = "", directory: Bilingual? = nil) {
        self.directory = directory
        self.site = site
        self.said = said
        self.name = name
        self.back = back
    }

    package var html: HTML {
        let frame = WorkshopFrame(site: site, guest: nil, path: ["connexion"])
        let described: HTML = said == .refused ? " aria-invalid=\"true\" aria-describedby=\"refus\"" : .nothing
        return frame.page(
            site.pick("Connexion à l’atelier", "Sign in to the workshop"),
            main: """
                \(notice(frame))
                <p>\(site.pick("L’atelier est réservé aux agents qui publient les données. Pour les lire, aucun compte n’est utile.", "The workshop is for agents who publish the data. Reading them takes no account."))</p>
                \(way(frame))
                \(frame.form("connexion", class: "sheet-form", """
                <p><label for="nom">\(site.pick("Nom du compte", "Name of the account"))</label>
                <input id="nom" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required value="\(name)"\(described)></p>
                <p><label for="mot">\(site.pick("Mot de passe", "Password"))</label>
                <input id="mot" type="password" name="password" autocomplete="current-password" required\(described)></p>
                <input type="hidden" name="back" value="\(back)">
                <p><button>\(site.pick("Se connecter", "Sign in"))</button></p>
                """))
                <p>\(site.pick("Mot de passe perdu ? Seule la personne qui administre le serveur peut le changer.", "Lost your password? Only the person who runs the server can change it."))</p>
                """)
    }

    /// The town's directory comes first: most agents have no other password.
    private func way(_ frame: WorkshopFrame) -> HTML? {
        directory.map { title in
            let asked = PageState([PageState.Item("back", back)]).text
            return """
                <p><a class="button" href="\(frame.link("connexion", "annuaire"))\(asked)">\(title.text(in: site.language))</a></p>
                <h2>\(site.pick("Ou avec un mot de passe de l’atelier", "Or with a password of the workshop"))</h2>
                """
        }
    }

    private func notice(_ frame: WorkshopFrame) -> HTML {
        switch said {
        case .directory(let words): frame.fault(words)
        case .nothing: .nothing
        case .refused:
            frame.notice(
                "<p id=\"refus\">\(site.pick("Ce nom et ce mot de passe ne vont pas ensemble. Vérifiez les majuscules, puis recommencez.", "This name and this password do not go together. Check the capitals, then try again."))</p>",
                kind: "bad")
        case .ended:
            frame.notice(
                "<p>\(site.pick("Votre session est finie. Vos brouillons sont gardés : reconnectez-vous.", "Your session has ended. Your drafts are kept: sign in again."))</p>"
            )
        case .signedOut: frame.notice("<p>\(site.pick("Vous êtes déconnecté.", "You are signed out."))</p>", kind: "good")
        case .wait(let seconds): frame.waiting(seconds)
        }
    }
}
