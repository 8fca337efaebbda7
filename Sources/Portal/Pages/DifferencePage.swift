package import Lake
internal import Territory

/// What changed from one version to another, told by words and not by colours: rows added, removed, cells changed.
package struct DifferencePage: Sendable {
    let site: Site
    let exhibit: Exhibit
    let difference: Difference

    package init(_ site: Site, _ exhibit: Exhibit, _ difference: Difference) {
        self.site = site
        self.exhibit = exhibit
        self.difference = difference
    }

    private var numbers: NumberText { NumberText(language: site.language) }

    package var html: HTML {
        let title = site.pick(
            "De la version \(difference.from) à la version \(difference.to)",
            "From version \(difference.from) to version \(difference.to)")
        return DatasetFrame(site: site, exhibit: exhibit, tab: .versions).page(
            title,
            main: """
                <h2>\(title)</h2>
                <p class="lead">\(summary)</p>
                \(fields)
                \(changes)
                \(rows(difference.added, of: difference.addedRows, kind: "added", site.pick("Lignes ajoutées", "Added rows")))
                \(rows(difference.removed, of: difference.removedRows, kind: "removed", site.pick("Lignes retirées", "Removed rows")))
                <p><a href="\(site.link("donnees", exhibit.name, "versions"))">\(site.pick("Toutes les versions", "All versions"))</a></p>
                """)
    }

    private var summary: String {
        guard !difference.isEmpty else { return site.pick("Les données sont les mêmes.", "The data are the same.") }
        return site.pick(
            "\(numbers.whole(difference.addedRows)) lignes ajoutées, \(numbers.whole(difference.changedRows)) modifiées, \(numbers.whole(difference.removedRows)) retirées.",
            "\(numbers.whole(difference.addedRows)) rows added, \(numbers.whole(difference.changedRows)) changed, \(numbers.whole(difference.removedRows)) removed."
        )
    }

    private var fields: HTML {
        let lists = [
            (site.pick("Colonnes ajoutées", "Added columns"), difference.addedColumns),
            (site.pick("Colonnes retirées", "Removed columns"), difference.removedColumns),
        ]
        return .joined(
            lists.compactMap { title, names in
                names.isEmpty
                    ? nil
                    : "<p>\(title)\(site.pick(" : ", ": "))\(names.filter { visible($0) }.map(label).joined(separator: ", ")).</p>"
                        as HTML
            })
    }

    /// What is private stays so in what changed.
    private func visible(_ name: String) -> Bool { exhibit.field(name) != nil }
    private func label(_ name: String) -> String { exhibit.field(name)?.label ?? name }

    private var changes: HTML {
        let shown = difference.changed.filter { visible($0.field) }
        guard !shown.isEmpty else { return .nothing }
        let rows = shown.map { change in
            """
            <tr class="changed"><th scope="row">\(key(change.key))</th><td>\(label(change.field))</td>\
            <td><del>\(change.before ?? site.pick("vide", "empty"))</del></td><td><ins>\(change.after ?? site.pick("vide", "empty"))</ins></td></tr>
            """ as HTML
        }
        return table(
            "modifiees", site.pick("Cellules modifiées", "Changed cells"), shown.count, of: nil,
            """
            <tr><th scope="col">\(site.pick("Ligne", "Row"))</th><th scope="col">\(site.pick("Colonne", "Column"))</th>\
            <th scope="col">\(site.pick("Avant", "Before"))</th><th scope="col">\(site.pick("Après", "After"))</th></tr>
            """, rows)
    }

    private func key(_ cells: Difference.Cells) -> String {
        difference.key.filter(visible).compactMap { cells[$0] }.joined(separator: ", ")
    }

    private func rows(_ cells: [Difference.Cells], of count: Int, kind: String, _ title: String) -> HTML {
        guard !cells.isEmpty else { return .nothing }
        let body = cells.map { row in
            let values = exhibit.fields.enumerated().map { place, field in
                place == 0 ? "<th scope=\"row\">\(row[field.name] ?? "–")</th>" as HTML : "<td>\(row[field.name] ?? "–")</td>"
            }
            return "<tr class=\"\(kind)\">\(values)</tr>" as HTML
        }
        return table(
            kind, title, cells.count, of: count,
            "<tr>\(exhibit.fields.map { "<th scope=\"col\">\($0.label)</th>" as HTML })</tr>", body)
    }

    private func table(_ id: String, _ title: String, _ shown: Int, of count: Int?, _ head: HTML, _ rows: [HTML]) -> HTML {
        let all = count ?? shown
        let caption =
            shown < all
            ? site.pick(
                "Les \(numbers.whole(shown)) premières sur \(numbers.whole(all))",
                "The first \(numbers.whole(shown)) of \(numbers.whole(all))") : title
        return """
            <h3 id="\(id)">\(title) (\(numbers.whole(all)))</h3>
            <div class="scroll" role="region" tabindex="0" aria-labelledby="\(id)"><table>
            <caption class="\(shown < all ? "" : "unseen")">\(caption)</caption>
            <thead>\(head)</thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
