package import DuckDB
internal import Foundation
package import Territory

/// XML files made of repeated elements: each a row.
package struct XmlFormat: FileFormat {
    package static let name = "XML"
    package static let options = [RecordKeys.records]

    private let path: XmlPath?

    package init(_ source: SourceDeclaration) { path = source.options["records"]?.text.map { XmlPath($0) } }

    package static func recognises(_ start: FileStart) -> Bool {
        start.opening.starts(with: "<?xml".utf8)
            || (start.fileExtension == "xml" && start.opening.first == UInt8(ascii: "<"))
    }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        try XmlFault.explained(file) {
            let found = try path.map { [$0] } ?? XmlDetection.paths(in: file.url)
            let table = try RecordTable("records_\(file.number)", work: work, connection, subject: file.name)
            // Without a path the whole is still read: what is wrong with the file is told rather than what it lacks.
            let records = found.first ?? XmlPath([])
            try XMLStream.read(file.url, XmlRecords(records, into: table))
            guard table.rows > 0 else {
                let seen = try XmlDetection.paths(in: file.url).map(\.written)
                throw CollectFault(
                    .noRecords, subject: file.name, at: file.place,
                    ["records": RecordMessages.sought(path?.written), "found": RecordMessages.found(seen)])
            }
            let others = found.dropFirst().map(\.written)
            return Collected(
                relation: try table.finish(),
                notes: [RecordMessages.read(file.name, rows: table.rows, at: records.written)]
                    + (others.isEmpty ? [] : [RecordMessages.others(Array(others.prefix(12)))]))
        }
    }
}

/// Words for what stops the reading of XML.
enum XmlFault {
    /// Runs `body`; what the parser refuses comes out as a fault of this room.
    static func explained<T>(_ file: SourceFile, _ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let malformed as XMLStream.Malformed {
            throw CollectFault(
                .malformed, subject: file.name, at: file.place,
                [
                    "format": Bilingual("XML"), "line": Bilingual(String(malformed.line)),
                    "column": Bilingual(String(malformed.column)), "reason": Bilingual(malformed.message),
                ])
        } catch let unreadable as XMLStream.Unreadable {
            throw CollectFault(.unreadable, subject: file.name, at: file.place, ["reason": Bilingual(unreadable.message)])
        }
    }
}

extension FileStart {
    /// The bytes without byte order mark, zeros of UTF-16 and spaces in front.
    var opening: Data {
        bytes.filter { $0 != 0 }.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
    }
}
