import Foundation

/// The repository's Swift files, as text.
enum House {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct File: Sendable {
        let path: String
        let lines: [String]
        /// Lines without comments and texts: what is left is code. Read once: every rule looks at all of them.
        let code: [String]
        /// The room: the folder under Sources.
        var room: String { String(path.split(separator: "/").dropFirst().first ?? "") }

        init(path: String, text: String) {
            self.path = path
            lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            code = Self.code(of: lines)
        }

        private static func code(of lines: [String]) -> [String] {
            var inText = false
            return lines.map { line in
                guard line.utf8.contains(UInt8(ascii: "\"")) || line.utf8.contains(UInt8(ascii: "/")) else {
                    return inText ? "" : line
                }
                let marks = line.components(separatedBy: "\"\"\"").count - 1
                defer { if marks % 2 == 1 { inText.toggle() } }
                guard !inText, marks == 0 else { return "" }
                return line.replacing(#/"(\\.|[^"\\])*"/#, with: "\"\"").replacing(#/\/\/.*/#, with: "")
            }
        }
    }

    static let sources: [File] = {
        let root = folder.appending(path: "Sources")
        let paths = (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []).filter {
            $0.hasSuffix(".swift")
        }.sorted()
        return paths.compactMap { path in
            guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8) else { return nil }
            return File(path: "Sources/\(path)", text: text)
        }
    }()

    /// `path:line: text` for each line of code where a pattern stands.
    /// - Parameter mark: a character that every such line has: the pattern is tried on those alone.
    static func lines(with pattern: some RegexComponent, marked mark: Unicode.Scalar, in files: [File]) -> [String] {
        let mark = UInt8(ascii: mark)
        return files.flatMap { file in
            file.code.enumerated().filter { $0.element.utf8.contains(mark) && $0.element.contains(pattern) }.map {
                "\(file.path):\($0.offset + 1): \(file.lines[$0.offset].trimmingPrefix(while: \.isWhitespace))"
            }
        }
    }
}
