internal import Lake
internal import Territory
package import Workshop

/// Before and after: what would change, then the act itself; or, for whoever approves, the decision.
package struct PublicationPage: Sendable {
    let site: Site
    let guest: Guest
    let deposit: Deposit
    /// Why the last attempt failed, or what a form lacks.
    let fault: FaultWords?
    /// The title of the dataset that is brought up to date.
    let current: String?

    package init(_ site: Site, _ guest: Guest, _ deposit: Deposit, current: String?, fault: FaultWords? = nil) {
        self.site = site
        self.guest = guest
        self.deposit = deposit
        self.current = current
        self.fault = fault
    }

    private var step: DepositFrame { DepositFrame(site: site, guest: guest, deposit: deposit, step: .publication) }
    private var trial: Trial { deposit.trial ?? Trial() }
    private var numbers: NumberText { NumberText(language: site.language) }

    package var html: HTML {
        step.page(
            """
            \(fault.map { step.frame.fault($0) })
            \(deposit.decision.map { step.frame.notice("<p>\($0.who)\(site.pick(" : ", ": "))\($0.word)</p>") })
            <p class="lead">\(sentence)</p>
            \(Findings(site: site, frame: step.frame, trial: trial).html)
            \(change)
            \(advice)
            \(action)
            \(declaration)
            """)
    }

    private var sentence: String {
        if let current {
            return site.pick("Nouvelles données pour « \(current) ».", "New data for “\(current)”.")
        }
        return deposit.sheet.isPublic
            ? site.pick(
                "Un nouveau jeu de données, que tout le monde pourra lire.", "A new dataset that everyone will be able to read.")
            : site.pick(
                "Un nouveau jeu de données, que la ville gardera pour elle.", "A new dataset that the town will keep for itself.")
    }

    private var change: HTML? {
        let title: HTML = "<h2>\(site.pick("Ce qui change", "What changes"))</h2>"
        if trial.isSame {
            return
                "\(title)<p>\(site.pick("Rien : ce sont les données déjà publiées.", "Nothing: these are the data published already."))</p>"
        }
        guard let difference = trial.difference else {
            guard !trial.sample.isEmpty else { return nil }
            let caption = site.pick(
                "Les premières lignes telles qu’elles seront publiées", "The first rows as they will be published")
            let hidden = deposit.choice.hidden
            let places = trial.titles.indices.filter { !hidden.contains(trial.titles[$0]) }
            return """
                \(title)<p>\(site.pick("Avant : rien. Après :", "Before: nothing. After:"))</p>
                \(step.frame.table("apres", caption, titles: places.map { trial.titles[$0] }, rows: trial.sample.map { row in places.filter { $0 < row.count }.map { row[$0] } }))
                """
        }
        let words = site.pick(
            "\(numbers.whole(difference.addedRows)) lignes ajoutées, \(numbers.whole(difference.changedRows)) modifiées, \(numbers.whole(difference.removedRows)) retirées.",
            "\(numbers.whole(difference.addedRows)) rows added, \(numbers.whole(difference.changedRows)) changed, \(numbers.whole(difference.removedRows)) removed."
        )
        return
            "\(title)<p class=\"lead\">\(words)</p>\(shrinking(difference))\(columns(difference))\(cells(difference))\(rows(difference))"
    }

    /// Many rows gone may be a cut export.
    private func shrinking(_ difference: Difference) -> HTML? {
        let before = (trial.rows ?? 0) - difference.addedRows + difference.removedRows
        guard before > 0, difference.removedRows * 5 > before else { return nil }
        return step.frame.notice(
            "<p>\(site.pick("Plus d’une ligne sur cinq disparaît. Est-ce bien le fichier entier ?", "More than one row in five goes away. Is this the whole file?"))</p>"
        )
    }

    private func columns(_ difference: Difference) -> [HTML] {
        [
            (site.pick("Colonnes ajoutées : ", "Added columns: "), difference.addedColumns),
            (site.pick("Colonnes retirées : ", "Removed columns: "), difference.removedColumns),
        ].filter { !$0.1.isEmpty }.map { "<p>\($0.0)\($0.1.joined(separator: ", ")).</p>" }
    }

    private func cells(_ difference: Difference) -> HTML? {
        guard !difference.changed.isEmpty else { return nil }
        let empty = site.pick("vide", "empty")
        let rows = difference.changed.map { change in
            [
                difference.key.compactMap { change.key[$0] }.joined(separator: ", "), change.field, change.before ?? empty,
                change.after ?? empty,
            ]
        }
        return step.frame.table(
            "cellules", site.pick("Les premières cellules modifiées", "The first changed cells"),
            titles: [
                site.pick("Ligne", "Row"), site.pick("Colonne", "Column"), site.pick("Avant", "Before"),
                site.pick("Après", "After"),
            ],
            rows: rows)
    }

    private func rows(_ difference: Difference) -> [HTML] {
        [
            ("ajoutees", site.pick("Les premières lignes ajoutées", "The first added rows"), difference.added),
            ("retirees", site.pick("Les premières lignes retirées", "The first removed rows"), difference.removed),
        ].filter { !$0.2.isEmpty }.map { id, caption, cells in
            let titles =
                trial.titles.isEmpty ? Array(cells.reduce(into: Set<String>()) { $0.formUnion($1.keys) }).sorted() : trial.titles
            return step.frame.table(id, caption, titles: titles, rows: cells.map { row in titles.map { row[$0] ?? "" } })
        }
    }

    private var advice: HTML? {
        let missing = trial.advice.filter {
            !$0.isGiven && !["site", "territory.siret"].contains($0.key) && !$0.key.hasPrefix("territory.")
        }
        guard !trial.advice.isEmpty, !missing.isEmpty else { return nil }
        let items = missing.map {
            "<li>\(step.frame.said($0.words.text(in: site.language))) (\($0.wantedBy.joined(separator: ", ")))</li>" as HTML
        }
        let given = trial.advice.count - trial.advice.filter { !$0.isGiven }.count
        return """
            <details><summary>\(site.pick("Fiche : \(given) points sur \(trial.advice.count)", "Sheet: \(given) of \(trial.advice.count) points"))</summary>
            <p>\(site.pick("Ce que les catalogues voudraient encore savoir ; cela n’empêche pas de publier.", "What catalogues would still like to know; it does not keep you from publishing."))</p><ul>\(items)</ul></details>
            """
    }

    private var action: HTML {
        if deposit.state == .submitted { return decision }
        guard deposit.isOpen else { return .nothing }
        guard trial.isTolerable, !trial.isSame else {
            let back = DepositStep.all(of: deposit).contains(.check) ? DepositStep.check : .preview
            return
                "<p><a class=\"button\" href=\"\(step.frame.link("depots", deposit.id, back.rawValue))\">\(site.pick("Revenir en arrière", "Go back"))</a></p>"
        }
        let mayPublish = guest.role >= .publisher
        return step.form(
            """
            <p class="field"><label for="reason">\(site.pick("Pourquoi ce changement ? (pour l’historique public)", "Why this change? (for the public history)"))</label>
            <input id="reason" name="reason" maxlength="300" value="\(deposit.reason)"></p>
            \(mayPublish ? "<p><button>\(site.pick("Publier", "Publish"))</button></p>" as HTML : "<p><button>\(site.pick("Envoyer pour accord", "Send for approval"))</button></p><p>\(site.pick("Une personne qui publie relira et décidera.", "Someone who publishes will read it again and decide."))</p>")
            """)
    }

    private var decision: HTML {
        guard guest.role >= .publisher else {
            return
                "<p>\(site.pick("Ce dépôt attend l’accord d’une personne qui publie.", "This waits for the approval of someone who publishes."))</p>"
        }
        return step.frame.form(
            "depots", deposit.id, "decision", class: "sheet-form",
            """
            <h2>\(site.pick("Votre décision", "Your decision"))</h2>
            <p>\(site.pick("Envoyé par \(deposit.owner).", "Sent by \(deposit.owner)."))</p>
            <p class="field"><label for="word">\(site.pick("Un mot (obligatoire pour refuser)", "A word (required to refuse)"))</label>
            <input id="word" name="word" maxlength="500"></p>
            <p class="pair"><button name="decision" value="oui">\(site.pick("Accepter et publier", "Accept and publish"))</button>
            <button class="quiet" name="decision" value="non">\(site.pick("Renvoyer à son auteur", "Send back to its author"))</button></p>
            """)
    }

    private var declaration: HTML? {
        guard !trial.declaration.isEmpty else { return nil }
        return """
            <details><summary>\(site.pick("La déclaration qui sera écrite (pour git)", "The declaration that will be written (for git)"))</summary>
            <pre tabindex="0"><code>\(trial.declaration)</code></pre></details>
            """
    }
}
