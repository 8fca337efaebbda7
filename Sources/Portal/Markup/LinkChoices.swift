/// One of several states of a page, as a link.
struct LinkChoice: Sendable {
    let words: String
    let address: String
    let isCurrent: Bool
}

/// States of a page to choose from, side by side, the one that is shown marked by more than a colour.
struct LinkChoices: Sendable {
    let title: String
    let choices: [LinkChoice]

    var html: HTML {
        let items = choices.map { choice in
            "<li><a href=\"\(choice.address)\"\(choice.isCurrent ? " aria-current=\"true\"" as HTML : .nothing)>\(choice.words)</a></li>"
                as HTML
        }
        return "<nav class=\"switch\" aria-label=\"\(title)\"><span aria-hidden=\"true\">\(title)</span><ul>\(items)</ul></nav>"
    }
}
