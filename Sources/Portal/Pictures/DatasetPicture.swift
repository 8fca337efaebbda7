internal import Territory

/// What a link to a dataset is shown with when it has no chart: its name, who makes it, how many rows, since when.
package struct DatasetPicture: Sendable {
    package static let name = "image.png"

    let site: Site
    let exhibit: Exhibit

    package init(_ site: Site, _ exhibit: Exhibit) {
        self.site = site
        self.exhibit = exhibit
    }

    /// The picture, 1200 by 630.
    package var svg: String {
        PictureSheet(site: site, title: exhibit.title(site.language), foot: "\(site.name) · \(exhibit.licence)").svg([
            (site.pick("Producteur", "Producer"), Maker(of: exhibit, on: site).name),
            (site.pick("Lignes", "Rows"), NumberText(language: site.language).whole(exhibit.rows)),
            (site.pick("Mis à jour", "Updated"), DateText(language: site.language).long(exhibit.committed)),
        ])
    }
}
