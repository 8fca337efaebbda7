internal import Foundation

/// The moment GDAL writes into a GeoPackage is that of writing: two files of the same rows would differ. It stands in the row of
/// `gpkg_contents` after the layer's name, its kind and its title (OGC 12-128r18, table 4), 24 characters wide, and may be changed
/// there: SQLite keeps no sum over its pages.
struct GeoPackageDate {
    let layer: String

    func set(to moment: String, in path: String) throws {
        let file = try FileHandle(forUpdating: URL(filePath: path))
        defer { try? file.close() }
        let mark = Data("\(layer)features\(layer)".utf8)
        guard let start = try file.read(upToCount: 1 << 20), let found = start.range(of: mark),
            let written = String(data: start[found.upperBound...].prefix(24), encoding: .utf8),
            written.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil
        else { return }
        try file.seek(toOffset: UInt64(found.upperBound))
        try file.write(contentsOf: Data("\(moment.prefix(19)).000Z".utf8))
    }
}
