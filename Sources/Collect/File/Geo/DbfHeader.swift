internal import Foundation

/// The start of a dBASE file: how many records, and their fields.
struct DbfHeader {
    struct Field {
        let name: ArraySlice<UInt8>
        /// A letter: C, N, F, D, L…
        let type: UInt8
        let length: Int
        /// In the record, whose first byte marks the deleted.
        let offset: Int
    }

    let records: Int
    let length: Int
    let recordLength: Int
    let fields: [Field]
    private let languageDriver: UInt8

    /// Nil when the file is none, or cut.
    init?(_ file: URL) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        guard let start = try handle.read(upToCount: 32), start.count == 32 else { return nil }
        let bytes = [UInt8](start)
        records = Int(bytes[4]) | Int(bytes[5]) << 8 | Int(bytes[6]) << 16 | Int(bytes[7]) << 24
        length = Int(bytes[8]) | Int(bytes[9]) << 8
        recordLength = Int(bytes[10]) | Int(bytes[11]) << 8
        languageDriver = bytes[29]
        guard length > 32, recordLength > 1, let rest = try handle.read(upToCount: length - 32), rest.count == length - 32,
            let end = try? handle.seekToEnd(), length + records * recordLength <= Int(end),
            let fields = Self.fields([UInt8](rest)), let last = fields.last, last.offset + last.length <= recordLength
        else { return nil }
        self.fields = fields
    }

    /// Descriptors of 32 bytes, ended by a carriage return.
    private static func fields(_ bytes: [UInt8]) -> [Field]? {
        var fields: [Field] = []
        var offset = 1
        var start = 0
        while start + 32 <= bytes.count, bytes[start] != 0x0D {
            let name = bytes[start..<(start + 11)].prefix { $0 != 0 }
            let length = Int(bytes[start + 16])
            fields.append(Field(name: name, type: bytes[start + 11], length: length, offset: offset))
            offset += length
            start += 32
        }
        return fields.isEmpty ? nil : fields
    }

    /// What the language driver says; nothing for those that say little or that nobody uses any more.
    var encoding: TextEncoding? {
        switch languageDriver {
        case 0x03, 0x57...0x59: .windows1252
        default: nil
        }
    }
}

extension TextEncoding {
    /// From a `.cpg`, which programs write in many ways: `UTF-8`, `1252`, `ANSI 1252`, `ISO 88591`, `LDID/87`.
    init?(codePage text: String) {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let digits = name.filter(\.isNumber)
        if let encoding = TextEncoding(named: name) {
            self = encoding
        } else if digits.hasSuffix("1252") || digits == "87" || digits == "3" {
            self = .windows1252
        } else if digits == "65001" {
            self = .utf8
        } else {
            return nil
        }
    }
}
