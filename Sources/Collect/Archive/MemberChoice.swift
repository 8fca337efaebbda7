/// Which members of an archive are tables.
struct MemberChoice {
    /// Extensions of files that may hold a table, the workbooks and texts of towns first.
    private static let kinds: Set = [
        "csv", "tsv", "txt", "tab", "xlsx", "xls", "ods", "json", "ndjson", "jsonl", "geojson", "geojsonl", "xml", "parquet",
        "shp", "gpkg", "kml", "fgb",
    ]
    /// The parts of a Shapefile that are no table of their own.
    private static let companions: Set = ["shx", "dbf", "prj", "cpg"]

    /// Every file, in the order of their names.
    let all: [MemberName]

    init(_ names: [MemberName]) {
        all = names.filter { !$0.isFolder && !$0.isHidden }.sorted { $0.shown < $1.shown }
    }

    /// The files that look like tables; a file alone is looked at whatever its name.
    var readable: [MemberName] {
        let known = all.filter { Self.kinds.contains($0.kind) }
        return known.isEmpty && all.count == 1 ? all : known
    }

    /// The files a pattern names; a Shapefile is named by its `.shp`.
    func matching(_ pattern: String) -> [MemberName] {
        let matching = all.filter { $0.matches(pattern) }
        let shapes = Set(all.filter { $0.kind == "shp" }.map(\.stem))
        return matching.filter { !Self.companions.contains($0.kind) || !shapes.contains($0.stem) }
    }

    /// The members that make a table: itself, and what a Shapefile needs beside.
    func parts(of table: MemberName) -> [MemberName] {
        guard table.kind == "shp" else { return [table] }
        return [table] + all.filter { Self.companions.contains($0.kind) && $0.stem == table.stem }
    }
}
