internal import Territory
package import Workshop

/// The steps of a file on its way, each a page.
package enum DepositStep: String, Sendable, CaseIterable {
    case preview = "apercu"
    case recipe = "recette"
    case check = "controle"
    case sheet = "fiche"
    case publication

    var title: Bilingual {
        switch self {
        case .preview: Bilingual(fr: "Aperçu", en: "Preview")
        case .recipe: Bilingual(fr: "Recette", en: "Recipe")
        case .check: Bilingual(fr: "Contrôle", en: "Check")
        case .sheet: Bilingual(fr: "Fiche", en: "Sheet")
        case .publication: Bilingual(fr: "Publication", en: "Publication")
        }
    }

    /// The steps of a deposit: the data of a dataset that is declared already take fewer.
    package static func all(of deposit: Deposit) -> [DepositStep] {
        deposit.replaces == nil ? allCases : [.preview, .publication]
    }
}

/// A step of a deposit: its title, the line of progress, who may see it.
struct DepositFrame: Sendable {
    let site: Site
    let guest: Guest
    let deposit: Deposit
    let step: DepositStep

    var frame: WorkshopFrame { WorkshopFrame(site: site, guest: guest, path: ["depots", deposit.id, step.rawValue]) }
    private var steps: [DepositStep] { DepositStep.all(of: deposit) }

    func page(_ main: HTML) -> HTML {
        // The file itself was the first step.
        let place = (steps.firstIndex(of: step) ?? 0) + 2, count = steps.count + 1
        let name = step.title.text(in: site.language)
        let where_ = site.pick("\(name), étape \(place) sur \(count)", "\(name), step \(place) of \(count)")
        return frame.page("\(where_) – \(deposit.title)", main: "\(progress(place))\n\(main)\n\(removal)")
    }

    private func progress(_ current: Int) -> HTML {
        let titles = [site.pick("Fichier", "File")] + steps.map { $0.title.text(in: site.language) }
        let items = titles.enumerated().map { index, title in
            let number = index + 1
            if number == current { return "<li aria-current=\"step\"><strong>\(title)</strong></li>" as HTML }
            if number > 1, number < current, deposit.isOpen {
                return "<li><a href=\"\(frame.link("depots", deposit.id, steps[index - 1].rawValue))\">\(title)</a></li>"
            }
            return "<li>\(title)</li>"
        }
        return "<nav aria-label=\"\(site.pick("Étapes", "Steps"))\"><ol class=\"steps\">\(items)</ol></nav>"
    }

    /// The way to the next step.
    func next(_ words: String) -> HTML { "<p><button>\(words)</button></p>" }

    func form(_ content: HTML) -> HTML { frame.form("depots", deposit.id, step.rawValue, class: "sheet-form", content) }

    private var removal: HTML? {
        guard deposit.isOpen else { return nil }
        return """
            <details class="removal"><summary>\(site.pick("Abandonner ce dépôt", "Give this up"))</summary>
            \(frame.form("depots", deposit.id, "supprimer", class: "", "<p>\(site.pick("Le fichier déposé et vos choix seront effacés. Rien de publié ne change.", "The file and your choices will be erased. Nothing published changes."))</p><button class=\"quiet\">\(site.pick("Effacer le brouillon", "Erase the draft"))</button>"))</details>
            """
    }
}
