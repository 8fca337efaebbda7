internal import Territory
package import Workshop

/// What was found in a file: its first rows, and what a program would fall into.
package struct PreviewPage: Sendable {
    let site: Site
    let guest: Guest
    let deposit: Deposit

    package init(_ site: Site, _ guest: Guest, _ deposit: Deposit) {
        self.site = site
        self.guest = guest
        self.deposit = deposit
    }

    private var step: DepositFrame { DepositFrame(site: site, guest: guest, deposit: deposit, step: .preview) }
    private var found: Examination { deposit.examination }

    package var html: HTML {
        let numbers = NumberText(language: site.language), language = site.language
        let notes = found.notes.map { "<li>\(step.frame.said($0.text(in: language)))</li>" as HTML }
        let shown = site.pick(
            "Les \(numbers.whole(found.sample.count)) premières lignes sur \(numbers.whole(found.rows)), telles qu’elles sont dans le fichier",
            "The first \(numbers.whole(found.sample.count)) of \(numbers.whole(found.rows)) rows, as they are in the file")
        let following = DepositStep.all(of: deposit).dropFirst().first ?? .publication
        return step.page(
            """
            <p class="lead">\(site.pick("« \(deposit.fileName) » : \(numbers.whole(found.rows)) lignes, \(numbers.whole(found.titles.count)) colonnes.", "“\(deposit.fileName)”: \(numbers.whole(found.rows)) rows, \(numbers.whole(found.titles.count)) columns."))</p>
            \(step.frame.table("lignes", shown, titles: found.titles, rows: found.sample))
            \(notes.isEmpty ? nil : "<ul>\(notes)</ul>" as HTML)
            <h2>\(site.pick("Ce qui demande de l’attention", "What needs attention"))</h2>
            \(traps)
            <p><a class="button" href="\(step.frame.link("depots", deposit.id, following.rawValue))">\(site.pick("Continuer", "Continue"))</a></p>
            """)
    }

    private var traps: HTML {
        let language = site.language
        guard !found.traps.isEmpty else {
            return
                "<p class=\"good\">\(site.pick("Rien : ce fichier se lit sans piège.", "Nothing: this file reads without traps."))</p>"
        }
        let items = found.traps.map { trap in
            let proofs = trap.proofs.map { "<li>\($0.text(in: language))</li>" as HTML }
            let cells: HTML =
                proofs.isEmpty
                ? .nothing
                : "<details><summary>\(site.pick("Voir des exemples", "See examples"))</summary><ul>\(proofs)</ul></details>"
            return """
                <li><strong>\(step.frame.said(trap.what.text(in: language)))</strong><br>\(step.frame.said(trap.why.text(in: language)))\(cells)</li>
                """ as HTML
        }
        let mended = site.pick(
            "La recette proposée à l’étape suivante s’en occupe, autant qu’il est possible sans rien inventer.",
            "The recipe proposed at the next step deals with them, as far as can be without inventing anything.")
        return "<p>\(mended)</p><ul class=\"traps\">\(items)</ul>"
    }
}
