package import Foundation
package import Territory

/// How a town's portal looks: its style, its picture, its links. Made once, when the server starts.
package struct Theme: Sendable {
    /// A file whose address changes with its content, so that it may be kept for ever.
    package struct Asset: Sendable {
        /// Without a slash in front.
        package let path: String
        package let type: String
        package let bytes: [UInt8]

        init(_ name: String, _ ending: String, type: String, _ bytes: [UInt8]) {
            path = "style/\(name).\(Self.mark(bytes)).\(ending)"
            self.type = type
            self.bytes = bytes
        }

        /// FNV-1a (<https://www.rfc-editor.org/rfc/rfc9923>): another content has another address, and nothing more is asked of it.
        private static func mark(_ bytes: [UInt8]) -> String {
            String(bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }, radix: 16)
        }
    }

    package let style: Asset
    package let icon: Asset
    /// The town's colour in the light: the band of a picture.
    let accent: String
    let links: [PortalDeclaration.Link]
    let highlights: [String]
    package let security: String?
    let accessibility: AccessibilityStatement
    /// What the town writes itself.
    package let pages: [EditorialPage]

    /// What brings a chart to life; nil where it is not to be had.
    let charts: ChartScripts?

    /// What a town that declares nothing has.
    package static let plain = Theme(.plain, logo: nil)

    /// - Parameter logo: the bytes of the declared picture.
    package init(_ portal: PortalDeclaration, logo: [UInt8]?, pages: [EditorialPage] = [], charts: ChartScripts? = nil) {
        self.charts = charts
        let css = Stylesheet.css + Self.colours(portal)
        style = Asset("portail", "css", type: "text/css; charset=utf-8", Array(css.utf8))
        let isPNG = logo?.starts(with: [0x89, 0x50, 0x4E, 0x47]) ?? false
        icon = Asset(
            "icone", isPNG ? "png" : "svg", type: isPNG ? "image/png" : "image/svg+xml", logo ?? Array(Stylesheet.icon.utf8))
        accent = portal.colour.map { "\($0)" } ?? Palette.colour("strong") ?? ""
        links = portal.links
        self.pages = pages
        highlights = portal.highlights
        security = portal.security
        accessibility = portal.accessibility
    }

    /// The theme of a territory, its picture read from its folder.
    /// - Parameter scripts: the folder where the library of charts may be.
    package init(_ territory: Territory, scripts: URL) {
        let file = territory.portal.logo.flatMap { territory.confinement.locate($0) }
        self.init(
            territory.portal, logo: file.flatMap { try? Data(contentsOf: $0) }.map { Array($0) },
            pages: EditorialPage.all(of: territory), charts: ChartScripts(scripts))
    }

    package var assets: [Asset] { [style, icon] + (charts.map { [$0.loader, $0.library] } ?? []) }

    /// The declared colours in the place of the usual ones; their contrast was checked when they were declared.
    private static func colours(_ portal: PortalDeclaration) -> String {
        func rule(_ colour: Colour) -> String { ":root { --link: \(colour); --strong: \(colour); --focus: \(colour); }" }
        let light = portal.colour.map { "\n@media (prefers-color-scheme: light) { \(rule($0)) }" } ?? ""
        let dark = portal.darkColour.map { "\n@media (prefers-color-scheme: dark) { \(rule($0)) }" } ?? ""
        return light + dark
    }
}
