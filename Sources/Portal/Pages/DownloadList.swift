internal import Query
internal import Territory

/// The files of a dataset: CSV for a spreadsheet first, then what programs and maps read (portal 3.2, RGAA 6.1: each link says
/// its format).
struct DownloadList: Sendable {
    let site: Site
    let exhibit: Exhibit

    var html: HTML {
        let others = formats.map { format in
            "<a class=\"button second\" href=\"\(address(format.id))\" download>\(format.name)</a>" as HTML
        }
        return """
            <div class="get"><a class="button" href="\(address("csv", "use_labels=true"))" download>\(site.pick("Télécharger (CSV)", "Download (CSV)"))</a>
            \(others)</div>
            <p class="unseen">\(site.pick("Le CSV s’ouvre dans un tableur : point-virgule, UTF-8.", "The CSV opens in a spreadsheet: semicolons, UTF-8."))</p>
            """
    }

    private var formats: [(id: String, name: String)] {
        let map = exhibit.isOnMap ? [("geojson", "GeoJSON"), ("gpkg", "GeoPackage"), ("shp", "Shapefile")] : []
        return [("xlsx", "Excel (XLSX)"), ("json", "JSON"), ("parquet", "Parquet")] + map
    }

    private func address(_ format: String, _ options: String = "") -> String {
        site.file("api/explore/v2.1/catalog/datasets/\(AddressText.encoded(exhibit.name))/exports/\(format)")
            + (options.isEmpty ? "" : "?" + options)
    }
}
