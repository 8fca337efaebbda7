import Foundation

/// The main part of a page as a reader without eyes for layout has it: one line for each block, links and pictures as their words.
struct PageText {
    let lines: [String]

    init(_ html: String) {
        let main =
            html.split(separator: "<main ", maxSplits: 1).last.flatMap { $0.split(separator: "</main>", maxSplits: 1).first }
            ?? ""
        let body = main.drop { $0 != ">" }.dropFirst()
        let blocks =
            #/<\/?(?:h[1-6]|p|li|ul|ol|dl|dt|dd|tr|table|thead|tbody|caption|figure|figcaption|summary|details|nav|form|fieldset|legend|div|section|article|button|option|select)\b[^>]*>/#
        let text = String(body).replacing(#/<svg\b[^>]*>.*?<\/svg>/#.dotMatchesNewlines(), with: "").replacing("\n", with: " ")
            .replacing("</th>", with: " | ").replacing("</td>", with: " | ").replacing(blocks, with: "\n").replacing(
                #/<[^>]+>/#, with: "")
        lines = text.split(separator: "\n").map { line in
            line.replacing(#/&(?:amp|lt|gt|quot|#39);/#) {
                ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"][String($0.output)] ?? ""
            }.replacing(#/[ \u{A0}\u{202F}]+/#, with: " ").trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
    }

    var text: String { lines.joined(separator: "\n") }
}
