package import Lake
internal import Territory

/// Two questions about versions: what changed between any two of them, and which one was there on a day.
package struct VersionForms: Sendable {
    let site: Site
    let exhibit: Exhibit
    /// The latest first.
    let versions: [Version]
    let state: PageState

    /// The two versions that a state of the page compares.
    package static func compared(_ state: PageState) -> (from: Int, to: Int)? {
        guard let from = state["de"].flatMap({ Int($0) }), let to = state["a"].flatMap({ Int($0) }), from != to else {
            return nil
        }
        return (min(from, to), max(from, to))
    }

    var html: HTML { "\(kept.count > 1 ? comparison : nil)\(past)" }

    private var kept: [Version] { versions.filter(\.isKept) }
    private var here: String { site.link("donnees", exhibit.name, "versions") }

    private var comparison: HTML {
        func choice(_ name: String, _ words: String, _ chosen: Int) -> HTML {
            let options = kept.map { version in
                "<option value=\"\(version.number)\"\(version.number == chosen ? " selected" as HTML : .nothing)>\(version.number)</option>"
                    as HTML
            }
            return """
                <div><label for="version-\(name)">\(words)</label><select id="version-\(name)" name="\(name)">\(options)</select></div>
                """
        }
        return """
            <form class="filters" method="get" action="\(here)" aria-label="\(site.pick("Comparer deux versions", "Compare two versions"))">
            \(choice("de", site.pick("De la version", "From version"), kept[1].number))\(choice("a", site.pick("à la version", "to version"), kept[0].number))
            <div><button>\(site.pick("Comparer", "Compare"))</button></div></form>
            """
    }

    private var past: HTML {
        """
        <form class="filters" method="get" action="\(here)" aria-label="\(site.pick("Retrouver les données d’un jour", "Find the data of a day"))">
        <div><label for="jour">\(site.pick("Les données telles qu’elles étaient le", "The data as they were on"))</label>\
        <input id="jour" type="date" name="le" value="\(state["le"] ?? "")"></div>
        <div><button>\(site.pick("Retrouver", "Find"))</button></div></form>
        \(found)
        """
    }

    /// The version that was current at the end of the day asked for.
    private var found: HTML? {
        guard let day = state["le"] else { return nil }
        guard day.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil else {
            let words = site.pick("« \(day) » n’est pas un jour, 2024-12-31.", "“\(day)” is not a day, 2024-12-31.")
            return "<p role=\"status\">\(words)</p>"
        }
        let written = DateText(language: site.language).long(day)
        guard let version = versions.first(where: { $0.time.prefix(10) <= day }) else {
            return
                "<p role=\"status\">\(site.pick("Rien n’était publié le \(written).", "Nothing was published on \(written)."))</p>"
        }
        let words = site.pick(
            "Le \(written), c’était la version \(version.number).", "On \(written) it was version \(version.number).")
        let file: HTML? =
            version.isKept
            ? " <a href=\"\(Self.file(of: version, exhibit, site))\">CSV \(site.pick("de la version", "of version")) \(version.number)</a>"
            : nil
        return "<p role=\"status\"><strong>\(words)</strong>\(file)</p>"
    }

    /// The rows of a version as a file.
    static func file(of version: Version, _ exhibit: Exhibit, _ site: Site) -> String {
        site.file(
            "api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))/exports/csv?use_labels=true&version=\(version.number)"
        )
    }
}
