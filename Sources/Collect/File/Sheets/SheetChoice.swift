internal import Foundation
internal import Territory

/// Which sheets of a workbook to read.
enum SheetChoice: Sendable, Hashable {
    /// The best table among the visible sheets.
    case detect
    /// A name, whatever its case; or a pattern with `*` and `?`, which may stand for several.
    case name(String)
    /// A number among the tabs, from 1.
    case number(Int)
    /// Several, united by the names of their columns.
    case several([SheetChoice])

    init(_ value: Value?) {
        if let list = value?.list {
            self = .several(list.map { SheetChoice($0) })
        } else if let number = value?.integer {
            self = .number(number)
        } else if let name = value?.written {
            self = .name(name)
        } else {
            self = .detect
        }
    }

    /// The sheets that are meant, and whether they are to be told apart in `_source`.
    /// - Throws: `collect.sheet-not-found`.
    func sheets(of workbook: any Workbook) throws(CollectFault) -> (sheets: [Sheet], isUnion: Bool) {
        switch self {
        case .detect: return (workbook.sheets, false)
        case .number(let number):
            // A sheet for each year bears a number as its name.
            guard
                let sheet = workbook.sheets.first(where: { $0.number == number })
                    ?? workbook.sheets.first(where: { $0.name == String(number) })
            else {
                throw Self.notFound(String(number), in: workbook)
            }
            return ([sheet], false)
        case .name(let name):
            if let sheet = workbook.sheets.first(where: { $0.name == name })
                ?? workbook.sheets.first(where: { Self.plain($0.name) == Self.plain(name) })
            {
                return ([sheet], false)
            }
            let matching = workbook.sheets.filter { Self.matches(Self.plain($0.name)[...], Self.plain(name)[...]) }
            guard !matching.isEmpty else { throw Self.notFound(name, in: workbook) }
            let visible = matching.filter { !$0.isHidden }
            return (visible.isEmpty ? matching : visible, true)
        case .several(let choices):
            var sheets: [Sheet] = []
            for choice in choices { sheets += try choice.sheets(of: workbook).sheets.filter { !sheets.contains($0) } }
            return (sheets, true)
        }
    }

    private static func plain(_ name: String) -> [Character] {
        Array(name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased())
    }

    /// `*` stands for any characters, `?` for one. Names have 31 characters at most, so that going back costs little.
    private static func matches(_ name: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        if first == "*" {
            let rest = pattern.drop { $0 == "*" }
            return (name.startIndex...name.endIndex).contains { matches(name[$0...], rest) }
        }
        guard let character = name.first, first == "?" || first == character else { return false }
        return matches(name.dropFirst(), pattern.dropFirst())
    }

    private static func notFound(_ name: String, in workbook: any Workbook) -> CollectFault {
        let names = workbook.sheets.map { "« \($0.name) »" }.joined(separator: ", ")
        return CollectFault(.sheetNotFound, subject: workbook.subject, ["sheet": Bilingual(name), "sheets": Bilingual(names)])
    }
}
