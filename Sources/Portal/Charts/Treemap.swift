/// The whole as a rectangle, its parts as tiles in the order of their size, the small ones together as "Autre". A tile is a link
/// into what it is made of, when there is something below.
struct Treemap {
    let figure: ChartFigure

    /// A picture that stands alone is seen small: its words are larger.
    private var width: Double { figure.isAlone ? 736 : 960 }
    private var height: Double { figure.isAlone ? 290 : 480 }
    static let limit = 24

    private struct Tile {
        let name: String
        let value: Double
        let link: String?
        let kind: Int
    }

    var drawing: ChartDrawing {
        let (large, small) = figure.shown(limit: Self.limit)
        var tiles = large.enumerated().map { index, part in
            Tile(name: figure.name(part), value: part.value, link: figure.link(part), kind: index % 7)
        }
        if !small.isEmpty {
            tiles.append(
                Tile(name: figure.other(small.count), value: small.reduce(0) { $0 + $1.value }, link: figure.listAddress, kind: 7)
            )
        }
        let frames = SquarifiedLayout.frames(tiles.map(\.value), width: width, height: height)
        return ChartDrawing(
            label: figure.title, role: "group", width: width, height: height, shapes: zip(tiles, frames).map(drawn))
    }

    private func drawn(_ tile: Tile, _ frame: SquarifiedLayout.Frame) -> HTML {
        let said = "\(tile.name) : \(figure.said(tile.value))"
        let box: HTML = """
            <rect class="tile k\(tile.kind)" x="\(short(frame.x))" y="\(short(frame.y))" width="\(short(frame.width))" height="\(short(frame.height))"/>
            """
        let words = texts(tile, frame)
        guard let link = tile.link else {
            return "<g role=\"img\" aria-label=\"\(said)\"><title>\(said)</title>\(box)\(words)</g>"
        }
        return "<a href=\"\(link)\" aria-label=\"\(said)\"><title>\(said)</title>\(box)\(words)</a>"
    }

    /// The name on as many lines as fit, then the amount; nothing where a tile is too small to be read.
    private func texts(_ tile: Tile, _ frame: SquarifiedLayout.Frame) -> [HTML] {
        let room = Int((frame.width - 14) / 7.6), lines = Int((frame.height - 10) / 18)
        guard room >= 5, lines >= 1 else { return [] }
        let hasAmount = lines > 1 && figure.amount(tile.value).count <= room
        let name = TextLines.wrapped(tile.name, room: room, most: lines - (hasAmount ? 1 : 0))
        return (name + (hasAmount ? [figure.amount(tile.value)] : [])).enumerated().map { index, line in
            "<text class=\"on\" aria-hidden=\"true\" x=\"\(short(frame.x + 7))\" y=\"\(short(frame.y + 19 + Double(index) * 18))\">\(line)</text>"
        }
    }

    private func short(_ number: Double) -> String { String((number * 10).rounded() / 10) }
}

/// Squarified treemaps: Bruls, Huizing, van Wijk (2000), <https://www.win.tue.nl/~vanwijk/stm.pdf>. Tiles come out as square as
/// may be, in the order given, which should be decreasing.
enum SquarifiedLayout {
    struct Frame: Hashable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double
    }

    /// One frame for each value; together they fill the rectangle. Values must be positive.
    static func frames(_ values: [Double], width: Double, height: Double) -> [Frame] {
        let whole = values.reduce(0, +)
        guard whole > 0 else { return [] }
        let areas = values.map { $0 / whole * width * height }
        var frames: [Frame] = []
        var free = Frame(x: 0, y: 0, width: width, height: height)
        var start = 0
        while start < areas.count {
            let side = min(free.width, free.height)
            var end = start + 1
            while end < areas.count, worst(areas[start...end], side) <= worst(areas[start..<end], side) { end += 1 }
            frames += row(areas[start..<end], &free)
            start = end
        }
        return frames
    }

    /// The ratio of the least square tile of a row.
    private static func worst(_ row: ArraySlice<Double>, _ side: Double) -> Double {
        let sum = row.reduce(0, +)
        return row.map { max(side * side * $0 / (sum * sum), sum * sum / (side * side * $0)) }.max() ?? .infinity
    }

    /// Lays a row along the shorter side of what is free, and takes it away.
    private static func row(_ row: ArraySlice<Double>, _ free: inout Frame) -> [Frame] {
        let sum = row.reduce(0, +), isUpright = free.width >= free.height
        let depth = sum / max(isUpright ? free.height : free.width, .leastNonzeroMagnitude)
        var place = isUpright ? free.y : free.x
        let frames = row.map { area in
            let length = area / max(depth, .leastNonzeroMagnitude)
            defer { place += length }
            return isUpright
                ? Frame(x: free.x, y: place, width: depth, height: length)
                : Frame(x: place, y: free.y, width: length, height: depth)
        }
        if isUpright {
            free.x += depth
            free.width -= depth
        } else {
            free.y += depth
            free.height -= depth
        }
        return frames
    }
}
