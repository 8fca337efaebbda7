package import Territory
package import Workshop

/// What became of a deposit: published, or waiting.
package struct DonePage: Sendable {
    let site: Site
    let guest: Guest
    let deposit: Deposit
    /// Whether everyone may see the dataset.
    let isPublic: Bool

    package init(_ site: Site, _ guest: Guest, _ deposit: Deposit, isPublic: Bool) {
        self.isPublic = isPublic
        self.site = site
        self.guest = guest
        self.deposit = deposit
    }

    package var html: HTML {
        let frame = WorkshopFrame(site: site, guest: guest, path: ["depots", deposit.id])
        let back: HTML = "<p><a href=\"\(frame.link())\">\(site.pick("Revenir à l’atelier", "Back to the workshop"))</a></p>"
        guard deposit.state == .published, let dataset = deposit.dataset else {
            return frame.page(
                site.pick("Envoyé pour accord", "Sent for approval"),
                main: """
                    <p class="lead">\(site.pick("« \(deposit.title) » attend qu’une personne qui publie le relise. Vous verrez sa réponse dans l’atelier.", "“\(deposit.title)” waits for someone who publishes to read it. You will see the answer in the workshop."))</p>
                    \(back)
                    """)
        }
        let address = site.link("donnees", dataset)
        return frame.page(
            isPublic ? site.pick("C’est publié", "It is published") : site.pick("C’est enregistré", "It is kept"),
            main: """
                <p class="lead good">✓ \(isPublic ? site.pick("« \(deposit.title) » est en ligne.", "“\(deposit.title)” is on line.") : site.pick("« \(deposit.title) » est gardé et contrôlé ; la ville seule y a accès.", "“\(deposit.title)” is kept and checked; the town alone has access to it."))</p>
                \(isPublic ? "<p><a class=\"button\" href=\"\(address)\">\(site.pick("Voir la page publique", "See the public page"))</a></p>" as HTML : nil)
                <p>\(site.pick("Le mois prochain, déposez le nouveau fichier dans l’atelier et choisissez ce jeu : la recette est gardée.", "Next month, put the new file down in the workshop and choose this dataset: the recipe is kept."))</p>
                \(back)
                """)
    }
}

/// A request of the workshop that is not followed: what, and the way on.
package struct WorkshopRefusalPage: Sendable {
    let site: Site
    let title: Bilingual
    let words: Bilingual

    package init(_ site: Site, _ title: Bilingual, _ words: Bilingual) {
        self.site = site
        self.title = title
        self.words = words
    }

    package var html: HTML {
        let frame = WorkshopFrame(site: site, guest: nil, path: ["refus"])
        return frame.page(
            site.said(title.text(in: site.language)),
            main: """
                <p>\(frame.said(words.text(in: site.language)))</p>
                <p><a class="button" href="\(frame.link())">\(site.pick("Aller à l’atelier", "Go to the workshop"))</a></p>
                """)
    }
}
