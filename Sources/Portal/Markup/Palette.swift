/// The colours of pages and drawings by the names that the style calls them by: `--ink`. What is drawn is told apart by those who mix up
/// red and green; words are read on what they stand on (WCAG 2.2 §1.4.3), in the light and in the dark.
enum Palette {
    static let light: KeyValuePairs = [
        "page": "#fff", "ink": "#16202a", "soft": "#4a5763", "line": "#cbd3da", "field": "#6b7782", "wash": "#f2f6f9",
        "link": "#0b5f8a", "strong": "#0b5f8a", "on-strong": "#fff", "good": "#1d6b3a", "warn": "#8a4b00", "bad": "#a3201d",
        "focus": "#0b5f8a", "c1": "#0072b2", "c2": "#b85c00", "c3": "#007a59", "c4": "#a64c83", "c5": "#2b7ca8",
        "c6": "#c04e00", "c7": "#6b6100", "c8": "#4a5763", "on-c": "#fff", "q1": "#cfe3f1", "q2": "#a0c6e0", "q3": "#64a1c9",
        "q4": "#2f7cb0", "q5": "#0b4f7d",
    ]

    static let dark: KeyValuePairs = [
        "page": "#12181d", "ink": "#e8edf1", "soft": "#aab6c0", "line": "#3a4650", "field": "#8a97a2", "wash": "#1b232a",
        "link": "#8ecdf0", "strong": "#8ecdf0", "on-strong": "#0c1216", "good": "#7fd6a0", "warn": "#ffb866",
        "bad": "#ff9d96", "focus": "#8ecdf0", "c1": "#56b4e9", "c2": "#e69f00", "c3": "#3fc79a", "c4": "#e39cc4",
        "c5": "#7cc4ea", "c6": "#ff9257", "c7": "#d8ca4a", "c8": "#aab6c0", "on-c": "#0c1216", "q1": "#1f4864",
        "q2": "#2c688f", "q3": "#448bb8", "q4": "#7db6d9", "q5": "#c8e3f4",
    ]

    /// The colours of series, in the light.
    static let series = (1...8).compactMap { colour("c\($0)") }

    /// A colour by its name, in the light.
    static func colour(_ name: String) -> String? { light.first { $0.key == name }?.value }

    /// Colours as the style names them.
    static func rules(_ colours: KeyValuePairs<String, String>) -> String {
        colours.map { "--\($0.key): \($0.value);" }.joined(separator: " ")
    }

    /// A style with the colours of the light in the place of their names, for what knows no names (librsvg).
    static func resolved(_ style: String) -> String {
        light.reduce(style) { $0.replacing("var(--\($1.key))", with: $1.value) }
    }
}
