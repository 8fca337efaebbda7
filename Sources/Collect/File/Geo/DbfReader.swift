internal import DuckDB
internal import Foundation
internal import Territory

/// The attributes of a Shapefile (dBASE III and IV), as they are written: no digit of a number is lost, dates are ISO, an
/// empty one stays empty.
struct DbfReader {
    /// The attributes in a table: `_row`, then `c0`, `c1`…
    struct Attributes {
        let table: String
        let names: [String]
        let note: Bilingual
    }

    private static let blockSize = 1 << 20

    private let bytes: URL
    private let header: DbfHeader
    private let encoding: TextEncoding?
    private let file: SourceFile

    /// - Parameter declared: the encoding that the source says; else the set's `.cpg`, else the header, else it is detected.
    init(_ set: ShapefileSet, declared: String?, file: SourceFile) throws {
        self.file = file
        bytes = set["dbf"] ?? set.shape
        guard let header = try DbfHeader(bytes) else { throw Self.damaged(file) }
        self.header = header
        if let declared {
            guard let encoding = TextEncoding(named: declared) else {
                throw CollectFault(
                    .unknownEncoding, subject: file.name, at: file.place, ["encoding": Bilingual(declared)])
            }
            self.encoding = encoding
        } else {
            let told = set["cpg"].flatMap { try? String(contentsOf: $0, encoding: .isoLatin1) }
            encoding = told.flatMap { TextEncoding(codePage: $0) } ?? header.encoding
        }
    }

    func read(_ connection: Connection, into work: WorkArea) throws -> Attributes {
        var used = encoding ?? .utf8
        do {
            try read(used, connection, work)
        } catch is TextStream.Invalid where encoding == nil {
            used = .windows1252
            try read(used, connection, work)
        } catch let invalid as TextStream.Invalid {
            throw CollectFault(
                .wrongEncoding, subject: file.name, at: file.place,
                [
                    "encoding": Bilingual(used.rawValue), "byte": Bilingual("0x" + String(invalid.byte, radix: 16)),
                    "line": Bilingual(String(invalid.offset)),
                ])
        }
        let names = header.fields.map { field in
            String(decoding: (try? DbfText(used).text(field.name)) ?? [], as: UTF8.self)
        }
        return Attributes(table: work.table(name), names: names, note: GeoMessages.encoding(file.name, used))
    }

    private var name: String { "dbf_\(file.number)" }

    private func read(_ encoding: TextEncoding, _ connection: Connection, _ work: WorkArea) throws {
        let columns = header.fields.indices.map { ", c\($0) VARCHAR" }.joined()
        try connection.execute("CREATE OR REPLACE TABLE \(work.table(name)) (_row BIGINT\(columns))")
        let appender = try work.appender(to: name, on: connection)
        let handle = try FileHandle(forReadingFrom: bytes)
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(header.length))
        let text = DbfText(encoding)
        let most = max(1, Self.blockSize / header.recordLength)
        var row = 0
        while row < header.records {
            let count = min(most, header.records - row)
            let block = [UInt8](try handle.read(upToCount: count * header.recordLength) ?? Data())
            guard block.count == count * header.recordLength else { throw Self.damaged(file) }
            for index in 0..<count {
                row += 1
                try append(block[(index * header.recordLength)...].prefix(header.recordLength), row, text, appender)
            }
        }
        try appender.close()
    }

    private func append(_ record: ArraySlice<UInt8>, _ row: Int, _ text: DbfText, _ appender: Appender) throws {
        // A star marks what was deleted and not yet packed away; its shape is still numbered.
        guard record.first != UInt8(ascii: "*") else { return }
        try appender.append(Int64(row))
        for field in header.fields {
            let cell = record.dropFirst(field.offset).prefix(field.length)
            do {
                if let value = try text.value(cell, field.type) {
                    try value.withUnsafeBufferPointer { try appender.append(utf8: $0) }
                } else {
                    try appender.appendNull()
                }
            } catch let invalid as TextStream.Invalid {
                throw TextStream.Invalid(byte: invalid.byte, offset: row)
            }
        }
        try appender.endRow()
    }

    private static func damaged(_ file: SourceFile) -> CollectFault {
        CollectFault(.unreadable, subject: file.name, at: file.place, ["reason": GeoMessages.damaged(".dbf")])
    }
}
