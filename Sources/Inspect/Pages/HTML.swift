/// Text inside HTML.
enum HTML {
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            // HTML has no control characters but these.
            case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value):
                escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

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
