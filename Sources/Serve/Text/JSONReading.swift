internal import Foundation

/// Reading, for sheets of the catalogue and bodies of requests. Members come in the order of their names.
extension JSON: Decodable {
    /// Nil when the text is no JSON (RFC 8259), or is nested too deeply.
    init?(reading text: String) {
        guard let value = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8)) else { return nil }
        self = value
    }

    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Name.self) {
            let names = members.allKeys.sorted { $0.stringValue < $1.stringValue }
            self = .object(
                try names.map { Member(name: $0.stringValue, value: try members.decode(JSON.self, forKey: $0)) })
            return
        }
        if var items = try? decoder.unkeyedContainer() {
            var list: [JSON] = []
            while !items.isAtEnd { list.append(try items.decode(JSON.self)) }
            self = .list(list)
            return
        }
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .boolean(flag)
        } else if let number = try? value.decode(Int.self) {
            self = .integer(number)
        } else if let number = try? value.decode(Double.self) {
            self = .double(number)
        } else {
            self = .text(try value.decode(String.self))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// The member of a name; null when there is none.
    subscript(name: String) -> JSON {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.name == name }?.value ?? .null
    }

    /// The items of a list.
    var items: [JSON] { if case .list(let items) = self { items } else { [] } }

    /// The members of an object.
    var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// A text.
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// A whole number.
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// A number.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}
