/// Characters that XML cannot hold are written `_x000D_` in a workbook (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
enum EscapedText {
    private static let length = 7

    /// Puts the characters back into the text that starts at `start`. A nul is left out.
    static func resolve(_ bytes: inout [UInt8], from start: Int) {
        guard bytes.count - start >= length, bytes[start...].contains(UInt8(ascii: "_")) else { return }
        var resolved: [UInt8] = []
        var index = start
        while index < bytes.count {
            if let code = code(bytes, at: index) {
                if code != 0, let scalar = Unicode.Scalar(code) { resolved.append(contentsOf: Array(String(scalar).utf8)) }
                index += length
            } else {
                resolved.append(bytes[index])
                index += 1
            }
        }
        bytes.replaceSubrange(start..., with: resolved)
    }

    private static func code(_ bytes: [UInt8], at index: Int) -> UInt32? {
        guard bytes[index] == UInt8(ascii: "_"), index + length <= bytes.count, bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = bytes[(index + 2)..<(index + 6)]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
