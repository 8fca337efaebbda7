/// The parameters of a query string, in their order, decoded (application/x-www-form-urlencoded).
struct Parameters: Sendable, Hashable {
    struct Item: Sendable, Hashable {
        let name: String
        let value: String
    }

    let items: [Item]

    init(_ items: [Item] = []) { self.items = items }

    init(query: String) {
        items = query.utf8.split(separator: UInt8(ascii: "&"), maxSplits: 1_000).map { part in
            let cut = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = cut == part.endIndex ? part[cut...] : part[part.index(after: cut)...]
            return Item(name: Self.decoded(part[..<cut]), value: Self.decoded(value))
        }
    }

    /// The last value given for a name.
    subscript(name: String) -> String? { items.last { $0.name == name }?.value }

    /// Every value given for a name.
    func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// The parameters without one.
    func without(_ name: String) -> Parameters { Parameters(items.filter { $0.name != name }) }

    /// The same for requests that ask the same: in the order of their names, repeated ones in their own.
    var normalised: String {
        let sorted = items.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
        return sorted.map { "\($0.element.name)\u{1F}\($0.element.value)" }.joined(separator: "\u{1E}")
    }

    /// A parameter that is a whole number; `standard` where it is absent.
    func number(_ name: String, _ range: ClosedRange<Int>, else standard: Int) throws(Refusal) -> Int {
        guard let text = self[name] else { return standard }
        guard let number = Int(text), range.contains(number) else {
            let (least, most) = (range.lowerBound, range.upperBound)
            throw .parameter(
                "Invalid value for \(name): \(text) was found but a number from \(least)\(most == .max ? "" : " to \(most)") is expected.",
                fr: "\(name) prend un nombre à partir de \(least)\(most == .max ? "" : ", \(most) au plus"), pas \(text).")
        }
        return number
    }

    /// Percent signs and pluses undone; bytes that are no UTF-8 become the replacement character.
    static func decoded(_ text: Substring.UTF8View) -> String {
        guard text.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(decoding: text, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap { Character(UnicodeScalar($0)).hexDigitValue }
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                bytes.append(UInt8(digits[0] << 4 | digits[1]))
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
