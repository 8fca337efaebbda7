package import Check
package import Territory

/// A verdict as one HTML `Page`, to send to a colleague: headings in order, captions and scopes, nothing said by colour alone.
package struct VerdictPage {
    /// What was checked, for the head of the page.
    package struct Subject {
        package let file: String
        /// The schema's title and version.
        package let schema: String
        /// How to make the page again.
        package let command: String

        package init(file: String, schema: String, command: String) {
            self.file = file
            self.schema = schema
            self.command = command
        }
    }

    private let subject: Subject
    private let report: Report
    private let notes: [Bilingual]
    private let page: Page

    package init(_ subject: Subject, _ report: Report, notes: [Bilingual], _ language: Language) {
        self.subject = subject
        self.report = report
        self.notes = notes
        page = Page(language: language)
    }

    private func pick(_ french: String, _ english: String) -> String { page.pick(french, english) }

    /// The whole page.
    package var html: String {
        let title = pick("Contrôle de \(subject.file)", "Check of \(subject.file)")
        let sections = [
            verdict, section(.error, "errors", pick("Erreurs", "Errors"), pick("Aucune erreur.", "No error.")),
            section(.warning, "warnings", pick("Avertissements", "Warnings"), nil),
            section(.note, "notes", pick("Remarques", "Notes"), nil),
        ]
        let again = pick("Pour refaire ce contrôle :", "To make this check again:")
        return page.html(
            title, main: sections.joined(separator: "\n"), footer: "\(again) <code>\(HTML.escaped(subject.command))</code>")
    }

    private var verdict: String {
        let words =
            report.isConform
            ? "✓ " + pick("Conforme au schéma", "Conform to the schema")
            : "✗ " + pick("Non conforme au schéma", "Not conform to the schema")
        let facts = [
            (pick("Schéma", "Schema"), subject.schema), (pick("Erreurs", "Errors"), String(report.errors)),
            (pick("Avertissements", "Warnings"), String(report.warnings)),
            (pick("Causes", "Causes"), String(report.groups.count { $0.severity != .note })),
        ]
        let reading = notes.map { "<li>\(page.said($0))</li>" }.joined()
        return """
            <section aria-labelledby="verdict"><h2 id="verdict">\(words)</h2>
            \(HTML.facts(facts))
            <details><summary>\(pick("Comment le fichier a été lu", "How the file was read"))</summary>\
            <ul class="plain">\(reading)</ul></details>
            </section>
            """
    }

    private func section(_ severity: FindingKind.Severity, _ name: String, _ title: String, _ empty: String?) -> String {
        let groups = report.groups.filter { $0.severity == severity }
        if groups.isEmpty, empty == nil { return "" }
        let body = groups.isEmpty ? "<p class=\"good\">\(empty ?? "")</p>" : groups.map(cause).joined(separator: "\n")
        return "<section aria-labelledby=\"\(name)\"><h2 id=\"\(name)\">\(title)</h2>\n\(body)\n</section>"
    }

    private func cause(_ group: Report.Group) -> String {
        let remedy = page.said(group.remedy)
        let mend = remedy.isEmpty ? "" : "<p class=\"mend\">\(pick("À faire :", "To do:")) \(remedy)</p>"
        let times = group.count > 1 ? " <span class=\"quiet\">× \(group.count)</span>" : ""
        return """
            <article class="trap"><h3>\(page.said(group.what))\(times)</h3>
            \(mend)
            \(places(group))
            <p class="quiet"><code>\(HTML.escaped(group.code))</code></p></article>
            """
    }

    private func places(_ group: Report.Group) -> String {
        let shown = group.examples.filter { $0.row != nil || $0.value != nil }
        guard !shown.isEmpty else { return "" }
        let caption =
            shown.count < group.count
            ? pick("Les \(shown.count) premières sur \(group.count)", "The first \(shown.count) of \(group.count)")
            : pick("Toutes", "All of them")
        let rows = shown.map { finding in
            "<tr><td class=\"number\">\(finding.row.map(String.init) ?? "")</td><td>\(HTML.escaped(finding.field ?? ""))</td>"
                + "<td>\(HTML.escaped(finding.value ?? ""))</td></tr>"
        }.joined(separator: "\n")
        let heads = HTML.heads([pick("Ligne", "Row"), pick("Colonne", "Column"), pick("Valeur", "Value")])
        return """
            <details><summary>\(pick("Où", "Where"))</summary><div class="scroll"><table><caption>\(caption)</caption>
            <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></details>
            """
    }
}
