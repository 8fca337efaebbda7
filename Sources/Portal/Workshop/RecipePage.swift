internal import Inspect
internal import Territory
package import Workshop

/// The proposed recipe: the schema to follow, the steps, the columns to keep for oneself. Everything is chosen already.
package struct RecipePage: Sendable {
    let site: Site
    let guest: Guest
    let deposit: Deposit
    /// Whether the steps have just been made anew for another schema.
    let isAnew: Bool

    package init(_ site: Site, _ guest: Guest, _ deposit: Deposit, isAnew: Bool) {
        self.site = site
        self.guest = guest
        self.deposit = deposit
        self.isAnew = isAnew
    }

    private var step: DepositFrame { DepositFrame(site: site, guest: guest, deposit: deposit, step: .recipe) }
    private var found: Examination { deposit.examination }

    package var html: HTML {
        let anew = step.frame.notice(
            "<p>\(site.pick("Voici la recette pour ce schéma. Relisez-la, puis continuez.", "Here is the recipe for this schema. Read it again, then continue."))</p>",
            kind: "good")
        return step.page(
            """
            \(isAnew ? anew : nil)
            \(step.form("""
            <p>\(site.pick("Tout est proposé d’après votre fichier : vous pouvez continuer sans rien changer.", "Everything is proposed from your file: you may continue without changing anything."))</p>
            \(schemas)
            \(steps)
            \(columns)
            \(asks)
            \(step.next(site.pick("Contrôler", "Check")))
            """))
            """)
    }

    private var schemas: HTML {
        let chosen = deposit.choice.schema, language = site.language
        let items = found.schemas.enumerated().map { index, schema in
            let share = NumberText(language: language).share((schema.score * 100).rounded() / 100)
            let missing =
                schema.missing.isEmpty
                ? nil
                : site.pick(" Il manque : ", " Missing: ")
                    + schema.missing.prefix(3).map { $0.text(in: language) }.joined(separator: ", ")
                    + (schema.missing.count > 3 ? "…" : ".")
            return """
                <div class="choice"><input type="radio" name="schema" value="\(schema.name)" id="schema-\(index)"\(schema.name == chosen ? " checked" as HTML : nil)>
                <label for="schema-\(index)"><strong>\(schema.title ?? schema.name)</strong> – \(site.pick("ressemble à \(share)", "\(share) alike")).\(missing.map { step.frame.said($0) } ?? "")</label></div>
                """ as HTML
        }
        return """
            <fieldset><legend>\(site.pick("Le modèle national que suit ce fichier", "The national model that this file follows"))</legend>
            \(items)
            \(partial)
            <div class="choice"><input type="radio" name="schema" value="" id="schema-non"\(chosen == nil ? " checked" as HTML : nil)>
            <label for="schema-non">\(site.pick("Aucun : garder les colonnes telles qu’elles sont", "None: keep the columns as they are"))</label></div></fieldset>
            """
    }

    /// A schema that is followed as far as the file goes is not declared.
    private var partial: HTML? {
        guard deposit.choice.schema != nil, !found.parts.declaresSchema else { return nil }
        return
            "<p>\(site.pick("Il manque des colonnes obligatoires : les colonnes reconnues prendront les noms du modèle, mais le jeu ne se dira pas conforme.", "Required columns are missing: recognised columns will take the names of the model, but the dataset will not claim to conform."))</p>"
    }

    private var steps: HTML? {
        guard !found.parts.steps.isEmpty else { return nil }
        let items = found.parts.steps.enumerated().map { index, one in
            """
            <div class="choice"><input type="checkbox" name="step" value="\(index)" id="pas-\(index)"\(deposit.choice.dropped.contains(index) ? nil : " checked" as HTML)>
            <label for="pas-\(index)">\(step.frame.said(one.words.text(in: site.language))) <small><code>\(one.name)</code> \(Self.short(one.detail))</small></label></div>
            """ as HTML
        }
        return
            "<fieldset><legend>\(site.pick("Ce que la recette fait, dans l’ordre", "What the recipe does, in order"))</legend>\(items)</fieldset>"
    }

    private var columns: HTML? {
        guard !found.parts.columns.isEmpty else { return nil }
        let items = found.parts.columns.enumerated().map { index, column in
            """
            <div class="choice"><input type="checkbox" name="hidden" value="\(column.name)" id="colonne-\(index)"\(deposit.choice.hidden.contains(column.name) ? " checked" as HTML : nil)>
            <label for="colonne-\(index)">\(column.label)</label></div>
            """ as HTML
        }
        return """
            <fieldset><legend>\(site.pick("Colonnes à garder pour la ville, jamais publiées", "Columns to keep for the town, never published"))</legend>
            <p>\(site.pick("Cochez ce qui parle d’une personne : nom, adresse, téléphone, courriel.", "Tick what tells of a person: name, address, telephone, e-mail."))</p>
            <div class="many">\(items)</div></fieldset>
            """
    }

    private var asks: HTML? {
        guard !found.parts.asks.isEmpty else { return nil }
        let items = found.parts.asks.map { "<li>\(step.frame.said($0.text(in: site.language)))</li>" as HTML }
        return
            "<h2>\(site.pick("À vérifier auprès de qui tient le fichier", "To be checked with whoever keeps the file"))</h2><ul>\(items)</ul>"
    }

    private static func short(_ text: String) -> String { text.count > 110 ? text.prefix(108) + "…" : text }
}
