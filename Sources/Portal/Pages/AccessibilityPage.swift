internal import Territory

/// The accessibility statement, from what the town declares: a site that was not audited says so (article 47 of law 2005-102).
package struct AccessibilityPage: Sendable {
    package static let path = "accessibilite"

    let site: Site

    package init(_ site: Site) { self.site = site }

    private var statement: AccessibilityStatement { site.theme.accessibility }

    package var html: HTML {
        let title = Self.title(site)
        return Layout(site: site, path: [Self.path]).page(
            title, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1>\(site.said(title))</h1>
                <p>\(site.pick(
                    "\(site.name) s’engage à rendre ce site accessible (article 47 de la loi n° 2005-102 du 11 février 2005).",
                    "\(site.name) undertakes to make this site accessible (article 47 of law 2005-102 of 11 February 2005)."))</p>
                <h2>\(site.pick("État de conformité", "Compliance status"))</h2>
                \(state)
                \(list(site.pick("Ce qui n’est pas accessible", "What is not accessible"), statement.failures))
                \(list(site.pick("Ce que la loi n’impose pas", "What the law does not ask for"), statement.exemptions))
                <h2>\(site.pick("Comment ces pages sont faites", "How these pages are made"))</h2>
                <p>\(site.pick(
                    "HTML, CSS et SVG. Ses pages sont faites pour être lues au clavier, au lecteur d’écran, sur un téléphone, sans JavaScript ; chaque graphique a son tableau.",
                    "HTML, CSS and SVG. Its pages are made to be read with a keyboard, a screen reader, on a phone, without JavaScript; each chart has its table."))</p>
                <h2>\(site.pick("Vous ne pouvez pas lire une page ?", "You cannot read a page?"))</h2>
                <p>\(contact)</p>
                <p>\(site.pick(
                    "Sans réponse satisfaisante, le Défenseur des droits peut être saisi : ",
                    "Without a satisfying answer, the Défenseur des droits can be asked: "))\
                <a href="https://www.defenseurdesdroits.fr/">defenseurdesdroits.fr</a>.</p>
                """)
    }

    /// `Accessibilité : partiellement conforme`
    static func title(_ site: Site) -> String {
        switch site.theme.accessibility.conformity {
        case .none: site.pick("Accessibilité : non conforme", "Accessibility: not compliant")
        case .partial: site.pick("Accessibilité : partiellement conforme", "Accessibility: partially compliant")
        case .full: site.pick("Accessibilité : totalement conforme", "Accessibility: fully compliant")
        }
    }

    private var state: HTML {
        guard let date = statement.date, let auditor = statement.auditor else {
            return """
                <p>\(site.said(site.pick(
                    "Ce site n’a pas encore été audité : la loi le dit alors « non conforme » au RGAA 4.1.",
                    "This site has not been audited yet: the law then calls it “not compliant” with RGAA 4.1.")))</p>
                """
        }
        let standard = statement.standard ?? "RGAA 4.1", day = DateText(language: site.language).long(date)
        let numbers = NumberText(language: site.language)
        let rate = statement.rate.map {
            site.pick(
                " : \(numbers.share($0 / 100)) des critères sont respectés",
                ": \(numbers.share($0 / 100)) of the criteria are met")
        }
        return """
            <p>\(site.said(site.pick(
                "L’audit de \(standard), mené par \(auditor), date du \(day)\(rate ?? "").",
                "The \(standard) audit by \(auditor) is dated \(day)\(rate ?? "").")))</p>
            """
    }

    private func list(_ title: String, _ items: [Bilingual]) -> HTML {
        guard !items.isEmpty else { return .nothing }
        return "<h2>\(title)</h2><ul>\(items.map { "<li>\(site.said($0.text(in: site.language)))</li>" as HTML })</ul>"
    }

    private var contact: HTML {
        guard let address = statement.contact else {
            return "\(site.pick("Écrivez à \(site.name).", "Write to \(site.name)."))"
        }
        let isMail = address.contains("@") && !address.contains(" ") && !address.contains(":")
        let link: HTML = isMail ? "<a href=\"mailto:\(address)\">\(address)</a>" : "\(address)"
        return "\(site.said(site.pick("Écrivez à : ", "Write to: ")))\(link)"
    }
}
