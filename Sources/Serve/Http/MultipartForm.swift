internal import Foundation

/// A form as `multipart/form-data` (RFC 7578): what its fields say, and where its files lie in the bytes. No package at hand
/// reads one.
struct MultipartForm {
    /// One field.
    struct Part: Equatable {
        let name: String
        /// What the client calls the file; nil when the field is none.
        let fileName: String?
        /// Where its value lies.
        let range: Range<Data.Index>
    }

    let parts: [Part]
    private let bytes: Data

    /// More parts, or longer titles of one, are no form of ours.
    private static let mostParts = 32
    private static let longestHead = 8_192

    /// - Parameters:
    ///   - contentType: the header, which names the mark between parts (RFC 2046 §5.1.1).
    ///   - bytes: the body; a mapped file does.
    /// - Returns: nil when it is no such form, or a broken one.
    init?(contentType: String, _ bytes: Data) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count)
        else { return nil }
        self.bytes = bytes
        let mark = Data("--\(boundary)".utf8), between = Data("\r\n--\(boundary)".utf8), blank = Data("\r\n\r\n".utf8)
        guard bytes.starts(with: mark) else { return nil }
        var parts: [Part] = [], place = bytes.startIndex + mark.count
        while !bytes[place...].starts(with: Data("--".utf8)) {
            let headEnd = min(bytes.endIndex, place + Self.longestHead)
            guard parts.count < Self.mostParts, let head = bytes.range(of: blank, in: place..<headEnd),
                let end = bytes.range(of: between, in: head.upperBound..<bytes.endIndex),
                let part = Part(String(decoding: bytes[place..<head.lowerBound], as: UTF8.self), head.upperBound..<end.lowerBound)
            else { return nil }
            parts.append(part)
            place = end.upperBound
        }
        self.parts = parts
    }

    /// The text of a field.
    func text(_ name: String) -> String? {
        parts.first { $0.name == name && $0.fileName == nil }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    /// The first file of a field.
    func file(_ name: String) -> (name: String, bytes: Data)? {
        parts.lazy.filter { $0.name == name }.compactMap { part in part.fileName.map { ($0, bytes[part.range]) } }.first
    }

    /// `boundary` of `multipart/form-data; boundary="x"`.
    fileprivate static func parameter(_ name: String, of header: String) -> String? {
        let pattern = "(?:^|[;\\s])\(name)=(?:\"([^\"\\r\\n]*)\"|([^\\s;\"]+))"
        guard let expression = try? NSRegularExpression(pattern: pattern, options: .caseInsensitive),
            let found = expression.firstMatch(in: header, range: NSRange(header.startIndex..., in: header))
        else { return nil }
        return [1, 2].lazy.compactMap { Range(found.range(at: $0), in: header) }.first.map { String(header[$0]) }
    }
}

extension MultipartForm.Part {
    /// Browsers write quotes and ends of lines in a name as `%22`, `%0D` and `%0A` (HTML, § multipart/form-data).
    fileprivate init?(_ head: String, _ range: Range<Data.Index>) {
        let lines = head.components(separatedBy: "\r\n")
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = MultipartForm.parameter("name", of: line)
        else { return nil }
        func plain(_ text: String) -> String {
            text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        }
        self.name = plain(name)
        fileName = MultipartForm.parameter("filename", of: line).map(plain)
        self.range = range
    }
}
