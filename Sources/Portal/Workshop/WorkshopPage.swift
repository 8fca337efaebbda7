internal import Foundation
internal import Territory
package import Workshop

/// The workshop's first page: put down a file, go on with a draft, decide on what others send, see what went wrong.
package struct WorkshopPage: Sendable {
    /// A run that gave no version.
    package struct Trouble: Sendable {
        package let dataset: String
        package let title: String
        /// UTC, `2025-03-31 08:00:00`.
        package let time: String
        package let author: String
        package let errors: Int
        package let fault: String?

        package init(dataset: String, title: String, time: String, author: String, errors: Int, fault: String?) {
            self.dataset = dataset
            self.title = title
            self.time = time
            self.author = author
            self.errors = errors
            self.fault = fault
        }
    }

    /// What the page is made from.
    package struct Content: Sendable {
        package var own: [Deposit] = []
        package var queue: [Deposit] = []
        package var troubles: [Trouble] = []
        package var trail: [ActionTrail.Entry] = []
        /// The datasets whose file may be replaced: name and title.
        package var replaceable: [(name: String, title: String)] = []
        /// Bytes of a file.
        package var limit = 0
        package var fault: FaultWords?
        /// Suggestions of readers that nobody has read.
        package var unread = 0

        package init() {}
    }

    let site: Site
    let guest: Guest
    let content: Content

    package init(_ site: Site, _ guest: Guest, _ content: Content) {
        self.site = site
        self.guest = guest
        self.content = content
    }

    private var frame: WorkshopFrame { WorkshopFrame(site: site, guest: guest, path: []) }
    private var dates: DateText { DateText(language: site.language) }

    package var html: HTML {
        frame.page(
            site.pick("Atelier", "Workshop"),
            main: """
                \(content.fault.map { frame.fault($0) })
                \(guest.role >= .agent ? drop : nil)
                \(queue)
                \(drafts)
                \(troubles)
                \(trail)
                """)
    }

    private var drop: HTML {
        let choices = content.replaceable.map { "<option value=\"\($0.name)\">\($0.title)</option>" as HTML }
        let size = NumberText(language: site.language).whole(content.limit >> 20)
        let which: HTML =
            choices.isEmpty
            ? .nothing
            : """
            <p><label for="jeu">\(site.pick("Ce fichier donne", "This file gives"))</label>
            <select id="jeu" name="dataset"><option value="">\(site.pick("un nouveau jeu de données", "a new dataset"))</option>
            <optgroup label="\(site.pick("les nouvelles données de…", "the new data of…"))">\(choices)</optgroup></select></p>
            """
        return frame.form(
            "depots", class: "drop", multipart: true,
            """
            <h2>\(site.pick("Déposer un fichier", "Put down a file"))</h2>
            <p><label for="fichier">\(site.pick("Votre fichier : CSV, Excel, LibreOffice, JSON, carte… \(size)\u{A0}Mo au plus", "Your file: CSV, Excel, LibreOffice, JSON, map… \(size)\u{A0}MB at most"))</label>
            <input id="fichier" type="file" name="file" required></p>
            \(which)
            <p><button>\(site.pick("Déposer et regarder", "Put down and look"))</button></p>
            <p>\(site.pick("Rien n’est publié avant la dernière étape.", "Nothing is published before the last step."))</p>
            """)
    }

    private var queue: HTML? {
        guard guest.role >= .publisher || !content.queue.isEmpty else { return nil }
        let items = content.queue.map { deposit in
            "<li>\(guest.role >= .publisher ? "<a href=\"\(frame.link("depots", deposit.id, "publication"))\">\(deposit.title)</a>" as HTML : "\(deposit.title)") – \(deposit.owner), \(dates.long(day(deposit.changed)))</li>"
                as HTML
        }
        return """
            \(suggestions)<h2>\(site.pick("À valider", "To be approved"))</h2>
            \(items.isEmpty ? "<p>\(site.pick("Rien n’attend.", "Nothing is waiting."))</p>" as HTML : "<ul>\(items)</ul>")
            """
    }

    private var suggestions: HTML? {
        guard guest.role >= .publisher else { return nil }
        let words = site.pick("Propositions des lecteurs", "Suggestions of readers")
        return
            "<p><a href=\"\(frame.link("propositions"))\">\(words)</a> (\(content.unread)\(site.pick(" à lire)", " unread)"))</p>"
    }

    private var drafts: HTML? {
        guard guest.role >= .agent else { return nil }
        let items = content.own.map { deposit in
            """
            <li><a href="\(frame.link("depots", deposit.id))">\(deposit.title)</a> – \(state(deposit)), \(dates.long(day(deposit.changed)))\
            \(deposit.decision.map { "<br>\($0.who)\(site.pick(" : ", ": "))\($0.word)" as HTML })</li>
            """ as HTML
        }
        return """
            <h2>\(site.pick("Mes dépôts", "What I put down"))</h2>
            \(items.isEmpty ? "<p>\(site.pick("Aucun pour l’instant.", "None for now."))</p>" as HTML : "<ul>\(items)</ul>")
            """
    }

    private func state(_ deposit: Deposit) -> String {
        switch deposit.state {
        case .draft: site.pick("brouillon", "draft")
        case .submitted: site.pick("attend un accord", "waits for approval")
        case .returned: site.pick("à revoir", "to be reviewed")
        case .published: site.pick("publié", "published")
        }
    }

    private var troubles: HTML {
        let rows = content.troubles.map { trouble in
            let reason = trouble.fault ?? site.pick("\(trouble.errors) cellules refusées", "\(trouble.errors) refused cells")
            return [trouble.title, dates.long(trouble.time), trouble.author, reason]
        }
        let title = site.pick("Mises à jour qui n’ont pas abouti", "Updates that did not succeed")
        guard !rows.isEmpty else {
            return
                "<h2>\(title)</h2><p>\(site.pick("Aucune : les données publiées sont les dernières.", "None: the published data are the latest."))</p>"
        }
        return """
            <h2>\(title)</h2>
            \(frame.table("manques", site.pick("Depuis la version publiée", "Since the published version"), titles: [site.pick("Jeu", "Dataset"), "Date", site.pick("Qui", "Who"), site.pick("Pourquoi", "Why")], rows: rows))
            """
    }

    private var trail: HTML? {
        guard guest.role >= .administrator else { return nil }
        let rows = content.trail.map { entry in
            [
                entry.time.formatted(.iso8601).replacing("T", with: " ").replacing("Z", with: ""), entry.who ?? "–",
                entry.act.words.text(in: site.language), entry.about ?? "", entry.detail ?? "",
            ]
        }
        return """
            <h2>\(site.pick("Journal", "Trail"))</h2>
            \(frame.table("journal", site.pick("Les derniers actes, en temps universel", "The latest acts, in universal time"), titles: [site.pick("Quand", "When"), site.pick("Qui", "Who"), site.pick("Quoi", "What"), site.pick("Sur quoi", "About"), site.pick("Précision", "Detail")], rows: rows))
            """
    }

    private func day(_ date: Date) -> String { date.formatted(.iso8601).replacing("T", with: " ") }
}
