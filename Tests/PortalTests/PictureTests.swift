import Foundation
import FoundationXML
import Territory
import Testing

@testable import Portal

@Suite("Pictures that stand alone")
struct PictureTests {
    private static let site = Site(name: "Essai", languages: [.french, .english], language: .french)

    private static func figure(_ kind: ChartDeclaration.Kind, _ parts: [ChartPart]) -> ChartFigure {
        var figure = ChartFigure(
            site: site, kind: kind, title: "Montant <b> & \"suite\"", head: "Année", unit: "€", parts: parts,
            source: "Source : essai.",
            number: 1)
        figure.isAlone = true
        figure.isWhole = kind != .scatter
        figure.address = { _ in "/ailleurs" }
        return figure
    }

    private static let parts = (0..<40).map { index in
        ChartPart(
            name: "Poste \(index % 8) & \u{7}<i>", value: Double(100 - index), series: "Série \(index / 8)", place: Double(index))
    }

    private static func svg(_ kind: ChartDeclaration.Kind) -> String {
        let figure = figure(kind, parts)
        return PictureSheet(site: site, title: figure.title, lead: figure.sentence, foot: figure.caption).svg(figure.drawing)
    }

    @Test(
        "are well-formed, without a colour that is only a name, and lead nowhere",
        arguments: [ChartDeclaration.Kind.bars, .stacked, .lines, .areas, .scatter, .treemap])
    func formed(kind: ChartDeclaration.Kind) {
        let svg = Self.svg(kind)
        #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(svg)")
        #expect(!svg.contains("var(") && !svg.contains("href=") && svg.contains("Montant &lt;b&gt; &amp;"))
        #expect(svg.contains("Source : essai."))
        // The first line has the look of all lines, and no more.
        let classes = svg.matches(of: #/class="([^"]+)"/#).flatMap { $0.1.split(separator: " ") }.filter { $0 != "l0" }
        for name in Set(classes) { #expect(svg.contains("svg .\(name) {") || svg.contains(".\(name) { stroke"), "\(name)") }
    }

    @Test("tell their series apart as the page does")
    func key() {
        #expect(Self.svg(.stacked).contains("class=\"k4\" width=\"28\"") && Self.svg(.stacked).contains(">Série 4</text>"))
    }

    @Test("are drawn in dots, in many colours", arguments: [ChartDeclaration.Kind.bars, .lines, .treemap])
    func dots(kind: ChartDeclaration.Kind) throws {
        let png = try PNGDrawing.png(Self.svg(kind))
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        // Width and height stand in the first piece (PNG §11.2.2).
        #expect(png[16..<24].elementsEqual([0, 0, 0x04, 0xB0, 0, 0, 0x02, 0x76]))
        // One colour alone packs to nearly nothing.
        #expect(png.count > 10_000, "\(png.count)")
    }

    @Test(
        "are refused when they are larger than a picture can be, or are none",
        arguments: ["<svg", "", String(repeating: " ", count: 1 << 21)])
    func refused(svg: String) { #expect(throws: PNGDrawing.Fault.self) { try PNGDrawing.png(svg) } }

    @Test(
        "break lines where words end, and say when something is missing",
        arguments: [
            ("un deux trois", 9, 2, ["un deux", "trois"]), ("un deux trois", 9, 1, ["un deux…"]),
            ("anticonstitutionnel", 8, 2, ["anticon…"]), ("", 8, 2, []), ("un deux trois", 20, 2, ["un deux trois"]),
        ])
    func lines(text: String, room: Int, most: Int, lines: [String]) {
        #expect(TextLines.wrapped(text, room: room, most: most) == lines)
    }
}
