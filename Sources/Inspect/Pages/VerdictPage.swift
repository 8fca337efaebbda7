package import Check
package import Territory

/// A verdict as one HTML page that needs nothing else, to send to a colleague.
///
/// WCAG 2.2 AA, as `ProfilePage`: a language, landmarks, a skip link, headings in order, captions and scopes, nothing said by
/// colour alone.
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
    private let language: Language

    package init(_ subject: Subject, _ report: Report, notes: [Bilingual], _ language: Language) {
        self.subject = subject
        self.report = report
        self.notes = notes
        self.language = language
    }

    private func pick(_ french: String, _ english: String) -> String { language == .french ? french : english }

    /// The whole page.
    package var html: String {
        let title = pick("Contrôle de \(subject.file)", "Check of \(subject.file)")
        return """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(HTML.escaped(title)) – Lavoir</title>
            <style>
            \(PageStyle.css)
            </style>
            </head>
            <body>
            <a class="skip" href="#main">\(pick("Aller au contenu", "Skip to content"))</a>
            <header><h1>\(HTML.escaped(title))</h1></header>
            <main id="main" tabindex="-1">
            \(verdict)
            \(section(.error, "errors", pick("Erreurs", "Errors"), pick("Aucune erreur.", "No error.")))
            \(section(.warning, "warnings", pick("Avertissements", "Warnings"), nil))
            \(section(.note, "notes", pick("Remarques", "Notes"), nil))
            </main>
            <footer><p>\(pick("Pour refaire ce contrôle :", "To make this check again:")) \
            <code>\(HTML.escaped(subject.command))</code></p></footer>
            </body>
            </html>

            """
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
        let list = facts.map { "<div><dt>\(HTML.escaped($0))</dt><dd>\(HTML.escaped($1))</dd></div>" }.joined(separator: "\n")
        let reading = notes.map { "<li>\(HTML.escaped($0.text(in: language)))</li>" }.joined()
        return """
            <section aria-labelledby="verdict"><h2 id="verdict">\(words)</h2>
            <dl class="facts">\(list)</dl>
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
        let remedy = group.remedy.text(in: language)
        let mend = remedy.isEmpty ? "" : "<p class=\"mend\">\(pick("À faire", "To do")) : \(HTML.escaped(remedy))</p>"
        let times = group.count > 1 ? " <span class=\"quiet\">× \(group.count)</span>" : ""
        return """
            <article class="trap"><h3>\(HTML.escaped(group.what.text(in: language)))\(times)</h3>
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
        let heads = [pick("Ligne", "Row"), pick("Colonne", "Column"), pick("Valeur", "Value")]
            .map { "<th scope=\"col\">\($0)</th>" }.joined()
        return """
            <details><summary>\(pick("Où", "Where"))</summary><div class="scroll"><table><caption>\(caption)</caption>
            <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div></details>
            """
    }
}
