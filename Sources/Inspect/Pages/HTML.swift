internal import Territory

/// Text inside HTML.
enum HTML {
    static func escaped(_ text: String) -> String { MarkupText.escaped(text) }

    /// The titles of columns.
    static func heads(_ titles: [String]) -> String {
        titles.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
    }

    /// What is known of a thing, a name beside each.
    static func facts(_ facts: [(name: String, value: String)]) -> String {
        let list = facts.map { "<div><dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd></div>" }
        return "<dl class=\"facts\">\(list.joined(separator: "\n"))</dl>"
    }
}
