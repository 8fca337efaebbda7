package import Foundation
internal import Territory

/// The rows of a version, for a destination that keeps rows beside files.
package struct PublishedTable: Sendable {
    let fields: [DescribedField]
    let key: [String]
    let rows: Int
    /// Writes the rows, one JSON object on each line, and says where; only when they are to be sent.
    let lines: (@Sendable () async throws -> URL)?

    package init(_ sheet: Sheet, _ made: MadeFiles, rows: Int, lines: (@Sendable () async throws -> URL)? = nil) {
        fields = DescribedField.all(made, sheet)
        key = sheet.key
        self.rows = rows
        self.lines = lines
    }

    /// Tells tables apart that cannot hold the same rows.
    var shape: String {
        let columns = fields.map { "\($0.name) \($0.kind) \($0.separator == nil)" }
        return String(FileDigest(Data((columns + key).joined(separator: "\n").utf8)).sha256.prefix(12))
    }
}

/// The lines of a file in lots, as many as one call carries.
struct LineLots {
    private static let lines = 5_000
    private static let bytes = 4 << 20

    private let handle: FileHandle
    private var rest = Data()
    private var isOver = false

    init(_ file: URL) throws { handle = try FileHandle(forReadingFrom: file) }

    /// The next lines; nil after the last.
    mutating func next() throws -> [Data]? {
        var lot: [Data] = [], size = 0
        while lot.count < Self.lines, size < Self.bytes {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
                guard !isOver, let block = try handle.read(upToCount: 1 << 20), !block.isEmpty else {
                    isOver = true
                    break
                }
                rest = Data(rest) + block
                continue
            }
            let line = rest[rest.startIndex..<end]
            if !line.isEmpty { lot.append(Data(line)) }
            size += line.count
            rest = rest[rest.index(after: end)...]
        }
        if lot.isEmpty { try? handle.close() }
        return lot.isEmpty ? nil : lot
    }
}
