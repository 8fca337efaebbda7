internal import Foundation
internal import Query
internal import Territory

/// A chart to take away: a Vega-Lite specification (<https://vega.github.io/vega-lite/docs/spec.html>) whose data are asked of our API, so
/// that it stays as fresh as the dataset. A treemap, which that grammar does not have, becomes bars.
package struct VegaLite: Sendable {
    let site: Site
    let exhibit: Exhibit
    let chart: ChartDeclaration
    /// The address of the server, without a slash at its end.
    let base: String

    package static let file = "graphiques.vl.json"

    /// Parts beyond them are not told apart.
    private static let limit = 2_000

    package init(_ site: Site, _ exhibit: Exhibit, _ choice: ChartChoice, base: String) {
        self.site = site
        self.exhibit = exhibit
        chart = choice.question.chart
        self.base = base
    }

    private struct Document: Encodable {
        let schema = "https://vega.github.io/schema/vega-lite/v5.json"
        let title: Title
        let description: String
        let width = "container"
        let autosize = ["type": "fit-x", "contains": "padding"]
        let data: Source
        let mark: Mark
        let encoding: [String: Channel]
        let config = Config()

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case title, description, width, autosize, data, mark, encoding, config
        }
    }

    private struct Title: Encodable {
        let text: String
        let subtitle: String
    }

    private struct Source: Encodable {
        let url: String
        let format = ["type": "json"]
    }

    private struct Mark: Encodable {
        let type: String
        let tooltip = true
        let point: Bool?
    }

    private struct Channel: Encodable {
        let field: String
        let type: String
        let title: String
        var sort: String?
        var scale: [String: Bool]?
        var axis: Axis?
    }

    /// Marks of whole numbers: a year has no tenths.
    private struct Axis: Encodable {
        let format = "d"
        let tickMinStep = 1
    }

    /// The colours of our own charts, which those who mix up red and green tell apart.
    private struct Config: Encodable {
        let range = ["category": Palette.series]
    }

    package var text: String {
        let document = Document(
            title: Title(text: chart.title(site), subtitle: exhibit.source(site)), description: exhibit.title(site.language),
            data: Source(url: data), mark: Mark(type: mark, point: chart.kind == .lines ? true : nil), encoding: encoding)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }

    private var mark: String {
        switch chart.kind {
        case .bars, .stacked, .treemap: "bar"
        case .lines: "line"
        case .areas: "area"
        case .scatter: "point"
        }
    }

    private var encoding: [String: Channel] {
        let axis = chart.levels[0], isLying = chart.kind == .bars || chart.kind == .treemap
        let unit = chart.unit.map { " (\($0))" } ?? ""
        let measure = Channel(field: "mesure", type: "quantitative", title: chart.measured(site) + unit)
        var place = Channel(
            field: "part", type: axis.query.type.isDay ? "temporal" : "ordinal", title: axis.label, sort: isLying ? "-x" : nil)
        if chart.kind == .scatter {
            place = Channel(
                field: "part", type: "quantitative", title: axis.label, scale: ["zero": false],
                axis: axis.query.type == .int ? Axis() : nil)
        }
        var channels = isLying ? ["x": measure, "y": place] : ["x": place, "y": measure]
        if let series = chart.series {
            channels[chart.kind == .scatter ? "tooltip" : "color"] = Channel(
                field: "serie", type: "nominal", title: series.label)
        }
        return channels
    }

    /// The same question in the language of the API.
    private var data: String {
        var items: [PageState.Item] = []
        func named(_ field: Exhibit.Field, _ name: String) -> String { "\(ODSQL.name(field.name)) as \(name)" }
        let apart = [named(chart.levels[0], "part")] + (chart.series.map { [named($0, "serie")] } ?? [])
        switch (chart.measure, chart.kind) {
        case (.sum(let field), .scatter):
            items.append(.init("select", (apart + [named(field, "mesure")]).joined(separator: ", ")))
        case (.sum(let field), _): items.append(.init("select", "sum(\(ODSQL.name(field.name))) as mesure"))
        case (.count, _): items.append(.init("select", "count(*) as mesure"))
        }
        if chart.kind != .scatter { items.append(.init("group_by", apart.joined(separator: ", "))) }
        if let condition = chart.filter { items.append(.init("where", condition)) }
        items.append(.init("limit", String(chart.kind == .scatter ? 500 : Self.limit)))
        let path = "/api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))/exports/json"
        return base + path + PageState(items).text
    }
}

extension ValueType {
    /// Whether it counts days.
    fileprivate var isDay: Bool { self == .date || self == .datetime }
}
