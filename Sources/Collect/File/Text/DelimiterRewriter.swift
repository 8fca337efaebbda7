/// Puts one byte in the place of a delimiter of several, so that everything behind it deals with one. The byte itself, which no
/// keyboard has, becomes a space where the text holds it.
struct DelimiterRewriter {
    let wanted: [UInt8]
    /// What may be the start of a delimiter, at the end of a block.
    private var held: [UInt8] = []

    init(_ wanted: [UInt8]) { self.wanted = wanted }

    /// Rewrites the text from `start` on; at the end of the file, what is held back as well.
    mutating func rewrite(_ text: inout [UInt8], from start: Int, isLast: Bool) {
        let block = held + text[start...]
        held = []
        text.removeSubrange(start...)
        var index = 0
        while index < block.count {
            let byte = block[index]
            if byte == wanted[0] {
                let rest = block[index...].prefix(wanted.count)
                if rest.elementsEqual(wanted) {
                    text.append(Dialect.unitSeparator)
                    index += wanted.count
                    continue
                }
                if !isLast, rest.count < wanted.count, wanted.starts(with: rest) {
                    held = Array(rest)
                    return
                }
            }
            text.append(byte == Dialect.unitSeparator ? 0x20 : byte)
            index += 1
        }
    }
}
