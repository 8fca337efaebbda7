internal import Foundation
internal import Query
internal import Lake
internal import Territory

/// What is known of a dataset at a glance: how fresh it is in words, how often it comes, how many rows, under which licence.
struct FactList: Sendable {
    let site: Site
    let exhibit: Exhibit
    let now: Date

    var html: HTML {
        let dates = DateText(language: site.language)
        let age = Age.days(since: exhibit.committed, until: now)
        let ago = age.map { " (\(dates.ago($0)))" } ?? ""
        let licence: HTML =
            exhibit.licenceAddress.map { "<a href=\"\($0)\" rel=\"license\">\(exhibit.licence)</a>" } ?? "\(exhibit.licence)"
        let frequency: HTML? = exhibit.dataset.frequency.map {
            "<div><dt>\(site.pick("Rythme", "Rhythm"))</dt><dd>\($0.words.text(in: site.language))</dd></div>"
        }
        let maker = Maker(of: exhibit, on: site)
        return """
            <dl class="facts">
            <div><dt>\(site.pick("Producteur", "Producer"))</dt><dd><a href="\(site.link(ProducersPage.path, maker.id))">\(maker.name)</a></dd></div>
            <div><dt>\(site.pick("Mis à jour", "Updated"))</dt><dd><time datetime="\(String(exhibit.committed.prefix(10)))">\(dates.long(exhibit.committed))</time>\(ago)</dd></div>
            <div><dt>\(site.pick("Fraîcheur", "Freshness"))</dt><dd>\(Freshness(site: site, exhibit: exhibit, age: age).html)</dd></div>
            \(frequency)
            <div><dt>\(site.pick("Lignes", "Rows"))</dt><dd>\(NumberText(language: site.language).whole(exhibit.rows))</dd></div>
            <div><dt>\(site.pick("Version", "Version"))</dt><dd><a href="\(site.link("donnees", exhibit.name, "versions"))">\(exhibit.version)</a></dd></div>
            <div><dt>\(site.pick("Licence", "Licence"))</dt><dd>\(licence)</dd></div>
            \(maker.contactFacts(site))
            </dl>
            """
    }
}

/// Whether a dataset came when it was promised, in words.
struct Freshness: Sendable {
    let site: Site
    let exhibit: Exhibit
    let age: Int?

    var html: HTML {
        guard let late = exhibit.lateness(age) else {
            return "<span class=\"good\">\(site.pick("À\u{A0}jour", "Up\u{A0}to\u{A0}date"))</span>"
        }
        let days = NumberText(language: site.language).whole(late)
        return "<span class=\"warn\">\(site.pick("En retard de \(days) jours", "\(days) days late"))</span>"
    }
}

extension QueryField {
    /// What kind of values it holds, in words.
    var kind: Bilingual {
        let one =
            switch type {
            case .text, .jsonBlob: Bilingual(fr: "texte", en: "text")
            case .int: Bilingual(fr: "nombre entier", en: "whole number")
            case .double: Bilingual(fr: "nombre", en: "number")
            case .boolean: Bilingual(fr: "oui ou non", en: "yes or no")
            case .date: Bilingual(fr: "date", en: "date")
            case .datetime: Bilingual(fr: "date et heure", en: "date and time")
            case .geoPoint: Bilingual(fr: "point sur la carte", en: "point on the map")
            case .geoShape: Bilingual(fr: "forme sur la carte", en: "shape on the map")
            case .file: Bilingual(fr: "fichier", en: "file")
            }
        return isMultivalued ? Bilingual(fr: "liste (\(one.french))", en: "list (\(one.english))") : one
    }
}
