import Testing

@testable import Portal

@Suite("What a town writes itself")
struct MarkdownTests {
    @Test("is CommonMark: its first title is the page's, the others stand below")
    func whole() {
        let text = MarkdownText(
            "# L'*été* à Valbourg\n\nUn **mot**, un [lien](https://www.example.org/).\n\n# Autre\n\n- un\n- deux\n")
        #expect(text.title == "L'été à Valbourg")
        #expect(
            text.html.text == """
                <p>Un <strong>mot</strong>, un <a href="https://www.example.org/">lien</a>.</p>
                <h2>Autre</h2>
                <ul>
                <li>un</li>
                <li>deux</li>
                </ul>

                """)
    }

    @Test(
        "runs nothing and fetches nothing",
        arguments: [
            "<script>alert(1)</script>", "un <b onclick=\"x()\">mot</b>", "[lien](javascript:alert(1))",
            "[lien](data:text/html;base64,PHM+)",
            "![une image](https://ailleurs.example/x.png)", "[![image](x.png)](vbscript:x)", "<iframe src=\"//x\"></iframe>",
        ])
    func inert(text: String) {
        let html = MarkdownText(text).html.text
        #expect(
            !html.contains("script") && !html.contains("onclick") && !html.contains("<img") && !html.contains("<iframe")
                && !html.contains("data:"), "\(html)")
    }

    @Test("says a picture in words")
    func pictures() { #expect(MarkdownText("Voici ![la *mairie*](m.png).").html.text == "<p>Voici la <em>mairie</em>.</p>\n") }

    @Test("may be empty, or nothing but a title")
    func empty() {
        #expect(MarkdownText("").title == nil && MarkdownText("").html.isEmpty)
        #expect(MarkdownText("# Titre").title == "Titre" && MarkdownText("# Titre").html.isEmpty)
    }
}
