internal import Foundation
package import Territory

/// A page that the town writes itself: a Markdown file of its folder `pages/`, English ones in `pages/en/`.
package struct EditorialPage: Sendable {
    /// The stem of its file, and the end of its address: `/pages/methode`.
    package let name: String
    private let texts: [Language: MarkdownText]

    private static let mostBytes = 200_000

    /// The pages of a territory, by name. What is no Markdown file, or has a name that no address may have, is passed.
    package static func all(of territory: Territory) -> [EditorialPage] {
        let folder = territory.folder.appending(path: "pages")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().compactMap { file in
            guard file.hasSuffix(".md"), file.wholeMatch(of: #/[a-z][a-z0-9_-]*\.md/#) != nil else { return nil }
            let french = text("pages/\(file)", territory), english = text("pages/en/\(file)", territory)
            guard let french else { return nil }
            return EditorialPage(
                name: String(file.dropLast(3)),
                texts: [.french: french, .english: english].compactMapValues(\.self).mapValues { MarkdownText($0) })
        }
    }

    private static func text(_ path: String, _ territory: Territory) -> String? {
        guard let file = territory.confinement.locate(path), let handle = try? FileHandle(forReadingFrom: file) else {
            return nil
        }
        defer { try? handle.close() }
        guard let bytes = try? handle.read(upToCount: mostBytes), !bytes.isEmpty else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text in a language, or in the one it was written in.
    private func text(_ language: Language) -> (text: MarkdownText, isForeign: Bool)? {
        if let own = texts[language] { return (own, false) }
        return texts[.french].map { ($0, true) }
    }

    func title(_ language: Language) -> String { text(language)?.text.title ?? ThemeName(name).text(language) }

    package func html(_ site: Site) -> HTML {
        guard let (text, isForeign) = text(site.language) else { return .nothing }
        let title = title(site.language)
        let notice: HTML =
            isForeign ? "<p>\(site.pick("", "This page has not been translated yet: here it is in French."))</p>" : .nothing
        let language: HTML = isForeign ? " lang=\"fr\"" : .nothing
        return Layout(site: site, path: ["pages", name]).page(
            title, trail: [(site.pick("Accueil", "Home"), [])],
            main: """
                <h1\(language)>\(site.said(title))</h1>
                \(notice)
                <div class="prose"\(language)>
                \(text.html)
                </div>
                """)
    }
}
