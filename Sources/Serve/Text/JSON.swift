internal import Territory

/// A small JSON text of our own making, keys in the order they are given.
///
/// Rows never pass through it: the engine writes their text (`RowText`).
enum JSON: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    case double(Double)
    case text(String)
    case list([JSON])
    case object([Member])
    /// JSON text that is there already.
    case raw(String)

    struct Member: Sendable, Hashable {
        let name: String
        let value: JSON
    }

    /// An object from names and values.
    static func members(_ members: KeyValuePairs<String, JSON>) -> JSON {
        .object(members.map { Member(name: $0.key, value: $0.value) })
    }

    static func texts(_ texts: [String]) -> JSON { .list(texts.map { .text($0) }) }

    /// A text, or null.
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    /// On one line, `, ` and `: ` between, as the API that is followed writes it.
    var line: String {
        var text = ""
        write(&text, indent: nil)
        return text
    }

    /// With two spaces for each level, as it writes its errors.
    var pretty: String {
        var text = ""
        write(&text, indent: 0)
        return text
    }

    private func write(_ text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .boolean(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .double(let value): text += value.isFinite ? String(value) : "null"
        case .text(let value): text += JSONText.quoted(value)
        case .raw(let value): text += value
        case .list(let values):
            Self.enclose("[", values, "]", &text, indent) { $0.write(&$1, indent: $2) }
        case .object(let members):
            Self.enclose("{", members, "}", &text, indent) { member, text, indent in
                text += JSONText.quoted(member.name) + ": "
                member.value.write(&text, indent: indent)
            }
        }
    }

    private static func enclose<T>(
        _ open: String, _ items: [T], _ close: String, _ text: inout String, _ indent: Int?,
        _ item: (T, inout String, Int?) -> Void
    ) {
        text += open
        let inner = indent.map { $0 + 1 }
        for (index, value) in items.enumerated() {
            if index > 0 { text += inner == nil ? ", " : "," }
            if let inner { text += "\n" + String(repeating: "  ", count: inner) }
            item(value, &text, inner)
        }
        if let indent, !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += close
    }
}
