/// A map that stands in a page of another site: its links lead nearer within the frame.
package struct EmbeddedMap: Sendable {
    package static let path = "\(EmbedFrame.path)/{dataset}/carte"

    private let map: MapPage

    package init(_ map: MapPage) { self.map = map }

    static func parts(_ exhibit: Exhibit) -> [String] { [EmbedFrame.path, exhibit.name, "carte"] }

    package var html: HTML {
        let exhibit = map.source.exhibit, title = exhibit.title(map.site.language)
        return EmbedFrame(site: map.site, exhibit: exhibit, page: "carte", state: map.state).page(
            map.site.pick("Carte", "Map"),
            main: "<h1>\(title)</h1>\n\(map.figure(path: Self.parts(exhibit)))")
    }
}
