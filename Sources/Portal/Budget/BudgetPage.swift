package import DuckDB
internal import Territory

/// "Où va l'argent ?": a budget told from the whole to a line, in one sentence, a treemap, the years side by side (portal §5).
package struct BudgetPage: Sendable {
    let site: Site
    let question: BudgetQuestion
    let totals: BudgetTotals
    /// The amounts of each year in the chosen part.
    let years: BudgetTotals
    let parts: BudgetParts
    /// The lines, once a part is chosen at every level.
    let lines: [[SQLValue]]
    /// The names of the parts chosen, from the whole down.
    let names: [String]
    let population: Int?
    /// The budgets of the town, when there are several datasets.
    let sources: [BudgetSource]

    package init(
        _ site: Site, _ question: BudgetQuestion, totals: BudgetTotals, years: BudgetTotals, parts: BudgetParts,
        lines: [[SQLValue]], names: [String], population: Int?, sources: [BudgetSource]
    ) {
        self.site = site
        self.question = question
        self.totals = totals
        self.years = years
        self.parts = parts
        self.lines = lines
        self.names = names
        self.population = population
        self.sources = sources
    }

    private var choice: BudgetChoice { question.choice }
    private var numbers: NumberText { NumberText(language: site.language) }
    private var path: [String] { ["budget", choice.year] }
    private var isSpending: Bool { choice.direction == .spending }

    package var html: HTML {
        let heading =
            isSpending
            ? site.pick("Où va l’argent ?", "Where does the money go?")
            : site.pick("D’où vient l’argent ?", "Where does the money come from?")
        let title =
            ([heading.dropLast(site.language == .french ? 2 : 1) + " " + choice.year, stageWords] + sectionWords + axisWords
            + names).joined(separator: ", ")
        return Layout(site: site, path: path, state: choice.state).page(
            title, trail: [(site.pick("Accueil", "Home"), [])], description: site.said(sentence),
            main: """
                <h1>\(site.said(heading))</h1>
                <p class="lead">\(site.said(sentence))</p>
                \(BudgetSwitches(site: site, choice: choice, totals: totals, sources: sources).html)
                <h2>\(site.said(partTitle))</h2>
                \(way)
                \(choice.level == nil ? BudgetLines(site: site, question: question, lines: lines).html : figure)
                \(comparison)
                \(files)
                \(glossary)
                """)
    }

    // MARK: In words

    private var sentence: String {
        let stage = BudgetTotals.Stage(year: choice.year, name: choice.stage)
        let whole = totals.amount(stage, choice.direction, account: choice.account)
        let running = totals.amount(stage, choice.direction, .running, account: choice.account)
        let each =
            population.map {
                site.pick(
                    ", soit \(numbers.amount((whole / Double($0)).rounded(), "€")) par habitant",
                    ", or \(numbers.amount((whole / Double($0)).rounded(), "€")) per inhabitant")
            } ?? ""
        let amount = numbers.short(whole, "€"), town = site.bareName
        let did: String =
            switch (choice.measure, isSpending) {
            case (.spent, true): site.pick("\(town) a dépensé", "\(town) spent")
            case (.spent, false): site.pick("\(town) a reçu", "\(town) received")
            case (.voted, true): site.pick("\(town) prévoit de dépenser", "\(town) plans to spend")
            case (.voted, false): site.pick("\(town) prévoit de recevoir", "\(town) plans to receive")
            }
        return site.pick(
            "En \(choice.year), \(did) \(amount)\(each) : \(numbers.short(running, "€")) pour le fonctionnement, \(numbers.short(whole - running, "€")) pour l’investissement.",
            "In \(choice.year), \(did) \(amount)\(each): \(numbers.short(running, "€")) to run the town, \(numbers.short(whole - running, "€")) to invest."
        )
    }

    private var stageWords: String { choice.measure == .spent ? site.pick("réalisé", "done") : choice.stage }
    private var sectionWords: [String] { choice.section.map { [$0.words.text(in: site.language).lowercased()] } ?? [] }
    private var axisWords: [String] { choice.axis == .nature ? [site.pick("par nature", "by nature")] : [] }

    private var partTitle: String {
        guard let last = names.last else {
            let by =
                choice.axis == .policy
                ? site.pick("Politique par politique", "Policy by policy") : site.pick("Nature par nature", "Nature by nature")
            return by
        }
        let amount =
            parts.parts.isEmpty
            ? years.amount(.init(year: choice.year, name: choice.stage)) : parts.parts.reduce(0) { $0 + $1.value }
        return "\(last) : \(numbers.short(amount, "€"))"
    }

    /// The way back up, part by part.
    private var way: HTML {
        guard !names.isEmpty else { return .nothing }
        let whole: HTML =
            "<li><a href=\"\(choice.with { $0.path = [] }.link(site))\">\(site.pick("Tout le budget", "The whole budget"))</a></li>"
        let steps = names.enumerated().map { index, name in
            index + 1 == names.count
                ? "<li aria-current=\"location\">\(name)</li>" as HTML
                : "<li><a href=\"\(choice.with { $0.path = Array($0.path.prefix(index + 1)) }.link(site))\">\(name)</a></li>"
        }
        return
            "<nav class=\"way\" aria-label=\"\(site.pick("Du tout à la partie", "From the whole to the part"))\"><ol>\(whole)\(steps)</ol></nav>"
    }

    // MARK: Figures

    private var figure: HTML {
        let within = names.last.map { " – \($0)" } ?? ""
        let what = isSpending ? site.pick("Dépenses", "Spending") : site.pick("Recettes", "Revenue")
        return ChartFigure(
            site: site, kind: .treemap, title: "\(what) \(choice.year), \(stageWords)\(within)",
            head: choice.level?.words.text(in: site.language) ?? "",
            unit: "€", parts: parts.parts, source: question.source.exhibit.source(site), number: 1, population: population,
            address: { [choice, site] part in part.key.map { key in choice.with { $0.path.append(key) }.link(site) } }
        ).html
    }

    /// The same part, year after year, each at its most certain stage.
    private var comparison: HTML {
        let all = Dictionary(grouping: totals.stages, by: \.year)
        let bars = all.keys.sorted().compactMap { year -> ChartPart? in
            guard let stages = all[year],
                let stage = stages.first(where: { BudgetMeasure(stage: $0.name) == .spent }) ?? stages.first
            else { return nil }
            let isDone = BudgetMeasure(stage: stage.name) == .spent
            return ChartPart(
                name: "\(year) \(isDone ? site.pick("(réalisé)", "(done)") : site.pick("(voté)", "(voted)"))",
                value: years.amount(stage))
        }
        guard bars.count > 1 else { return .nothing }
        return """
            <h2>\(site.pick("D’une année à l’autre", "From year to year"))</h2>
            <p>\(site.said(site.pick(
                "Chaque année à son étape la plus sûre. Un budget voté est une prévision : il dépasse presque toujours ce qui sera réalisé.",
                "Each year at its surest stage. A budget that is voted is a forecast: it nearly always exceeds what will be done.")))</p>
            \(ChartFigure(
                site: site, kind: .bars, title: site.said("\(names.last ?? site.pick("Total", "Total")) – \(isSpending ? site.pick("dépenses", "spending") : site.pick("recettes", "revenue"))"),
                head: site.pick("Année", "Year"), unit: "€", parts: bars, source: question.source.exhibit.source(site), number: 2, smallest: 0,
                isWhole: false, population: population).html)
            """
    }

    private var files: HTML {
        let name = AddressText.encoded(question.source.exhibit.name)
        let root = "api/explore/v2.1/catalog/datasets/\(name)/"
        let csv = PageState(question.exportState.items + [PageState.Item("use_labels", "true")]).text
        return """
            <div class="get"><a class="button" href="\(site.file(root + "exports/csv" + csv))">\(site.pick("Télécharger ces lignes (CSV)", "Download these rows (CSV)"))</a>
            <a class="button second" href="\(site.file(root + "records" + question.exportState.text))">\(site.pick("Les mêmes par l’API", "The same by the API"))</a>
            <a class="button second" href="\(site.link("donnees", question.source.exhibit.name))">\(site.pick("Le jeu de données", "The dataset"))</a></div>
            """
    }

    private var glossary: HTML {
        let words = BudgetWords.glossary.map { entry in
            "<dt>\(entry.word.text(in: site.language))</dt><dd>\(site.said(entry.meaning.text(in: site.language)))</dd>" as HTML
        }
        return "<h2>\(site.pick("Les mots du budget", "The words of a budget"))</h2><dl class=\"words\">\(words)</dl>"
    }
}
