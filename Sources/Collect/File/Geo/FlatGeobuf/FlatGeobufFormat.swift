package import DuckDB
internal import Foundation
package import Territory

/// FlatGeobuf files (version 3), as a stream of features in the order of the file. A reader of our own: on a damaged header
/// the engine's ends the process, and a file that is cut it reads as empty (spatial of DuckDB 1.5.5).
package struct FlatGeobufFormat: FileFormat {
    package static let name = "FlatGeobuf"
    package static let options: [Key] = []

    private static let magic: [UInt8] = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]
    private static let geometry = RecordName("geometry").around
    /// A header of thousands of columns takes a few hundred kB; the most detailed coast, some 10 MB.
    private static let headerLimit = 16 << 20
    private static let featureLimit = 256 << 20

    package init(_ source: SourceDeclaration) {}

    package static func recognises(_ start: FileStart) -> Bool { start.begins(with: magic) }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        let table = try RecordTable("records_\(file.number)", work: work, connection, subject: file.name)
        let system: CoordinateSystem?
        do {
            system = try read(file, into: table)
        } catch is FlatTable.Damaged {
            throw Self.unreadable(file, GeoMessages.damaged("FlatGeobuf"))
        } catch is FlatGeometry.Unsupported {
            throw Self.unreadable(file, GeoMessages.curves)
        }
        let relation = try table.finish(last: Self.geometry)
        guard let system else { return Collected(relation: relation, notes: [GeoMessages.unknownSystem]) }
        let placed = try GeometryText(work: work, number: file.number).inWGS84(relation, from: system, connection)
        return Collected(relation: placed.relation, notes: placed.notes)
    }

    private func read(_ file: SourceFile, into table: RecordTable) throws -> CoordinateSystem? {
        let handle = try FileHandle(forReadingFrom: file.url)
        defer { try? handle.close() }
        guard try handle.read(upToCount: 8)?.starts(with: Self.magic) == true,
            let start = try Self.buffer(handle, atMost: Self.headerLimit)
        else { throw FlatTable.Damaged() }
        let header = try FlatGeobufHeader(FlatTable(root: start))
        try handle.seek(toOffset: handle.offset() + UInt64(header.indexLength))
        while let bytes = try Self.buffer(handle, atMost: Self.featureLimit) {
            try append(FlatTable(root: bytes), header, to: table)
        }
        guard header.features == 0 || header.features == table.rows else {
            throw Self.unreadable(file, GeoMessages.missingRows(table.rows, of: header.features))
        }
        return header.system
    }

    private func append(_ feature: FlatTable, _ header: FlatGeobufHeader, to table: RecordTable) throws {
        let own = try FlatGeobufHeader.columns(feature, 2)
        try FlatProperties(feature.bytes(1), own.isEmpty ? header.columns : own).each { column, value in
            try table.put(RecordName(column.name), value)
        }
        if let geometry = try feature.table(0) {
            let text = try FlatGeometry(hasHeight: header.hasHeight).text(geometry, type: header.geometryType)
            try table.put(Self.geometry, Array(text.utf8))
        }
        try table.endRecord()
    }

    /// The next buffer: its length in four bytes, then itself; nil at the end of the file.
    private static func buffer(_ handle: FileHandle, atMost limit: Int) throws -> [UInt8]? {
        guard let size = try handle.read(upToCount: 4), !size.isEmpty else { return nil }
        let count = Int(try FlatTable.number([UInt8](size), 0, as: UInt32.self))
        guard count <= limit, let bytes = try handle.read(upToCount: count), bytes.count == count else {
            throw FlatTable.Damaged()
        }
        return [UInt8](bytes)
    }

    private static func unreadable(_ file: SourceFile, _ reason: Bilingual) -> CollectFault {
        CollectFault(.unreadable, subject: file.name, at: file.place, ["reason": reason])
    }
}
