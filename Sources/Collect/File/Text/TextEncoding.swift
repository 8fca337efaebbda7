internal import Foundation

/// The encodings of text files that towns produce, and their way to UTF-8.
enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "windows-1252"
    case latin1 = "ISO-8859-1"
    case latin9 = "ISO-8859-15"
    /// Lines of UTF-8 among lines of windows-1252.
    case mixed

    /// Reads a name as people write it: `cp1252`, `latin-1`, `utf8`…
    init?(named name: String) {
        switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
        case "utf8", "utf8bom", "ascii", "usascii": self = .utf8
        case "utf16", "utf16le", "unicode": self = .utf16LittleEndian
        case "utf16be": self = .utf16BigEndian
        case "windows1252", "cp1252", "ansi": self = .windows1252
        case "latin1", "iso88591": self = .latin1
        case "latin9", "iso885915": self = .latin9
        case "mixed": self = .mixed
        default: return nil
        }
    }

    /// The encoding that the first bytes show: a byte order mark, or the zeros of UTF-16. UTF-8 is supposed otherwise, and
    /// given up at the first byte that is not: each line is then read as what it is, UTF-8 or windows-1252.
    static func detected(in start: Data) -> TextEncoding {
        if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if start.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let sample = start.prefix(512)
        let zeros = sample.enumerated().filter { $0.element == 0 }
        guard zeros.count * 4 > sample.count else { return .utf8 }
        return zeros.count(where: { $0.offset % 2 == 1 }) * 2 > zeros.count ? .utf16LittleEndian : .utf16BigEndian
    }

    /// This encoding, unless the first bytes show the other order of UTF-16: `utf-16` alone does not say which.
    func marked(in start: Data) -> TextEncoding {
        guard self == .utf16LittleEndian || self == .utf16BigEndian else { return self }
        if start.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        return start.starts(with: [0xFE, 0xFF]) ? .utf16BigEndian : self
    }

    /// The length of the byte order mark at the start.
    func markLength(in start: Data) -> Int {
        switch self {
        case .utf8, .mixed: start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        case .utf16LittleEndian: start.starts(with: [0xFF, 0xFE]) ? 2 : 0
        case .utf16BigEndian: start.starts(with: [0xFE, 0xFF]) ? 2 : 0
        default: 0
        }
    }

    /// UTF-8 of each byte of a one-byte encoding; nil for the others. Bytes that the encoding leaves empty keep their number,
    /// as browsers do.
    var byteTable: [[UInt8]]? {
        let encoding: String.Encoding
        switch self {
        case .windows1252: encoding = .windowsCP1252
        case .latin1: encoding = .isoLatin1
        case .latin9: encoding = String.Encoding(rawValue: CFLatin9.encoding)
        default: return nil
        }
        return (0...255).map { (byte: UInt8) in
            let text = String(bytes: [byte], encoding: encoding) ?? String(Unicode.Scalar(byte))
            return Array(text.utf8)
        }
    }
}

/// ISO-8859-15 has no named constant in Foundation: `kCFStringEncodingISOLatin9` (0x020F) with the flag for the encodings
/// that come from CoreFoundation.
private enum CFLatin9 {
    static let encoding: UInt = 0x8000_0000 | 0x020F
}
