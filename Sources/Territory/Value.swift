/// A YAML value with its place. Maps keep their order.
package struct Value: Sendable, Hashable {
    /// What a value can be. A leading zero keeps a number text: `01380` is a postcode, not a quantity.
    package enum Content: Sendable, Hashable {
        case null
        case boolean(Bool)
        case integer(Int)
        case number(Double)
        case text(String)
        case list([Value])
        case map([Entry])
    }

    /// A key of a map, the place of the key, and its value.
    package struct Entry: Sendable, Hashable {
        package let key: String
        package let keyPlace: Place
        package let value: Value

        package init(key: String, keyPlace: Place, value: Value) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    package let content: Content
    package let place: Place
    /// A scalar as it stands in the file, without its quotes: `1.50` stays `1.50`. Nothing for lists, maps and null.
    package let written: String?

    package init(_ content: Content, at place: Place, written: String? = nil) {
        self.content = content
        self.place = place
        self.written = written ?? Self.plainText(of: content)
    }

    private static func plainText(of content: Content) -> String? {
        switch content {
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .text(let value): value
        case .null, .list, .map: nil
        }
    }
}

// Readers for values a `Reader` has already found to have their shape.
extension Value {
    /// The text, when the value is text.
    package var text: String? { if case .text(let text) = content { text } else { nil } }

    /// The whole number, when the value is one.
    package var integer: Int? { if case .integer(let integer) = content { integer } else { nil } }

    /// True or false, when the value is one of them.
    package var boolean: Bool? { if case .boolean(let boolean) = content { boolean } else { nil } }

    /// A number, whole or not.
    package var number: Double? {
        switch content {
        case .number(let number): number
        case .integer(let integer): Double(integer)
        default: nil
        }
    }

    /// The items, when the value is a list.
    package var list: [Value]? { if case .list(let list) = content { list } else { nil } }

    /// The entries in their order, when the value is a map.
    package var entries: [Entry]? { if case .map(let entries) = content { entries } else { nil } }

    /// Whether nothing is written.
    package var isNull: Bool { content == .null }

    /// The values of a list, or the value itself: the reader of `oneOrMany`. Null is none.
    package var oneOrMany: [Value] { isNull ? [] : list ?? [self] }

    /// The scalars of a list, or the one scalar, as written.
    package var texts: [String] { oneOrMany.compactMap(\.written) }

    /// The value under a key, when this is a map that has it.
    package subscript(key: String) -> Value? { entries?.first { $0.key == key }?.value }
}
