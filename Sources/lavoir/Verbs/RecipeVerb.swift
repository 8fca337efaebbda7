internal import ArgumentParser
internal import DuckDB
internal import Foundation
internal import Prepare
internal import Runs
internal import Territory

/// `lavoir recipe`: what a recipe does, as steps with their effect or as the SQL they become.
struct RecipeVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recipe", abstract: "Watch a recipe step by step, or print the SQL it becomes.")

    @Argument(help: "Name of the dataset.")
    var dataset: String

    @Flag(help: "The SQL statement, one named query for each step.")
    var sql = false

    @Flag(help: "Rows and columns before and after each step, with a sample. This is what happens without --sql.")
    var preview = false

    @Option(help: "Rows in each sample.")
    var sample = 3

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.explained(dataset) {
            let territory = try common.territory()
            let declared = try territory.dataset(named: dataset)
            let (statement, previews) = try await RecipeWatch(territory, common.environment())
                .watch(declared, sample: sql ? nil : sample)
            if sql { Terminal.output.line(statement) }
            for preview in previews { show(preview) }
        }
    }

    private func show(_ step: StepPreview) {
        let french = common.language == .french
        let output = Terminal.output
        let name = step.name.isEmpty ? (french ? "collecte" : "collect") : step.name
        let place = step.place.map { output.styled("  \($0)", .dim) } ?? ""
        let rows = step.rowsBefore == step.rowsAfter ? "\(step.rowsAfter)" : "\(step.rowsBefore) → \(step.rowsAfter)"
        let columns =
            step.columnsBefore.count == step.columnsAfter.count
            ? "\(step.columnsAfter.count)" : "\(step.columnsBefore.count) → \(step.columnsAfter.count)"
        output.line(
            "\(output.styled(name, .bold))  \(rows) \(french ? "lignes" : "rows"), \(columns) \(french ? "colonnes" : "columns")\(place)"
        )
        let before = Set(step.columnsBefore.map(\.name)), after = Set(step.columnsAfter.map(\.name))
        let gone = step.columnsBefore.map(\.name).filter { !after.contains($0) }
        let new = step.columnsAfter.map(\.name).filter { !before.contains($0) }
        if !step.name.isEmpty, !gone.isEmpty { output.line(output.styled("  − \(gone.joined(separator: ", "))", .red)) }
        if !step.name.isEmpty, !new.isEmpty { output.line(output.styled("  + \(new.joined(separator: ", "))", .green)) }
        guard !step.sample.isEmpty else { return }
        let looked = step.columnsAfter.enumerated().map { (index: $0.offset, name: $0.element.name) }
        // The first column tells which row it is; what the step did comes next, then whatever the line can still hold.
        let told = looked.filter { $0.index == 0 || step.changed.contains($0.name) }
        let origin = [(index: looked.count, name: "_source"), (index: looked.count + 1, name: "_row")]
        let ordered = step.name.isEmpty ? looked : told + looked.filter { column in !told.contains { $0.index == column.index } }
        let table = TextTable(
            (ordered + origin).map(\.name), step.sample.map { row in (ordered + origin).map { row.values[$0.index].shown } },
            widest: 29)
        let fitting = table.fitting(Terminal.output.width - 2, keeping: origin.count)
        output.line("  " + fitting.table.text.replacing("\n", with: "\n  "))
        if fitting.left > 0 {
            let plural = fitting.left == 1 ? "" : "s"
            let left =
                french
                ? "… et \(fitting.left) autre\(plural) colonne\(plural)" : "… and \(fitting.left) more column\(plural)"
            output.line(output.styled("  " + left, .dim))
        }
    }
}
