import Foundation
import Territory
import Testing

@testable import Portal

@Suite("Charts")
struct ChartTests {
    private static let site = Site(name: "Essai", languages: [.french, .english], language: .french)

    private static func figure(_ kind: ChartDeclaration.Kind, _ parts: [ChartPart], unit: String? = "€") -> ChartFigure {
        ChartFigure(
            site: site, kind: kind, title: "Montant", head: "Année", unit: unit, parts: parts, source: "Source : essai.",
            number: 1)
    }

    private static func parts(_ values: [(String, String, Double)]) -> [ChartPart] {
        values.map { ChartPart(name: $0.0, value: $0.2, series: $0.1) }
    }

    @Test(
        "end at a number whose quarters are round",
        arguments: [(265.0, 300.0), (1, 1), (52, 60), (0, 1), (1_010_000, 1_200_000), (0.0007, 0.0008)])
    func round(value: Double, top: Double) { #expect(abs(Plot.round(value) - top) < top / 1e6) }

    @Test("tell seven series apart at most, the small ones together")
    func series() {
        let names = (1...10).map { "S\($0)" }
        let figure = Self.figure(
            .stacked, Self.parts(names.enumerated().map { ("2024", $0.element, Double(20 - $0.offset)) } + [("2025", "S1", 5)]))
        let series = ChartSeries(figure)
        #expect(series.names == ["S1", "S2", "S3", "S4", "S5", "S6", "Autre (4)"] && series.places == ["2024", "2025"])
        #expect(
            series.value("Autre (4)", "2024") == 14 + 13 + 12 + 11 && series.value("S2", "2025") == nil
                && series.total("2025") == 5)
        #expect(series.kind(6) == 7)
    }

    @Test("hold every number in their table, whatever they draw", arguments: [ChartDeclaration.Kind.stacked, .areas, .lines])
    func table(kind: ChartDeclaration.Kind) {
        let html = Self.figure(kind, Self.parts([("2024", "Sport", 10), ("2024", "Culture", 20), ("2025", "Sport", 1_234.5)]))
            .html.text
        #expect(html.contains("<th scope=\"row\">2025</th><td class=\"number\">1\u{202F}234,50\u{A0}€</td>"), "\(html)")
        #expect(html.contains("<td class=\"number\">–</td>") && html.contains("role=\"img\"") && html.contains("Source : essai."))
        #expect(html.components(separatedBy: "<svg class=\"sign\"").count == 3)
    }

    @Test("draw points where two numbers meet, and name them")
    func scatter() {
        var figure = Self.figure(
            .scatter, [ChartPart(name: "École", value: 50, place: 10), ChartPart(name: nil, value: 100, place: 40)])
        figure.isWhole = false
        figure.axisUnit = "jours"
        let html = figure.html.text
        #expect(
            html.contains("<title>École : 10\u{A0}jours, 50\u{A0}€</title>") && html.components(separatedBy: "<circle").count == 3
        )
        #expect(html.contains("cx=\"704.0\" cy=\"14.0\""), "the greatest of both stands in the corner: \(html)")
    }

    @Test(
        "have an axis of points from about the least to about the greatest, at round marks",
        arguments: [
            ([2_019.0, 2_021, 2_024], [2_019.0, 2_020, 2_021, 2_022, 2_023, 2_024]), ([2_021], [2_020, 2_021, 2_022]),
            ([1_950, 2_020], [1_940, 1_960, 1_980, 2_000, 2_020]), ([3, 98], [0, 20, 40, 60, 80, 100]),
            ([-12, 30], [-20, -10, 0, 10, 20, 30]), ([], [0, 0.2, 0.4, 0.6, 0.8, 1]), ([0, 0], [-0.2, 0, 0.2]),
        ] as [([Double], [Double])])
    func axis(values: [Double], marks: [Double]) {
        let axis = ValueAxis(values, isPlain: true)
        #expect(axis.marks.count == marks.count && zip(axis.marks, marks).allSatisfy { abs($0 - $1) < 1e-9 }, "\(axis.marks)")
        #expect(values.allSatisfy { (0...1).contains(axis.share($0)) })
    }

    @Test("write years as years, wherever they stand, and begin their axis where they begin")
    func years() {
        var figure = Self.figure(.scatter, (2_019...2_024).map { ChartPart(name: "A", value: Double($0), place: Double($0)) })
        figure.isWhole = false
        let html = figure.html.text
        #expect(
            html.contains("text-anchor=\"middle\">2019</text>") && html.contains("text-anchor=\"end\">2024</text>"), "\(html)")
        #expect(html.contains("<circle class=\"point\" cx=\"92.0\"") && html.contains("<title>A : 2019, "))
        #expect(html.contains("<td class=\"number\">2019</td>"))
        figure.axisUnit = "m"
        #expect(figure.html.text.contains("<title>A : 2\u{202F}019\u{A0}m, "), "a length is no year")
    }

    @Test("name each line at its end, and let no name cover another")
    func lines() throws {
        let html = Self.figure(
            .lines, Self.parts([("2024", "Sport", 10), ("2024", "Culture", 10), ("2025", "Sport", 20), ("2025", "Culture", 20)])
        ).html.text
        let downs = html.matches(of: #/<text class="soft end" x="[\d.]+" y="([\d.]+)"/#).compactMap { Double($0.1) }
        try #require(downs.count == 2)
        #expect(abs(downs[1] - downs[0]) >= 15, "\(downs)")
        #expect(html.contains("class=\"line l0\"") && html.contains("class=\"line l1\""))
    }

    @Test("keep a long unit off their axis")
    func units() {
        let html = Self.figure(.stacked, Self.parts([("2024", "F", 240), ("2024", "M", 10)]), unit: "naissances").html.text
        #expect(html.contains("text-anchor=\"end\">300</text>") && html.contains("<figcaption>En naissances. Source"))
    }
}
