/// One chart of a dataset as an address names it: a declared one, opened down to a part, or the one that a reader makes.
package struct ChartChoice: Sendable {
    package let question: ChartQuestion
    /// What names it: `vue=2`, or the fields of the form.
    let state: PageState
    /// Which of the declared ones it is, from 1; a reader's own is 1 too: it stands alone.
    let number: Int

    /// - Returns: nil when there is no such chart.
    package init?(_ exhibit: Exhibit, _ state: PageState) {
        if state["type"] != nil {
            guard let own = ChartBuilder.chart(exhibit, state) else { return nil }
            self.init(ChartQuestion(own), PageState(state.items.filter { ChartBuilder.names.contains($0.name) }), number: 1)
        } else {
            let number = Int(state["vue"] ?? "") ?? 1
            guard exhibit.charts.indices.contains(number - 1) else { return nil }
            let question = ChartQuestion(exhibit.charts[number - 1], chosen: state.all("dans"))
            self.init(question, number: number)
        }
    }

    /// A declared chart, as a page shows it.
    init(_ question: ChartQuestion, number: Int) {
        let parts = question.chosen.map { PageState.Item("dans", $0) }
        self.init(question, PageState([PageState.Item("vue", String(number))] + parts), number: number)
    }

    private init(_ question: ChartQuestion, _ state: PageState, number: Int) {
        self.question = question
        self.state = state
        self.number = number
    }

    /// All that a page of charts shows: those that are declared, then the reader's own.
    package static func all(_ exhibit: Exhibit, _ state: PageState) -> [ChartChoice] {
        let opened = Int(state["vue"] ?? "") ?? 1
        let declared = exhibit.charts.enumerated().map { index, chart in
            ChartChoice(ChartQuestion(chart, chosen: index + 1 == opened ? state.all("dans") : []), number: index + 1)
        }
        return declared + (state["type"] == nil ? [] : [ChartChoice(exhibit, state)].compactMap(\.self))
    }
}
