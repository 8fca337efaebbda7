internal import Portal

/// A chart in a frame of another site.
struct EmbeddedChartAddress: PortalAddress {
    let path = EmbeddedChart.path

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit(), choice = try view.chart(of: exhibit)
        let rows = try await view.rows([choice.question.plan], of: exhibit)
        return EmbeddedChart(view.site, exhibit, choice, parts: choice.question.parts(rows[0])).html
    }

    func policy(_ view: PortalView) -> PagePolicy { .framed }
}

/// A map in a frame of another site.
struct EmbeddedMapAddress: PortalAddress {
    let path = EmbeddedMap.path

    func html(_ view: PortalView) async throws -> HTML { EmbeddedMap(try await MapAddress().page(view)).html }

    func policy(_ view: PortalView) -> PagePolicy { .framed }
}

/// A chart as a specification to take away.
struct ChartFile: PortalFile {
    let path = "donnees/{dataset}/\(VegaLite.file)"
    let type = "application/json; charset=utf-8"

    func text(_ view: PortalView) async throws -> String {
        let exhibit = try view.exhibit()
        return VegaLite(view.site, exhibit, try view.chart(of: exhibit), base: view.ask.base).text
    }
}

extension PortalView {
    /// The chart that the address names.
    fileprivate func chart(of exhibit: Exhibit) throws -> ChartChoice {
        guard let choice = ChartChoice(exhibit, state) else { throw Refusal.noPath }
        return choice
    }
}
