/// Writes events of `JSONStream` back as compact JSON text: what a cell holds of a list.
struct JSONText {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    mutating func begin(_ container: JSONStream.Container) {
        separate()
        bytes.append(UInt8(ascii: container == .object ? "{" : "["))
        needsComma = false
    }

    mutating func end(_ container: JSONStream.Container) {
        bytes.append(UInt8(ascii: container == .object ? "}" : "]"))
        needsComma = true
    }

    mutating func key(_ name: [UInt8]) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    mutating func value(_ value: [UInt8], _ kind: JSONStream.Scalar) {
        separate()
        if kind == .text { quote(value) } else { bytes.append(contentsOf: value) }
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func quote(_ text: [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0..<0x20: bytes += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Texts as a JSON list.
    static func list(_ texts: [String]) -> [UInt8] {
        var text = JSONText()
        text.begin(.array)
        for item in texts { text.value(Array(item.utf8), .text) }
        text.end(.array)
        return text.bytes
    }
}
