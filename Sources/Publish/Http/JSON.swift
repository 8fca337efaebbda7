internal import Foundation

/// A JSON value, as portals give and take them.
enum JSON: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    /// Text, or null.
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    /// Nil when the bytes are no JSON.
    static func reading(_ bytes: Data) -> JSON? { try? JSONDecoder().decode(JSON.self, from: bytes) }

    /// As text, keys in order: the same value gives the same text.
    var bytes: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)) ?? Data("null".utf8)
    }

    subscript(key: String) -> JSON? { if case .object(let members) = self { members[key] } else { nil } }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [JSON] { if case .list(let list) = self { list } else { [] } }
    var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
    var boolean: Bool? { if case .boolean(let boolean) = self { boolean } else { nil } }
    var isNull: Bool { self == .null }

    /// A whole number, also written as text or with a fraction of nought.
    var integer: Int? {
        switch self {
        case .integer(let integer): integer
        case .number(let number): Int(exactly: number)
        case .text(let text): Int(text)
        default: nil
        }
    }

    /// As one line for people: nothing for null, texts as they are.
    var line: String? {
        switch self {
        case .null: nil
        case .boolean(let boolean): String(boolean)
        case .integer(let integer): String(integer)
        case .number(let number): String(number)
        case .text(let text): text.isEmpty ? nil : text
        case .list(let list): list.isEmpty ? nil : list.compactMap(\.line).joined(separator: ", ")
        case .object: String(decoding: bytes, as: UTF8.self)
        }
    }
}

extension JSON: Codable {
    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let integer = try? value.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .boolean(let boolean): try value.encode(boolean)
        case .integer(let integer): try value.encode(integer)
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        case .list(let list): try value.encode(list)
        case .object(let members): try value.encode(members)
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral
{
    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .boolean(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(dictionaryLiteral elements: (String, JSON)...) { self = .object(Dictionary(elements) { _, last in last }) }
    init(arrayLiteral elements: JSON...) { self = .list(elements) }
}
