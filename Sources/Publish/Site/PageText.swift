internal import Territory

/// The frame of a page of a folder: no script, no style from elsewhere, readable by any browser and screen reader.
enum PageText {
    static func page(_ title: String, _ language: Language, _ body: String) -> String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        \(FrontPage.mark)
        <title>\(MarkupText.escaped(title))</title>
        <style>
        body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff }
        a { color: #00489c } a:focus { outline: 3px solid #b06f00; outline-offset: 2px }
        table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: bold; padding: .5rem 0 }
        th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ccc }
        code { overflow-wrap: anywhere; font-size: .85em }
        dt { font-weight: bold } dd { margin: 0 0 .5rem }
        </style>
        </head>
        <body>
        <main>
        \(body)
        </main>
        </body>
        </html>

        """
    }

    /// A table; its cells are markup already.
    static func table(_ caption: String, _ titles: [String], _ rows: [String]) -> String {
        let head = titles.map { "<th scope=\"col\">\($0)</th>" }.joined()
        return
            "<table>\n<caption>\(caption)</caption>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined(separator: "\n"))\n</tbody>\n</table>"
    }

    static func escaped(_ words: Bilingual, _ language: Language) -> String {
        MarkupText.escaped(language.keptTogether(words.text(in: language)))
    }
}
