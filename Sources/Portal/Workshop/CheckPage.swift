internal import Check
internal import Inspect
internal import Territory
package import Workshop

/// The report of the check, in words, with the repairs to accept.
package struct CheckPage: Sendable {
    let site: Site
    let guest: Guest
    let deposit: Deposit

    package init(_ site: Site, _ guest: Guest, _ deposit: Deposit) {
        self.site = site
        self.guest = guest
        self.deposit = deposit
    }

    private var step: DepositFrame { DepositFrame(site: site, guest: guest, deposit: deposit, step: .check) }

    package var html: HTML {
        let trial = deposit.trial ?? Trial()
        return step.page(
            """
            \(Findings(site: site, frame: step.frame, trial: trial).html)
            \(step.form("""
            \(repairs)
            \(forgiven(trial))
            \(step.next(trial.isTolerable || trial.isForgivable ? site.pick("Continuer", "Continue") : site.pick("Contrôler à nouveau", "Check again")))
            """))
            \(trial.sample.isEmpty ? nil : step.frame.table("resultat", site.pick("Les premières lignes telles qu’elles seront publiées", "The first rows as they will be published"), titles: trial.titles, rows: trial.sample))
            """)
    }

    private var repairs: HTML? {
        let repairs = deposit.examination.parts.repairs
        guard !repairs.isEmpty else { return nil }
        let items = repairs.enumerated().map { index, repair in
            """
            <div class="choice"><input type="checkbox" name="repair" value="\(index)" id="mise-\(index)"\(deposit.choice.repairs.contains(index) ? " checked" as HTML : nil)>
            <label for="mise-\(index)">\(repair.field)\(site.pick(" : « ", ": “"))\(repair.old)\(site.pick(" » devient « ", "” becomes “"))\(repair.new)\(site.pick(" »", "”")) (\(repair.count))</label></div>
            """ as HTML
        }
        return """
            <fieldset><legend>\(site.pick("Réparations probables, à accepter une par une", "Likely repairs, to be accepted one by one"))</legend>\(items)</fieldset>
            """
    }

    private func forgiven(_ trial: Trial) -> HTML? {
        guard trial.isForgivable || deposit.choice.accepted > 0 else { return nil }
        let count = max(trial.errors, deposit.choice.accepted)
        return """
            <div class="choice"><input type="checkbox" name="accept" value="\(count)" id="tolere"\(deposit.choice.accepted > 0 ? " checked" as HTML : nil)>
            <label for="tolere">\(site.pick("Publier quand même, en disant partout que \(count) cellules sont refusées et laissées vides", "Publish all the same, saying everywhere that \(count) cells are refused and left empty"))</label></div>
            """
    }
}

/// What a check found, in words.
struct Findings: Sendable {
    let site: Site
    let frame: WorkshopFrame
    let trial: Trial

    var html: HTML {
        let numbers = NumberText(language: site.language)
        if let fault = trial.fault { return frame.fault(fault) }
        let rows = trial.rows.map { numbers.whole($0) } ?? "0"
        let head: HTML =
            trial.errors == 0
            ? "<p class=\"lead good\">✓ \(site.pick("\(rows) lignes, aucune erreur.", "\(rows) rows, no error."))</p>"
            : "<p class=\"lead bad\">✕ \(site.pick("\(rows) lignes, \(numbers.whole(trial.errors)) erreurs.", "\(rows) rows, \(numbers.whole(trial.errors)) errors."))</p>"
        let items = trial.groups.filter { $0.severity != .note }.map(item)
        return "\(head)\(items.isEmpty ? nil : "<ul class=\"traps\">\(items)</ul>" as HTML)"
    }

    private func item(_ group: Report.Group) -> HTML {
        let language = site.language
        let kind = group.severity == .error ? site.pick("Erreur", "Error") : site.pick("Avertissement", "Warning")
        let cells = group.examples.prefix(5).compactMap { example -> HTML? in
            guard let row = example.row else { return nil }
            let value = example.value.map { site.pick(" : « \($0.prefix(80)) »", ": “\($0.prefix(80))”") } ?? ""
            return "<li>\(site.pick("ligne \(row)", "row \(row)"))\(value)</li>"
        }
        let examples: HTML? =
            cells.isEmpty
            ? nil : "<details><summary>\(site.pick("Voir les lignes", "See the rows"))</summary><ul>\(cells)</ul></details>"
        return """
            <li><strong>\(kind), \(NumberText(language: language).whole(group.count)) \(site.pick("fois :", "times:"))</strong> \(frame.said(group.what.text(in: language)))<br>\
            \(site.pick("Que faire :", "What to do:")) \(frame.said(group.remedy.text(in: language)))\(examples)</li>
            """
    }
}
