internal import Check
internal import Territory

/// What the check found, as a page: the verdict, each cause with its count, and how full each field is.
struct CheckReportPage {
    private let report: CheckReport
    private let sheet: Sheet

    init(_ report: CheckReport, _ sheet: Sheet) {
        self.report = report
        self.sheet = sheet
    }

    private func pick(_ french: String, _ english: String) -> String {
        PageText.escaped(Bilingual(fr: french, en: english), sheet.language)
    }

    var text: String {
        let title = Bilingual(
            fr: "Contrôle – \(sheet.title.french)", en: "Check – \(sheet.title.english)"
        ).text(in: sheet.language)
        let body = """
            <h1>\(MarkupText.escaped(title))</h1>
            <p>\(pick("Version \(sheet.version), du \(sheet.modified.prefix(10)).", "Version \(sheet.version), of \(sheet.modified.prefix(10))."))</p>
            \(verdict)
            \(findings)
            \(fields)
            """
        return PageText.page(title, sheet.language, body)
    }

    private var verdict: String {
        let errors = report.errors
        guard errors == 0 else {
            return "<p>✗ "
                + pick("Erreurs acceptées dans cette version : \(errors).", "Errors accepted in this version: \(errors).")
                + "</p>"
        }
        let schema = sheet.schema?.name
        let words = schema.map { pick("Conforme au schéma \($0).", "Conforms to the schema \($0).") }
        return "<p>✓ " + (words ?? pick("Aucune erreur.", "No error.")) + "</p>"
    }

    private var findings: String {
        let notable = report.groups.filter { $0.severity != .note }
        guard !notable.isEmpty else { return "" }
        let rows = notable.map { group in
            let weight = group.severity == .error ? pick("Erreur", "Error") : pick("Avertissement", "Warning")
            let (what, remedy) = report.words(of: group)
            let advice = remedy.map { "<br>\(PageText.escaped($0, sheet.language))" } ?? ""
            return
                "<tr><td>\(weight)</td><td>\(group.count)</td><td>\(MarkupText.escaped(group.field ?? ""))</td><td>\(PageText.escaped(what, sheet.language))\(advice)</td></tr>"
        }
        return PageText.table(
            pick("Ce que le contrôle a trouvé", "What the check found"),
            [
                pick("Poids", "Weight"), pick("Nombre", "Count"), pick("Champ", "Field"),
                pick("Constat, et que faire", "Finding, and what to do"),
            ],
            rows)
    }

    private var fields: String {
        guard let rows = report.quality?.rows, !report.fields.isEmpty else { return "" }
        let lines = report.fields.map { field in
            "<tr><th scope=\"row\"><code>\(MarkupText.escaped(field.name))</code></th><td>\(field.filled)</td><td>\(field.distinct)</td><td>\(field.invalid)</td></tr>"
        }
        return PageText.table(
            pick("Champ par champ, sur \(rows) lignes", "Field by field, of \(rows) rows"),
            [
                pick("Champ", "Field"), pick("Remplis", "Filled"), pick("Valeurs différentes", "Distinct values"),
                pick("Refusés", "Refused"),
            ],
            lines)
    }
}
