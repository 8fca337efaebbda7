import Foundation
import Support

/// A way to spoil a table, as people and their programs do.
enum Mutation: String, CaseIterable {
    case junk, emptied, zerosLost, dateTurned, commaForPoint, rounded, blanksAround
    case columnDropped, columnsSwapped, columnRenamed, titleInCapitals, titleTwice, titleEmptied, columnAdded
    case cellTooMany, cellsTooFew, blankRow, rowTwice, rowsReversed

    /// The causes of docs/validation.md that it may show.
    var causes: [String] {
        switch self {
        case .cellTooMany: ["surplus-blanks", "surplus-alone", "titles-by-width", "delimiter"]
        case .cellsTooFew, .columnDropped, .columnAdded, .blankRow: ["titles-by-width", "delimiter", "blank-end"]
        case .titleTwice, .titleEmptied: ["duplicate-labels", "blank-labels", "titles-by-width"]
        case .junk: ["digits", "task-error", "crash", "foreign-phones", "delimiter", "opening-hours"]
        case .dateTurned: ["crash"]
        case .columnsSwapped, .columnRenamed, .titleInCapitals: ["check-dropped", "task-error"]
        default: []
        }
    }

    /// Texts that some type takes and another does not.
    private static let oddities = [
        "x", " ", "0", "-1", "1,5", "1 234", "12€", "05/01/2020", "2020-1-5", "2020-02-30", "2020", "oui", "NON", "true", "True",
        "1", "Null", "NA", "é", "21730065600014", "2173006560001", "1730065600014", "a@b.fr", "a@b", "http://a.fr", "www.a.fr",
        "[1,2]", "{\"type\":\"Point\",\"coordinates\":[1,2]}", "[\"a\"]", "2.35,48.85", "48.85,2.35", "Mo-Fr 08:00-18:00",
        "Mo-Fr 8h", "0102030405", "012", "+33102030405", "1e5", "NaN", "INF", "٣", "2020-01-05T10:00:00", "10:00",
        "99999999999999999999", "0.5", "100", "100.01", "-181", "A", String(repeating: "a", count: 300),
    ]

    /// Spoils a table somewhere; a table of titles alone is left as it is.
    func spoil(_ grid: inout Grid, _ random: inout Seeded) {
        guard grid.rows.count > 1, grid.width > 2 else { return }
        let row = random.number(1...grid.rows.count - 1)
        guard !grid.rows[row].isEmpty else { return }
        let column = random.number(0...grid.rows[row].count - 1)
        switch self {
        case .junk, .emptied, .zerosLost, .dateTurned, .commaForPoint, .rounded, .blanksAround:
            grid.rows[row][column] = spoiled(grid.rows[row][column], &random)
        case .columnDropped, .columnsSwapped, .columnRenamed, .titleInCapitals, .titleTwice, .titleEmptied, .columnAdded:
            spoilColumns(&grid, &random)
        case .cellTooMany: grid.rows[row].append(random.pick(["", "x"]))
        case .cellsTooFew: grid.rows[row].removeLast(random.number(1...min(2, grid.rows[row].count - 1)))
        case .blankRow: grid.rows.insert([String](repeating: "", count: grid.width), at: row)
        case .rowTwice: grid.rows.append(grid.rows[row])
        case .rowsReversed: grid.rows = [grid.rows[0]] + grid.rows.dropFirst().reversed()
        }
    }

    private func spoiled(_ cell: String, _ random: inout Seeded) -> String {
        switch self {
        case .junk: random.pick(Self.oddities)
        case .emptied: ""
        case .zerosLost: String(cell.drop { $0 == "0" })
        case .dateTurned: cell.replacing(#/(\d{4})-(\d\d)-(\d\d)/#) { "\($0.3)/\($0.2)/\($0.1)" }
        case .commaForPoint: cell.replacing(".", with: ",")
        case .rounded:
            cell.count == 14 && cell.allSatisfy(\.isNumber) ? "\(cell.prefix(1)),\(cell.dropFirst().prefix(5))E+13" : cell
        case .blanksAround: " \(cell) "
        default: cell
        }
    }

    private func spoilColumns(_ grid: inout Grid, _ random: inout Seeded) {
        let one = random.number(0...grid.width - 1), other = random.number(0...grid.width - 1)
        switch self {
        case .columnRenamed: grid.rows[0][one] = "zz"
        case .titleInCapitals: grid.rows[0][one] = grid.rows[0][one].uppercased() + random.pick(["", " "])
        case .titleTwice: grid.rows[0][0] = grid.rows[0][grid.width - 1]
        case .titleEmptied: grid.rows[0][one] = ""
        case .columnAdded: for row in grid.rows.indices { grid.rows[row].append(row == 0 ? "nouvelle" : "y") }
        default:
            for row in grid.rows.indices where grid.rows[row].count > max(one, other) {
                if self == .columnDropped { grid.rows[row].remove(at: one) } else { grid.rows[row].swapAt(one, other) }
            }
        }
    }
}

/// How the table becomes bytes.
enum Writing: CaseIterable {
    case utf8, marked, windows1252, utf16

    func bytes(_ text: String) -> Data {
        switch self {
        case .utf8: Data(text.utf8)
        case .marked: Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)
        case .windows1252: text.data(using: .windowsCP1252) ?? Data(text.utf8)
        case .utf16: text.data(using: .utf16) ?? Data(text.utf8)
        }
    }
}
