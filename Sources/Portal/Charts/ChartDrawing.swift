/// What a chart draws, and what is said above it: the same in a page and in a picture that stands alone.
struct ChartDrawing: Sendable {
    /// A series by its name, with the sign that it is drawn by: 28 wide, 14 high.
    struct Sign: Sendable {
        let name: String
        let shape: HTML
    }

    /// What it says to those who do not see it.
    let label: String
    var role = "img"
    var width = Plot.width
    var height = Plot.height
    /// The series, in the order in which they are drawn; none when there is but one.
    var key: [Sign] = []
    /// What the two axes count, for points.
    var axes: String?
    /// Its shapes, those behind first.
    let shapes: [HTML]

    /// As a page has it.
    var html: HTML {
        """
        \(axes.map { "<p class=\"axis-name\">\($0)</p>" as HTML })\(list)
        <svg viewBox="0 0 \(Int(width)) \(Int(height))" role="\(role)" aria-label="\(label)">\(shapes)</svg>
        """
    }

    private var list: HTML? {
        guard !key.isEmpty else { return nil }
        let items = key.map { sign in
            """
            <li><svg class="sign" viewBox="0 0 28 14" width="28" height="14" aria-hidden="true">\(sign.shape)</svg> \(sign.name)</li>
            """ as HTML
        }
        return "<ul class=\"key\">\(items)</ul>"
    }
}
