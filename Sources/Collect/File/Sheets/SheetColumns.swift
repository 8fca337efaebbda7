internal import Foundation

/// Names the columns of a sheet after its header row.
enum SheetColumns {
    /// A column of the sheet and its name.
    struct Named {
        let column: Int
        let name: String
    }

    /// - Parameters:
    ///   - titles: the texts of the header row by column.
    ///   - filled: the columns that hold a value below it.
    ///   - known: the columns that the table has; a title that a merged range alone gives is none.
    /// A column without title is named after its letter; without values either, it is left out. Names are told apart as the
    /// engine does, case ignored, and never meet `_source` and `_row`.
    static func names(titles: [Int: String], filled: Set<Int>, known: [Int]) -> [Named] {
        let known = Set(known)
        let titles = titles.filter { known.contains($0.key) }.mapValues(plain).filter { !$0.value.isEmpty }
        var taken: Set<String> = ["_source", "_row"]
        return filled.union(titles.keys).sorted().map { column in
            let title = titles[column] ?? "colonne_\(letters(column))"
            let name = free(title, taken)
            taken.insert(name.lowercased())
            return Named(column: column, name: name)
        }
    }

    private static func free(_ title: String, _ taken: Set<String>) -> String {
        guard taken.contains(title.lowercased()) else { return title }
        var number = 2
        while taken.contains("\(title) (\(number))".lowercased()) { number += 1 }
        return "\(title) (\(number))"
    }

    /// Line breaks and the spaces around them become one space; the edges are trimmed.
    private static func plain(_ title: String) -> String {
        title.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// `E` for 5, `AB` for 28.
    static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
