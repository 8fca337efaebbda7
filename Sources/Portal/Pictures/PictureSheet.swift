/// A picture that stands alone beside a link, where no style of a page reaches it: a title, what is drawn, what it was made from. In the light,
/// in the font that goes with the program (`fonts-dejavu-core`).
struct PictureSheet: Sendable {
    /// As sites show pictures of links (<https://ogp.me>).
    static let width = 1_200
    static let height = 630
    private static let margin = 48
    private static let room = width - 2 * margin

    private static let style = Palette.resolved(
        """
        text { font-family: "DejaVu Sans", sans-serif; font-size: 12.5px; fill: var(--ink); }
        svg .title { font-size: 34px; font-weight: bold; } svg .lead { font-size: 20px; fill: var(--soft); }
        svg .foot { font-size: 16px; fill: var(--soft); } svg .sign { font-size: 17px; }
        svg .name { font-size: 26px; fill: var(--soft); } svg .value { font-size: 44px; } svg .sheet { fill: var(--page); }
        \(Stylesheet.drawings)
        """)

    let site: Site
    let title: String
    /// In one line, what it says.
    var lead = ""
    /// In two lines at most, what it was made from.
    let foot: String

    /// The picture around a drawing.
    func svg(_ drawing: ChartDrawing) -> String {
        sheet { top, bottom in
            let words = drawing.axes.map { [ChartDrawing.Sign(name: $0, shape: .nothing)] } ?? drawing.key
            let (key, used) = Self.key(words)
            return """
                <g transform="translate(\(Self.margin) \(top))">\(key)</g>
                <svg x="\(Self.margin)" y="\(top + used)" width="\(Self.room)" height="\(bottom - top - used)" \
                viewBox="0 0 \(Int(drawing.width)) \(Int(drawing.height))" overflow="visible">\(drawing.shapes)</svg>
                """
        }
    }

    /// The picture around facts, each a word and what it is.
    func svg(_ facts: [(name: String, value: String)]) -> String {
        sheet { top, _ in
            .joined(
                facts.enumerated().flatMap { index, fact in
                    Self.lines([fact.name], "name", at: top + index * 145 + 60, room: 60)
                        + Self.lines([fact.value], "value", at: top + index * 145 + 114, room: 40)
                })
        }
    }

    /// - Parameter content: what stands between two heights.
    private func sheet(_ content: (_ top: Int, _ bottom: Int) -> HTML) -> String {
        let titles = TextLines.wrapped(title, room: 48, most: 2), feet = TextLines.wrapped(foot, room: 112, most: 2)
        let under = 68 + titles.count * 44, top = under + (lead.isEmpty ? -20 : 14), bottom = Self.height - 30 - feet.count * 24
        let words =
            Self.lines(titles, "title", at: 68, step: 44) + Self.lines([lead], "lead", at: under - 4, room: 90)
            + Self.lines(feet, "foot", at: bottom + 30, step: 24)
        let picture: HTML = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" width="\(Self.width)" height="\(Self.height)" \
            role="img" aria-label="\(title)"><style>\(HTML(stringLiteral: Self.style))</style>
            <rect class="sheet" width="\(Self.width)" height="\(Self.height)"/>
            <rect width="\(Self.width)" height="14" fill="\(site.theme.accent)"/>
            \(words)\(content(top, bottom))
            </svg>

            """
        return picture.text
    }

    /// Words one under the other, each on its line.
    /// - Parameter room: signs that a line holds; what is longer is cut.
    private static func lines(_ lines: [String], _ kind: String, at top: Int, step: Int = 0, room: Int = 200) -> [HTML] {
        lines.enumerated().compactMap { index, line in
            TextLines.wrapped(line, room: room, most: 1).first.map {
                "<text class=\"\(kind)\" x=\"\(margin)\" y=\"\(top + index * step)\">\($0)</text>"
            }
        }
    }

    /// The series by name with their signs, on as many lines as they take.
    /// - Returns: them, and how much height they take.
    private static func key(_ signs: [ChartDrawing.Sign]) -> (HTML, Int) {
        var across = 0, down = 0
        let items = signs.map { sign -> HTML in
            let name = TextLines.wrapped(sign.name, room: 90, most: 1).first ?? "", indent = sign.shape.isEmpty ? 0 : 36
            let width = indent + name.count * 11 + 28
            if across > 0, across + width > room {
                across = 0
                down += 28
            }
            defer { across += width }
            return """
                <g transform="translate(\(across) \(down))">\(sign.shape)<text class="sign" x="\(indent)" y="13">\(name)</text></g>
                """
        }
        return (.joined(items), signs.isEmpty ? 0 : down + 36)
    }
}
