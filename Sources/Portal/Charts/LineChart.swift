/// One line over an ordered axis, from zero, with a few marks on each axis.
struct LineChart {
    let figure: ChartFigure

    private static let width = 720.0
    private static let height = 300.0
    private static let left = 86.0
    private static let bottom = 34.0

    var drawing: ChartDrawing {
        let parts = figure.parts
        let top = Self.ceiling(parts.map(\.value).max() ?? 1)
        let step = (Self.width - Self.left - 20) / Double(max(1, parts.count - 1))
        let points = parts.enumerated().map { index, part in
            "\(Self.short(Self.left + Double(index) * step)),\(Self.short(place(part.value, top)))"
        }
        let every = max(1, parts.count / 6)
        let names = parts.enumerated().filter { $0.offset % every == 0 }.map { index, part in
            """
            <text class="soft" x="\(Self.short(Self.left + Double(index) * step))" y="\(Int(Self.height) - 10)" text-anchor="middle">\(figure.name(part))</text>
            """ as HTML
        }
        let marks = [0, 0.5, 1].map { share in
            """
            <path class="axis" d="M\(Int(Self.left)) \(Self.short(place(top * share, top)))H\(Int(Self.width))"/>\
            <text class="soft" x="\(Int(Self.left) - 8)" y="\(Self.short(place(top * share, top) + 4))" text-anchor="end">\(figure.amount(top * share))</text>
            """ as HTML
        }
        let ends = [parts.first, parts.last].compactMap { $0 }.map { "\(figure.name($0)), \(figure.amount($0.value))" }
        let line: HTML = "<polyline class=\"line\" points=\"\(points.joined(separator: " "))\"/>"
        return ChartDrawing(
            label: "\(figure.title) : \(ends.joined(separator: " → "))", width: Self.width, height: Self.height,
            shapes: marks + [line] + names)
    }

    private func place(_ value: Double, _ top: Double) -> Double {
        14 + (Self.height - Self.bottom - 14) * (1 - max(0, value) / top)
    }

    private static func short(_ number: Double) -> String { String((number * 10).rounded() / 10) }

    /// The next round number: 1, 2 or 5 times a power of ten.
    private static func ceiling(_ value: Double) -> Double {
        guard value > 0 else { return 1 }
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value } ?? value
    }
}
