internal import CLibXML2
internal import Foundation

// The attributes of an element.
extension XMLStream.Element {
    /// The value of an attribute without namespace; nothing when it is absent or empty.
    subscript(attribute: String) -> String? {
        guard let attributes else { return nil }
        for fields in stride(from: 0, to: count * 5, by: 5).lazy.map({ attributes + $0 })
        where Self.isNamed(fields[0], attribute) && fields[2] == nil {
            return Self.text(from: fields[3], to: fields[4])
        }
        return nil
    }

    /// The value of an attribute that stands in some namespace: `id` for `r:id`.
    func qualified(_ attribute: String) -> String? {
        guard let attributes else { return nil }
        for fields in stride(from: 0, to: count * 5, by: 5).lazy.map({ attributes + $0 })
        where Self.isNamed(fields[0], attribute) && fields[2] != nil {
            return Self.text(from: fields[3], to: fields[4])
        }
        return nil
    }

    /// The value of an attribute of one namespace; nothing when it is absent or empty.
    func value(_ attribute: String, in namespace: String) -> String? {
        guard let attributes else { return nil }
        for fields in stride(from: 0, to: count * 5, by: 5).lazy.map({ attributes + $0 })
        where Self.isNamed(fields[0], attribute) && Self.isNamed(fields[2], namespace) {
            return Self.text(from: fields[3], to: fields[4])
        }
        return nil
    }

    /// Every attribute that holds something: its name without prefix, its namespace, its value.
    var all: [(name: String, namespace: String, value: String)] {
        guard let attributes else { return [] }
        return stride(from: 0, to: count * 5, by: 5).compactMap { index in
            let fields = attributes + index
            guard let name = fields[0], let value = Self.text(from: fields[3], to: fields[4]) else { return nil }
            return (String(cString: name), fields[2].map { String(cString: $0) } ?? "", value)
        }
    }

    /// The bytes of an attribute without namespace, as they stand in the file: for readers of a million elements.
    func bytes(_ attribute: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let attributes else { return nil }
        for index in stride(from: 0, to: count * 5, by: 5) {
            let fields = attributes + index
            guard let name = fields[0], fields[2] == nil, let start = fields[3], let end = fields[4], end > start,
                name.pointee == attribute.utf8Start.pointee,
                strncmp(
                    UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self),
                    UnsafeRawPointer(attribute.utf8Start).assumingMemoryBound(to: CChar.self), attribute.utf8CodeUnitCount + 1
                )
                    == 0
            else { continue }
            return UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }

    private static func isNamed(_ name: UnsafePointer<xmlChar>?, _ attribute: String) -> Bool {
        guard let name else { return false }
        return attribute.withCString { strcmp(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), $0) == 0 }
    }

    private static func text(from start: UnsafePointer<xmlChar>?, to end: UnsafePointer<xmlChar>?) -> String? {
        guard let start, let end, end > start else { return nil }
        let text = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        // Without entity substitution libxml2 resolves every reference but the ampersand's own, which it leaves as
        // `&#38;` for a tree builder to resolve (parser.c, xmlParseAttValueComplex).
        return text.utf8.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
    }
}
