/// Horizontal bars from zero, the largest first, each with its name and its value beside it: nothing is told by colour alone.
struct BarChart {
    let figure: ChartFigure

    private static let row = 34
    /// What names take at the left.
    private static let space = 240
    /// A picture that stands alone is seen small: its bars are few.
    private var limit: Int { figure.isAlone ? 7 : 15 }

    var drawing: ChartDrawing {
        let (large, small) = figure.shown(limit: limit)
        var bars = large.map { (name: figure.name($0), value: $0.value, isOther: false) }
        // Many small parts are more than a bar can say when together they outweigh the others.
        if !small.isEmpty { bars.append((figure.other(small.count), small.reduce(0) { $0 + $1.value }, true)) }
        let greatest = bars.filter { !$0.isOther }.map(\.value).max() ?? 1
        let longest = bars.map { figure.amount($0.value).count }.max() ?? 0
        let room = Int(Plot.width) - Self.space - max(60, longest * 8 + 20)
        let rows = bars.enumerated().map { index, bar in
            row(bar.name, bar.value, min(1, bar.value / greatest), top: index * Self.row, room: room, kind: bar.isOther ? 7 : 0)
        }
        return ChartDrawing(label: label(bars), height: Double(bars.count * Self.row + 4), shapes: rows)
    }

    private func label(_ bars: [(name: String, value: Double, isOther: Bool)]) -> String {
        figure.title + " : " + bars.prefix(3).map { "\($0.name), \(figure.amount($0.value))" }.joined(separator: " ; ") + "…"
    }

    private func row(_ name: String, _ value: Double, _ part: Double, top: Int, room: Int, kind: Int) -> HTML {
        let space = Self.space
        let length = max(2, Int(Double(room) * part))
        let shown = name.count > 31 ? name.prefix(30) + "…" : name[...]
        return """
            <g><title>\(name) : \(figure.exact(value))</title>
            <text x="\(space - 10)" y="\(top + 21)" text-anchor="end">\(String(shown))</text>
            <rect class="k\(kind)" x="\(space)" y="\(top + 5)" width="\(length)" height="24" rx="3"/>
            <text x="\(space + length + 8)" y="\(top + 21)">\(figure.amount(value))</text></g>
            """
    }
}
