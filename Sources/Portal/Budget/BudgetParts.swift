package import DuckDB
internal import Territory

/// The parts of a level of a budget, each under a name that a citizen knows.
package struct BudgetParts: Sendable {
    let parts: [ChartPart]

    /// From the rows of `BudgetQuestion.parts`: code, label, amount.
    package init(_ rows: [Row], _ choice: BudgetChoice, _ site: Site) {
        guard let level = choice.level else {
            parts = []
            return
        }
        var amounts: [String: Double] = [:], labels: [String: String] = [:], order: [String] = []
        for row in rows {
            let code = level == .policy ? BudgetWords.policy(of: row[0].text) : row[0].text ?? BudgetWords.noCode
            if amounts[code] == nil { order.append(code) }
            amounts[code, default: 0] += row[2].text.flatMap { Double($0) } ?? 0
            labels[code] = labels[code] ?? row[1].text
        }
        let names = order.map { BudgetWords.name($0, labels[$0], level).text(in: site.language) }
        let common = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        parts = zip(order, names).map { code, name in
            ChartPart(name: common[name] == 1 ? name : "\(name) (\(code))", value: amounts[code] ?? 0, key: code)
        }.filter { $0.value != 0 }.sorted { $0.value > $1.value }
    }
}
