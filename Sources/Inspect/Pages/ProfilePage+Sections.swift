internal import Territory

// Traps, columns and schema.
extension ProfilePage {
    var traps: String {
        let list = profile.traps.map(trap).joined(separator: "\n")
        let none = "<p class=\"good\">\(pick("Aucun piège trouvé.", "No trap found."))</p>"
        return """
            <section aria-labelledby="traps"><h2 id="traps">\(pick("Pièges", "Traps"))</h2>
            \(profile.traps.isEmpty ? none : list)
            </section>
            """
    }

    private func trap(_ trap: TrapReport) -> String {
        let rows = trap.proofs.map { proof in
            """
            <tr><th scope="row">\(HTML.escaped(proof.file))</th><td class="number">\(proof.row)</td>\
            <td>\(HTML.escaped(proof.column ?? ""))</td><td><code>\(HTML.escaped(words.shown(proof.value, 200)))</code></td></tr>
            """
        }.joined()
        let proofs = """
            <details><summary>\(pick("Preuves", "Proofs")) (\(trap.proofs.count))</summary><div class="scroll"><table>
            <caption>\(page.said(trap.what))</caption>
            <thead><tr>\(HTML.heads([pick("Fichier", "File"), pick("Ligne", "Row"), pick("Colonne", "Column"), pick("Valeur", "Value")]))</tr>
            </thead><tbody>\(rows)</tbody></table></div></details>
            """
        return """
            <article class="trap"><h3>\(page.said(trap.what, begins: true))</h3>
            <p class="quiet">\(page.said(trap.why, begins: true))</p>
            <p class="mend">\(pick("Remède : ", "Remedy: "))\(page.said(trap.mend))</p>
            \(trap.proofs.isEmpty ? "" : proofs)</article>
            """
    }

    var columns: String {
        let titles = [
            pick("Colonne", "Column"), pick("Type", "Type"), pick("Remplie", "Filled"), pick("Valeurs", "Values"),
            pick("Étendue", "Range"), pick("Les plus fréquentes", "Most frequent"), pick("Formes", "Patterns"),
        ]
        let rows = profile.columns.map(column).joined(separator: "\n")
        return """
            <section aria-labelledby="columns"><h2 id="columns">\(pick("Colonnes", "Columns"))</h2>
            <div class="scroll" role="region" aria-labelledby="columns" tabindex="0"><table>
            <caption>\(pick("Ce que contient chaque colonne", "What each column holds"))</caption>
            <thead><tr>\(HTML.heads(titles))</tr></thead><tbody>
            \(rows)
            </tbody></table></div></section>
            """
    }

    private func column(_ column: Profile.Column) -> String {
        let total = max(1, column.filled + column.empty), part = Double(column.filled) / Double(total)
        let frequent = column.frequent.map {
            "<code>\(HTML.escaped(words.shown($0.value, 50)))</code>&nbsp;×&nbsp;\(words.number($0.count))"
        }.joined(separator: "<br>")
        let patterns = column.patterns.map { "<code>\(HTML.escaped(words.shown($0.value, 40)))</code>" }.joined(separator: "<br>")
        let field =
            column.field.flatMap { $0 == column.name ? nil : $0 }.map { "<br><span class=\"quiet\">→ \(HTML.escaped($0))</span>" }
            ?? ""
        let mean = column.mean.map { "<br><span class=\"quiet\">\(pick("moyenne", "mean")) \(words.number($0))</span>" } ?? ""
        return """
            <tr><th scope="row">\(HTML.escaped(column.name))\(field)</th><td>\(HTML.escaped(words.type(column)))</td>
            <td>\(HTML.escaped(words.percent(part)))<span class="bar" aria-hidden="true"><span style="width:\(Int(part * 100))%"></span></span></td>
            <td>\(HTML.escaped(words.counts(column)))</td><td>\(HTML.escaped(words.range(column)))\(mean)</td>
            <td>\(frequent)</td><td>\(patterns)</td></tr>
            """
    }

    var schema: String {
        let best = profile.schemas.first { $0.isProposed }
        let none =
            profile.schemas.isEmpty
            ? pick("Aucun schéma n'a été comparé.", "No schema was compared.")
            : pick("Aucun des schémas comparés ne convient.", "None of the schemas compared fits.")
        return """
            <section aria-labelledby="schema"><h2 id="schema">\(pick("Schéma", "Schema"))</h2>
            \(best.map(proposed) ?? "<p>\(none)</p>")
            </section>
            """
    }

    private func proposed(_ schema: Profile.Schema) -> String {
        let rows = schema.matches.map {
            """
            <tr><th scope="row">\(HTML.escaped($0.field))</th><td>\(HTML.escaped($0.column))</td>\
            <td class="number">\(words.percent($0.score))</td></tr>
            """
        }.joined(separator: "\n")
        let missing = schema.missing.map { "<li>\(page.said($0))</li>" }.joined()
        let found = schema.required - schema.missing.count
        let lacking = missing.isEmpty ? "" : "<h3>\(pick("Il manque", "Missing"))</h3><ul class=\"plain\">\(missing)</ul>"
        return """
            <p><strong>\(HTML.escaped(schema.title ?? schema.name))</strong> (<code>\(HTML.escaped(schema.name))</code>) –
            \(pick("champs obligatoires trouvés", "required fields found")) : \(found) / \(schema.required)</p>
            <div class="scroll"><table><caption>\(pick("Quelle colonne va à quel champ", "Which column goes to which field"))</caption>
            <thead><tr>\(HTML.heads([pick("Champ", "Field"), pick("Colonne", "Column"), pick("Ressemblance", "Likeness")]))</tr></thead>
            <tbody>\(rows)</tbody></table></div>
            \(lacking)
            """
    }
}
