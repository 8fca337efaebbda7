internal import Foundation

/// What a number format makes of a number.
enum NumberKind: UInt8, Sendable {
    case number, date, time, elapsed

    /// A format that every program knows by its number (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian dates).
    init(builtin id: Int) {
        switch id {
        case 14...17, 22, 27...36, 50...58: self = .date
        case 18...21, 45, 47: self = .time
        case 46: self = .elapsed
        default: self = .number
        }
    }

    /// A format written out, such as `dd/mm/yyyy`, `[h]:mm` or `#,##0.00 "€"`: its letters outside quotes, brackets and
    /// escapes tell.
    init(format: String) {
        guard !["general", "standard"].contains(format.lowercased()) else {
            self = .number
            return
        }
        let (letters, brackets) = Self.significant(format)
        if brackets.contains(where: { !$0.isEmpty && Set($0).isSubset(of: ["h", "m", "s"]) }) {
            self = .elapsed
        } else if letters.contains(where: { "dy".contains($0) }) {
            self = .date
        } else if letters.contains(where: { "hs".contains($0) }) {
            self = .time
        } else {
            self = letters.contains("m") ? .date : .number
        }
    }

    /// The letters of the first section, and what stands in brackets.
    private static func significant(_ format: String) -> (letters: String, brackets: [String]) {
        var letters = ""
        var brackets: [String] = []
        var rest = format.lowercased()[...]
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                brackets.append(String(rest.prefix { $0 != "]" }))
                rest = rest.drop { $0 != "]" }.dropFirst()
            default: letters.append(character)
            }
        }
        return (letters, brackets)
    }
}
