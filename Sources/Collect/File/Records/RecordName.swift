/// The name of a value in a record: the names on the way to it. `adresse`, `rue` is shown as `adresse.rue`, and is not the
/// name `adresse.rue` that a file may have as well.
struct RecordName: Hashable, Sendable {
    private static let separator: UInt8 = 0x1F
    private static let outer: UInt8 = 0x1E

    /// The names, UTF-8, one after the other.
    private var bytes: [UInt8] = []

    init() {}

    init(_ name: String) { bytes = Array(name.utf8) }

    var isEmpty: Bool { bytes.isEmpty }

    /// The name of what lies inside.
    func inner(_ name: some Collection<UInt8>) -> RecordName {
        var inner = self
        if !bytes.isEmpty { inner.bytes.append(Self.separator) }
        inner.bytes.append(contentsOf: name)
        return inner
    }

    func inner(_ name: String) -> RecordName { inner(Array(name.utf8)) }

    /// The name of something that stands around the record: never the same as a name inside it, though shown alike.
    var around: RecordName {
        var name = self
        name.bytes.insert(Self.outer, at: 0)
        return name
    }

    /// For people.
    var shown: String {
        String(
            decoding: bytes.compactMap { $0 == Self.outer ? nil : $0 == Self.separator ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    }
}
