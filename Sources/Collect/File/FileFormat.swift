internal import Foundation
internal import Territory

/// What a file is, by its first bytes; its name only helps to say what it is not.
enum FileFormat {
    case text, xlsx

    static func of(_ file: URL, named name: String, at place: Place) throws(CollectFault) -> FileFormat {
        let start = try firstBytes(of: file, named: name, at: place)
        if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .xlsx }
        if let kind = Self.refused.first(where: { start.starts(with: $0.signature) })?.name {
            throw CollectFault(
                .unknownFormat, subject: "\(name) (\(kind))", at: place, ["expected": Bilingual("CSV, XLSX")])
        }
        return .text
    }

    private static let refused: [(signature: [UInt8], name: String)] = [
        ([0xD0, 0xCF, 0x11, 0xE0], "XLS"), ([0x25, 0x50, 0x44, 0x46], "PDF"), ([0x50, 0x41, 0x52, 0x31], "Parquet"),
        ([0x1F, 0x8B], "gzip"), ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"),
        ([0x53, 0x51, 0x4C, 0x69], "SQLite"),
    ]

    private static func firstBytes(of file: URL, named name: String, at place: Place) throws(CollectFault) -> Data {
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            return try handle.read(upToCount: 16) ?? Data()
        } catch {
            throw CollectFault(.unreadable, subject: name, at: place, ["reason": Bilingual(error.localizedDescription)])
        }
    }
}
