internal import Portal

/// A chart in a frame of another site.
struct EmbeddedChartAddress: PortalAddress {
    let path = EmbeddedChart.path

    func html(_ view: PortalView) async throws -> HTML {
        let exhibit = try view.exhibit(), choice = try view.chart(of: exhibit)
        return EmbeddedChart(view.site, exhibit, choice, parts: try await view.parts(choice, of: exhibit)).html
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
struct ChartFile: PortalText {
    let path = "donnees/{dataset}/\(VegaLite.file)"
    let type = "application/json; charset=utf-8"

    func text(_ view: PortalView) async throws -> String {
        let exhibit = try view.exhibit()
        return VegaLite(view.site, exhibit, try view.chart(of: exhibit), base: view.ask.base).text
    }
}
