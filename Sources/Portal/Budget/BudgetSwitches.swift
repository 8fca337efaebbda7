internal import Territory

/// What can be chosen on a page of a budget, every choice a link.
struct BudgetSwitches: Sendable {
    let site: Site
    let choice: BudgetChoice
    let totals: BudgetTotals
    let sources: [BudgetSource]

    var html: HTML {
        .joined([stages, directions, sections, axes, accounts, datasets].filter { !$0.isEmpty })
    }

    private func link(_ words: String, _ isCurrent: Bool, _ change: (inout BudgetChoice) -> Void) -> LinkChoice {
        LinkChoice(words: words, address: choice.with(change).link(site), isCurrent: isCurrent)
    }

    private var stages: HTML {
        LinkChoices(
            title: site.pick("Année", "Year"),
            choices: totals.stages.map { stage in
                let isDone = BudgetMeasure(stage: stage.name) == .spent
                let words =
                    isDone
                    ? site.pick("réalisé", "done") : stage.name == "budget primitif" ? site.pick("voté", "voted") : stage.name
                return link("\(stage.year), \(words)", stage.year == choice.year && stage.name == choice.stage) { choice in
                    // Functions before 2024 are other functions.
                    if choice.levels != choice.with({ $0.year = stage.year }).levels { choice.path = [] }
                    choice.year = stage.year
                    choice.stage = stage.name
                }
            }
        ).html
    }

    private var directions: HTML {
        LinkChoices(
            title: site.pick("Sens", "Direction"),
            choices: BudgetChoice.Direction.allCases.map { direction in
                link(direction.words.text(in: site.language), choice.direction == direction) {
                    if $0.direction != direction { $0.path = [] }
                    $0.direction = direction
                    $0.axis = direction == .revenue ? .nature : .policy
                }
            }
        ).html
    }

    private var sections: HTML {
        let whole = link(site.pick("Les deux", "Both"), choice.section == nil) { $0.section = nil }
        return LinkChoices(
            title: "Section",
            choices: [whole]
                + BudgetChoice.Section.allCases.map { section in
                    link(section.words.text(in: site.language), choice.section == section) { $0.section = section }
                }
        ).html
    }

    private var axes: HTML {
        LinkChoices(
            title: site.pick("Découpage", "Told apart by"),
            choices: BudgetChoice.Axis.allCases.map { axis in
                link(axis.words.text(in: site.language), choice.axis == axis) {
                    if $0.axis != axis { $0.path = [] }
                    $0.axis = axis
                }
            }
        ).html
    }

    private var accounts: HTML {
        guard totals.accounts.count > 1 else { return .nothing }
        let whole = link(site.pick("Tous", "All"), choice.account == nil) { $0.account = nil }
        return LinkChoices(
            title: "Budget (SIRET)",
            choices: [whole]
                + totals.accounts.map { account in link(account, choice.account == account) { $0.account = account } }
        ).html
    }

    private var datasets: HTML {
        guard sources.count > 1 else { return .nothing }
        return LinkChoices(
            title: site.pick("Jeu de données", "Dataset"),
            choices: sources.enumerated().map { index, source in
                let name = source.exhibit.name, isCurrent = choice.dataset.map { $0 == name } ?? (index == 0)
                let state = PageState(index == 0 ? [] : [PageState.Item("jeu", name)])
                return LinkChoice(
                    words: source.exhibit.title(site.language), address: site.link("budget", state: state), isCurrent: isCurrent)
            }
        ).html
    }
}

extension BudgetChoice.Direction {
    var words: Bilingual {
        self == .spending ? Bilingual(fr: "Dépenses", en: "Spending") : Bilingual(fr: "Recettes", en: "Revenue")
    }
}

extension BudgetChoice.Section {
    var words: Bilingual {
        self == .running
            ? Bilingual(fr: "Fonctionnement", en: "Running costs") : Bilingual(fr: "Investissement", en: "Investment")
    }
}

extension BudgetChoice.Axis {
    var words: Bilingual {
        self == .policy ? Bilingual(fr: "Par politique", en: "By policy") : Bilingual(fr: "Par nature", en: "By nature")
    }
}

extension BudgetLevel {
    var words: Bilingual {
        switch self {
        case .policy: Bilingual(fr: "Politique", en: "Policy")
        case .function: Bilingual(fr: "Fonction", en: "Function")
        case .chapter: Bilingual(fr: "Chapitre", en: "Chapter")
        case .nature: Bilingual(fr: "Nature", en: "Nature")
        }
    }
}
