/// The same parts as a list of strips, for a screen too narrow for a drawing (portal 3.6).
struct StripList {
    let figure: ChartFigure

    private static let limit = 12

    var html: HTML {
        let (large, small) = figure.shown(limit: Self.limit)
        let greatest = large.map(\.value).max() ?? 1
        var items = large.enumerated().map { index, part in
            item(
                figure.name(part), part.value, part.value / greatest, link: figure.link(part),
                kind: figure.isWhole ? index % 7 : 0)
        }
        if !small.isEmpty {
            let value = small.reduce(0) { $0 + $1.value }
            items.append(item(figure.other(small.count), value, min(1, value / greatest), link: figure.listAddress, kind: 7))
        }
        return "<ol class=\"strips\">\(items)</ol>"
    }

    private func item(_ name: String, _ value: Double, _ part: Double, link: String?, kind: Int) -> HTML {
        let title: HTML = link.map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
        return """
            <li>\(title) <b>\(figure.amount(value))</b>\(figure.isWhole ? " (\(figure.share(value)))" : "")\
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="k\(kind)" width="\(max(4, Int(part * 1_000)))" height="10"/></svg></li>
            """
    }
}
