/// Areas in five shades by what is counted there, each class told in figures beside (portal 3.6). Without a value they are outlines.
struct ShapeDrawing: Sendable {
    let site: Site
    let frame: MapFrame
    let shapes: [MapShape]
    let title: String
    let unit: String?

    private var numbers: NumberText { NumberText(language: site.language) }

    var html: HTML {
        let limits = Self.limits(shapes.compactMap(\.value))
        let drawn = shapes.map { shape in
            let value = shape.value.map { numbers.amount($0, unit) } ?? site.pick("non renseigné", "not given")
            let name = shape.name ?? site.pick("sans nom", "without a name")
            let said = limits.isEmpty ? name : "\(name) : \(value)"
            return """
                <g role="img" aria-label="\(said)"><title>\(said)</title><path class="area \(shade(shape, limits))" fill-rule="evenodd" d="\(path(shape))"/></g>
                """ as HTML
        }
        return """
            \(key(limits))
            <div class="plot map" role="region" tabindex="0" aria-label="\(title)"><svg viewBox="0 0 \(Int(MapFrame.width)) \(Int(MapFrame.height))" role="group" aria-label="\(title)">
            \(drawn)</svg></div>
            """
    }

    /// The upper ends of the classes, each with as many areas as the others; fewer when values repeat.
    static func limits(_ values: [Double]) -> [Double] {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return [] }
        return (1...5).map { sorted[min(sorted.count - 1, max(0, (sorted.count * $0 + 4) / 5 - 1))] }.reduce(into: []) {
            if $0.last != $1 { $0.append($1) }
        }
    }

    private func shade(_ shape: MapShape, _ limits: [Double]) -> String {
        guard let value = shape.value, let place = limits.firstIndex(where: { value <= $0 }) else { return "q0" }
        return "q\(limits.count == 1 ? 3 : 1 + place * 4 / max(1, limits.count - 1))"
    }

    private func key(_ limits: [Double]) -> HTML {
        guard limits.count > 1 else { return .nothing }
        let items = limits.enumerated().map { index, limit in
            let from = index == 0 ? nil : limits[index - 1]
            let words =
                from.map {
                    "\(site.pick("plus de", "over")) \(numbers.amount($0, unit)) \(site.pick("à", "to")) \(numbers.amount(limit, unit))"
                }
                ?? "\(site.pick("jusqu’à", "up to")) \(numbers.amount(limit, unit))"
            return """
                <li><svg class="sign" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true"><rect class="area q\(1 + index * 4 / (limits.count - 1))" width="28" height="14"/></svg> \
                \(words)</li>
                """ as HTML
        }
        return "<ul class=\"key\">\(items)</ul>"
    }

    /// The outlines, without the points that no eye tells apart.
    private func path(_ shape: MapShape) -> String {
        shape.rings.map { ring in
            var text = "", last = (x: -Double.infinity, y: -Double.infinity)
            for point in ring {
                let place = frame.place(point.latitude, point.longitude)
                guard abs(place.x - last.x) + abs(place.y - last.y) >= 0.8 else { continue }
                text += "\(text.isEmpty ? "M" : "L")\(Plot.short(place.x)) \(Plot.short(place.y))"
                last = place
            }
            return text + "Z"
        }.joined()
    }
}
