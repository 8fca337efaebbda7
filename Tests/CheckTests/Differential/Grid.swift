import Foundation

/// A delimited text as rows of cells, to be mutated and written again.
struct Grid {
    var rows: [[String]]
    let delimiter: Character

    /// Reads UTF-8 or windows-1252, with the delimiter that its first line holds most.
    init(_ file: URL) throws {
        let bytes = try Data(contentsOf: file)
        let text = (String(data: bytes, encoding: .utf8) ?? String(data: bytes, encoding: .windowsCP1252) ?? "")
            .replacing("\r\n", with: "\n").trimmingPrefix("\u{FEFF}")
        let first = text.prefix { $0 != "\n" }
        delimiter = [",", ";", "\t"].max { a, b in first.count { $0 == a } < first.count { $0 == b } } ?? ","
        rows = Self.parsed(String(text), delimiter)
    }

    var width: Int { rows.first?.count ?? 0 }

    var text: String {
        rows.map { row in row.map(written).joined(separator: String(delimiter)) }.joined(separator: "\r\n") + "\r\n"
    }

    private func written(_ cell: String) -> String {
        guard cell.contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    private static func parsed(_ text: String, _ delimiter: Character) -> [[String]] {
        var rows: [[String]] = [], row: [String] = [], cell = "", isQuoted = false
        var characters = text.makeIterator(), pending: Character?
        while let character = pending ?? characters.next() {
            pending = nil
            if isQuoted {
                guard character == "\"" else {
                    cell.append(character)
                    continue
                }
                pending = characters.next()
                if pending == "\"" {
                    cell.append("\"")
                    pending = nil
                } else {
                    isQuoted = false
                }
            } else if character == "\"", cell.isEmpty {
                isQuoted = true
            } else if character == delimiter || character.isNewline {
                row.append(cell)
                cell = ""
                guard character.isNewline else { continue }
                rows.append(row)
                row = []
            } else {
                cell.append(character)
            }
        }
        return cell.isEmpty && row.isEmpty ? rows : rows + [row + [cell]]
    }
}
