package import DuckDB
internal import Foundation
package import Territory

/// KML (OGC 07-147): one row for each placemark, with its extended data. A reader of our own: the engine's drops the
/// extended data, which is where towns put their fields.
package struct KmlFormat: FileFormat {
    package static let name = "KML"
    package static let options: [Key] = []

    package init(_ source: SourceDeclaration) {}

    package static func recognises(_ start: FileStart) -> Bool {
        guard start.opening.first == UInt8(ascii: "<") else { return false }
        return start.fileExtension == "kml" || start.opening.range(of: Data("<kml".utf8)) != nil
    }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        try XmlFault.explained(file) {
            let table = try RecordTable("records_\(file.number)", work: work, connection, subject: file.name)
            do {
                try XMLStream.read(file.url, KmlReader(into: table))
            } catch let unreadable as KmlReader.BadCoordinates {
                throw CollectFault(
                    .unreadable, subject: file.name, at: file.place, ["reason": GeoMessages.coordinates(unreadable.text)])
            }
            guard table.rows > 0 else {
                throw CollectFault(
                    .noRecords, subject: file.name, at: file.place,
                    ["records": Bilingual("Placemark"), "found": RecordMessages.found([])])
            }
            return Collected(
                relation: try table.finish(last: KmlReader.geometry),
                notes: [RecordMessages.read(file.name, rows: table.rows, at: "Placemark")])
        }
    }
}
