internal import DuckDB
internal import Territory

/// Several files as one relation: columns meet by name, whatever its case, in the order they first appear; a column that a
/// file lacks is empty there, and said.
enum Union {
    /// How many columns a note names; the others are counted.
    private static let named = 4

    static func byName(_ parts: [Collected]) -> Collected {
        guard parts.count > 1 else { return parts.first ?? Collected(relation: Relation(sql: "", columns: [])) }
        var columns: [Relation.Column] = []
        for part in parts { columns += part.relation.columns.filter { column in !columns.contains { isSame($0, column) } } }
        let selects = parts.map { part in
            let cells = columns.map { column in
                let own = part.relation.columns.first { isSame($0, column) }
                return "\(own.map { identifier($0.name) } ?? "NULL") AS \(identifier(column.name))"
            }
            return "SELECT \((cells + ["_source", "_row"]).joined(separator: ", ")) FROM (\(part.relation.sql))"
        }
        return Collected(
            relation: Relation(
                sql: selects.joined(separator: " UNION ALL "), parameters: parts.flatMap(\.relation.parameters), columns: columns),
            notes: once(parts.flatMap(\.notes)) + differences(parts, columns), findings: parts.flatMap(\.findings),
            layouts: parts.flatMap(\.layouts))
    }

    /// The engine compares names without case.
    private static func isSame(_ one: Relation.Column, _ other: Relation.Column) -> Bool {
        one.name.lowercased() == other.name.lowercased()
    }

    /// What was said of many files in the same words is said once, with their number.
    private static func once(_ notes: [Bilingual]) -> [Bilingual] {
        var counts: [(note: Bilingual, count: Int)] = []
        for note in notes {
            if let place = counts.firstIndex(where: { $0.note == note }) {
                counts[place].count += 1
            } else {
                counts.append((note, 1))
            }
        }
        return counts.map { note, count in
            guard count > 1 else { return note }
            return Bilingual(
                fr: "\(note.text(in: .french)) (\(count) fichiers)", en: "\(note.text(in: .english)) (\(count) files)")
        }
    }

    /// The columns that some files lack: one note for those that as many files have.
    private static func differences(_ parts: [Collected], _ columns: [Relation.Column]) -> [Bilingual] {
        var names: [Int: [String]] = [:]
        for column in columns {
            let holders = parts.filter { $0.relation.columns.contains { isSame($0, column) } }.count
            if holders < parts.count { names[holders, default: []].append(column.name) }
        }
        return names.sorted { $0.key > $1.key }.map { holders, names in
            let (count, list) = (names.count, names.prefix(named))
            let (french, english) = (
                list.map { "« \($0) »" }.joined(separator: ", "), list.map { "\"\($0)\"" }.joined(separator: ", ")
            )
            let more = count > named ? "… (\(count))" : ""
            let one = count == 1
            return Bilingual(
                fr: "\(one ? "la colonne" : "les colonnes") \(french)\(more) \(one ? "n'est" : "ne sont") que dans "
                    + "\(holders) \(holders == 1 ? "fichier" : "fichiers") sur \(parts.count)",
                en: "\(one ? "column" : "columns") \(english)\(more) \(one ? "is" : "are each") in only \(holders) of "
                    + "\(parts.count) files")
        }
    }
}
