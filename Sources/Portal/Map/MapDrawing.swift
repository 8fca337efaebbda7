package import DuckDB

/// Places on a drawing: a mark where there is one, a disc with their number where there are several, which leads nearer.
package struct MapPlace: Sendable, Hashable {
    let latitude: Double
    let longitude: Double
    let count: Int
    let name: String?

    /// Both, in the middle of what they hold.
    func joined(_ other: MapPlace) -> MapPlace {
        let all = Double(count + other.count), share = Double(other.count) / all
        return MapPlace(
            latitude: latitude + (other.latitude - latitude) * share,
            longitude: longitude + (other.longitude - longitude) * share,
            count: count + other.count, name: name)
    }

    /// From the rows of `MapSource.clusters`.
    package static func read(_ rows: [Row]) -> [MapPlace] {
        rows.compactMap { row in
            var latitude = row.text("lat").flatMap { Double($0) }, longitude = row.text("lon").flatMap { Double($0) }
            if case .structure(let members) = row["place"] {
                func degree(_ name: String) -> Double? { members.first { $0.name == name }?.value.text.flatMap { Double($0) } }
                (latitude, longitude) = (degree("lat"), degree("lon"))
            }
            guard let latitude, let longitude, let count = row.integer("count"), count > 0 else { return nil }
            return MapPlace(latitude: latitude, longitude: longitude, count: count, name: row.text("name"))
        }
    }
}

/// The map as the server draws it: no ground beneath, since that would have to be asked of someone else; a scale and the north.
struct MapDrawing: Sendable {
    let site: Site
    let frame: MapFrame
    let places: [MapPlace]
    let title: String
    /// The address of the page for another frame.
    let address: @Sendable (MapFrame) -> String

    private var numbers: NumberText { NumberText(language: site.language) }

    var html: HTML {
        // Large discs first, so that no single place is hidden.
        let drawn = apart.map(place)
        return """
            <div class="plot map" role="region" tabindex="0" aria-label="\(title)"><svg viewBox="0 0 \(Int(MapFrame.width)) \(Int(MapFrame.height))" role="group" aria-label="\(title)">
            <rect class="sea" width="\(Int(MapFrame.width))" height="\(Int(MapFrame.height))"/>
            \(drawn)\(scale)</svg></div>
            """
    }

    /// The places, the largest first, those whose discs would cover one another taken together.
    private var apart: [MapPlace] {
        places.sorted { $0.count > $1.count }.reduce(into: []) { kept, place in
            let (x, y) = frame.place(place.latitude, place.longitude)
            let near = kept.firstIndex { other in
                let (left, top) = frame.place(other.latitude, other.longitude)
                return abs(left - x) < Self.apart && abs(top - y) < Self.apart
            }
            guard let near else { return kept.append(place) }
            kept[near] = kept[near].joined(place)
        }
    }

    /// Pixels from the middle of a disc to the next.
    private static let apart = 34.0

    private func place(_ place: MapPlace) -> HTML {
        let (x, y) = frame.place(place.latitude, place.longitude)
        let centre: HTML = "cx=\"\(Plot.short(x))\" cy=\"\(Plot.short(y))\""
        guard place.count > 1, let nearer = frame.nearer(place.latitude, place.longitude) else {
            let name = place.count > 1 ? several(place.count) : place.name ?? site.pick("un lieu", "a place")
            return
                "<g role=\"img\" aria-label=\"\(name)\"><title>\(name)</title><circle class=\"k0 spot\" \(centre) r=\"8\"/></g>"
        }
        var size = 15.0, rest = place.count
        while rest > 9, size < 27 {
            size += 4
            rest /= 10
        }
        let said = several(place.count) + site.pick(", voir de plus près", ", look nearer")
        return """
            <a href="\(address(nearer))" aria-label="\(said)"><title>\(said)</title><circle class="k0 spot" \(centre) r="\(Plot.short(size))"/>\
            <text class="on" aria-hidden="true" x="\(Plot.short(x))" y="\(Plot.short(y + 5))" text-anchor="middle">\(numbers.whole(place.count))</text></a>
            """
    }

    private func several(_ count: Int) -> String { "\(numbers.whole(count)) \(site.pick("lieux", "places"))" }

    /// A bar of a round length, and where the north is.
    private var scale: HTML {
        let metres = Plot.round(frame.metresByPixel * 60)
        let length = metres / frame.metresByPixel
        let words = metres >= 1_000 ? numbers.decimal(metres / 1_000) + "\u{A0}km" : numbers.decimal(metres) + "\u{A0}m"
        return """
            <path class="scale" d="M16 \(Int(MapFrame.height) - 22)v8h\(Plot.short(length))v-8"/>\
            <text class="soft" x="22" y="\(Int(MapFrame.height) - 22)">\(words)</text>\
            <path class="scale" d="M\(Int(MapFrame.width) - 24) 40V14l-6 9m6-9l6 9"/>\
            <text class="soft" x="\(Int(MapFrame.width) - 24)" y="56" text-anchor="middle">N</text>
            """
    }
}
