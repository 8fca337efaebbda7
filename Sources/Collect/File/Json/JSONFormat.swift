package import DuckDB
package import Territory

/// JSON files: a list of objects, wherever it is in the file.
package struct JSONFormat: FileFormat {
    package static let name = "JSON"
    package static let options = [RecordKeys.records]

    private let path: JSONPath?

    package init(_ source: SourceDeclaration) { path = source.options["records"]?.text.map { JSONPath($0) } }

    package static func recognises(_ start: FileStart) -> Bool {
        start.fileExtension == "json" || start.opensObjectOrList
    }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        let outcome = try JSONReading(file: file, path: path, connection: connection, work: work).read(layout: PlainLayout())
        return Collected(relation: try outcome.table.finish(), notes: outcome.notes)
    }
}

/// One JSON document a line: NDJSON, JSON Lines.
package struct NDJSONFormat: FileFormat {
    package static let name = "NDJSON"
    package static let options: [Key] = []

    package init(_ source: SourceDeclaration) {}

    package static func recognises(_ start: FileStart) -> Bool { ["ndjson", "jsonl"].contains(start.fileExtension) }

    package func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected {
        let reading = JSONReading(file: file, path: .documents, connection: connection, work: work)
        let outcome = try reading.read(layout: PlainLayout())
        return Collected(relation: try outcome.table.finish(), notes: outcome.notes)
    }
}

extension FileStart {
    /// Whether it starts as a JSON object or a list of objects: `{"…`, `[{`, whatever the spaces.
    var opensObjectOrList: Bool {
        let marks = Array(bytes.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.filter { $0 > 0x20 }.prefix(2))
        return [Array("{\"".utf8), Array("{}".utf8), Array("[{".utf8), Array("[]".utf8)].contains(marks)
    }
}
