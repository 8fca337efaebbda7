// Names and texts as the language writes them, for those who make questions in it.
extension ODSQL {
    /// A name that could be anything, in back quotes.
    package static func name(_ name: String) -> String {
        "`\(name.replacing("\\", with: "\\\\").replacing("`", with: "\\`"))`"
    }

    /// A text in double quotes.
    package static func text(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
