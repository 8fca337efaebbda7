package import Territory

/// One thing that publishing would change at a destination.
package enum Change: Sendable, Hashable {
    /// A dataset that is not there yet, under this name.
    case create(String)
    /// A dataset that lies in the bin, back in sight.
    case restore
    /// A line of the sheet; nothing there before when `from` is nil.
    case field(String, from: String?, to: String)
    case add(file: String, bytes: Int)
    case replace(file: String, bytes: Int)
    case describe(file: String, field: String, from: String?, to: String)
    /// Rows, into the table that the destination keeps for a file.
    case load(rows: Int, into: String)
    case order([String])
    case remove(file: String)
    /// A page or an inventory that goes with the files.
    case write(String)
    case withdraw(String)

    /// Whether the bytes of the files are needed for it.
    package var needsFiles: Bool {
        switch self {
        case .create, .add, .replace, .load: true
        default: false
        }
    }

    /// In one word, for machines.
    package var kind: String {
        switch self {
        case .create: "create"
        case .restore: "restore"
        case .field: "field"
        case .add: "add-file"
        case .replace: "replace-file"
        case .describe: "describe-file"
        case .load: "load-rows"
        case .order: "order"
        case .remove: "remove-file"
        case .write: "write"
        case .withdraw: "withdraw"
        }
    }

    /// As people read it.
    package var words: Bilingual {
        switch self {
        case .create(let name): Bilingual(fr: "crée la fiche « \(name) »", en: "creates the sheet \"\(name)\"")
        case .restore: Bilingual(fr: "sort la fiche de la corbeille", en: "takes the sheet out of the bin")
        case .field(let name, let from, let to): Self.becomes(Bilingual(name), from, to)
        case .add(let file, let bytes):
            Bilingual(fr: "dépose \(file)\(Self.size(bytes).french)", en: "puts up \(file)\(Self.size(bytes).english)")
        case .replace(let file, let bytes):
            Bilingual(fr: "remplace \(file)\(Self.size(bytes).french)", en: "replaces \(file)\(Self.size(bytes).english)")
        case .describe(let file, let field, let from, let to): Self.becomes(Bilingual("\(file), \(field)"), from, to)
        case .load(let rows, let file):
            Bilingual(
                fr: "charge \(rows) lignes de \(file) dans la table du portail",
                en: "loads \(rows) rows of \(file) into the portal's table")
        case .order(let files):
            Bilingual(
                fr: "range les fichiers : \(files.joined(separator: ", "))",
                en: "sets the files in order: \(files.joined(separator: ", "))")
        case .remove(let file): Bilingual(fr: "retire \(file)", en: "removes \(file)")
        case .write(let name): Bilingual(fr: "écrit \(name)", en: "writes \(name)")
        case .withdraw(let name):
            Bilingual(fr: "retire la fiche « \(name) » et ses fichiers", en: "withdraws the sheet \"\(name)\" and its files")
        }
    }

    private static func becomes(_ name: Bilingual, _ from: String?, _ to: String) -> Bilingual {
        let old = from.map { shortened($0) } ?? "", new = shortened(to)
        guard !old.isEmpty else { return Bilingual(fr: "\(name.french) : « \(new) »", en: "\(name.english): \"\(new)\"") }
        return Bilingual(fr: "\(name.french) : « \(old) » → « \(new) »", en: "\(name.english): \"\(old)\" → \"\(new)\"")
    }

    private static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 60 ? line.prefix(59) + "…" : line
    }

    private static func size(_ bytes: Int) -> Bilingual {
        let words = ByteCount.words(bytes)
        return bytes == 0 ? Bilingual("") : Bilingual(fr: " (\(words.french))", en: " (\(words.english))")
    }
}
