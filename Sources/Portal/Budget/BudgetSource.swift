/// A dataset that is a budget: it has the columns of `scdl/budget` (<https://schema.data.gouv.fr/scdl/budget/>), whoever declared
/// them, a schema or a town.
package struct BudgetSource: Sendable {
    package let exhibit: Exhibit

    static let year = "BGT_ANNEE", stage = "BGT_NATDEC", direction = "BGT_CODRD", section = "BGT_SECTION"
    static let kind = "BGT_OPBUDG", account = "BGT_SIRET", voted = "BGT_MTPREV", spent = "BGT_MTREAL"
    static let chapter = "BGT_CONTNAT", nature = "BGT_NATURE", function = "BGT_FONCTION", operation = "BGT_OPERATION"

    /// The columns that no page of a budget does without.
    private static let required = [year, stage, direction, section, kind, account, voted, spent, chapter, nature, function]

    package init?(_ exhibit: Exhibit) {
        guard Self.required.allSatisfy({ exhibit.field($0) != nil }) else { return nil }
        let labels = [Self.chapter, Self.nature, Self.function].map(Self.label(of:))
        guard labels.allSatisfy({ exhibit.field($0) != nil }) else { return nil }
        self.exhibit = exhibit
    }

    /// The column that names what a column codes.
    static func label(of code: String) -> String { code + "_LABEL" }

    /// The budgets of a town, in the order of their names.
    package static func all(_ exhibits: [Exhibit]) -> [BudgetSource] { exhibits.compactMap { BudgetSource($0) } }
}

/// What a stage of a budget counts: what was voted, or what was done.
enum BudgetMeasure: Sendable {
    case voted, spent

    /// A statement of account (`compte administratif`, also written for a single financial account) tells what was done; every
    /// other stage what was decided.
    init(stage: String) { self = stage.lowercased().hasPrefix("compte") ? .spent : .voted }

    var field: String { self == .voted ? BudgetSource.voted : BudgetSource.spent }
}
