internal import Foundation
internal import Lake
internal import Territory

/// Datasets as cards: title, first sentence, freshness.
struct CardList: Sendable {
    let site: Site
    let exhibits: [Exhibit]
    let now: Date
    /// The level of their titles.
    let level: Int
    /// The first so many, and where all of them are.
    var cut: (most: Int, all: String)?

    var html: HTML {
        let dates = DateText(language: site.language), numbers = NumberText(language: site.language)
        let shown = exhibits.prefix(cut?.most ?? exhibits.count)
        let cards = shown.map { exhibit in
            let age = Age.days(since: exhibit.committed, until: now)
            let tag = HTML(stringLiteral: "h\(level)")
            return """
                <li class="card"><\(tag)><a href="\(site.link("donnees", exhibit.name))">\(exhibit.title(site.language))</a></\(tag)>
                <p>\(site.said(Self.sentence(exhibit.summary(site.language))))</p>
                <p>\(numbers.whole(exhibit.rows)) \(site.pick("lignes", "rows")) · \(age.map { site.pick("mis à jour ", "updated ") + dates.ago($0) } ?? "") · \
                \(Freshness(site: site, exhibit: exhibit, age: age).html)</p></li>
                """ as HTML
        }
        let rest: HTML? = cut.flatMap { cut in
            let number = numbers.whole(exhibits.count)
            return shown.count == exhibits.count
                ? nil
                : "<p><a href=\"\(cut.all)\">\(site.pick("Tous les \(number) jeux de données", "All \(number) datasets"))</a></p>"
        }
        return "<ul class=\"cards\">\(cards)</ul>\(rest)"
    }

    /// The first sentence, cut when it is long.
    static func sentence(_ text: String) -> String {
        let first = text.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? ""
        let whole = first.count < text.count && !first.hasSuffix(".") ? first + "." : first
        return whole.count > 180 ? String(whole.prefix(178)) + "…" : whole
    }
}
