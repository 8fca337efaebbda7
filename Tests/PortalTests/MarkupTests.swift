import Testing

@testable import Portal

@Suite("Text in a page")
struct MarkupTests {
    @Test(
        "is shown and never obeyed, wherever it comes from",
        arguments: ["<script>alert(1)</script>", "\" onload=\"x", "a & b", "l'été", "\u{0}\u{1B}"])
    func escaped(text: String) {
        let page: HTML = "<p title=\"\(text)\">\(text)</p>"
        let inside = page.text.dropFirst("<p title=\"".count).dropLast("</p>".count)
        #expect(inside.split(separator: "\">", omittingEmptySubsequences: false).count == 2, "\(page.text)")
        #expect(!inside.contains("<") && !inside.contains("\u{0}"))
    }

    @Test("is escaped once: HTML put into HTML stays what it is")
    func nested() {
        let name: HTML = "<b>\("Fish & chips")</b>"
        #expect(("<p>\(name)</p>" as HTML).text == "<p><b>Fish &amp; chips</b></p>")
    }
}
