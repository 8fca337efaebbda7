internal import Foundation
internal import Territory

// Texts, and the bytes below.
extension JSONStream {
    /// Reads a text in quotes into `scratch`, escapes undone.
    func text() throws {
        at += 1
        scratch.removeAll(keepingCapacity: true)
        while true {
            if at == block.count, try !refill() { throw malformed(RecordMessages.endsEarly) }
            let rest = block[at...]
            let end = rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 } ?? rest.endIndex
            scratch.append(contentsOf: block[at..<end])
            guard scratch.count <= RecordTable.valueLimit else { throw malformed(RecordMessages.valueLimit) }
            at = end
            guard at < block.count else { continue }
            switch block[at] {
            case UInt8(ascii: "\""):
                at += 1
                return try scratch.withUnsafeBufferPointer { try TextStream.validate($0, at: 0) }
            case UInt8(ascii: "\\"):
                at += 1
                try escape()
            default: throw malformed(RecordMessages.controlCharacter)
            }
        }
    }

    private func escape() throws {
        let byte = try peek()
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): if let byte { scratch.append(byte) }
        case UInt8(ascii: "b"): scratch.append(0x08)
        case UInt8(ascii: "f"): scratch.append(0x0C)
        case UInt8(ascii: "n"): scratch.append(0x0A)
        case UInt8(ascii: "r"): scratch.append(0x0D)
        case UInt8(ascii: "t"): scratch.append(0x09)
        case UInt8(ascii: "u"): try scalar()
        case nil: throw malformed(RecordMessages.endsEarly)
        default: throw malformed(RecordMessages.badEscape)
        }
    }

    /// `\u` and what follows; half of a pair alone stands for no character and becomes U+FFFD, as the zero that no database
    /// keeps in a text.
    private func scalar() throws {
        var units = [try unit()]
        while let last = units.last, UTF16.isLeadSurrogate(last), try peek() == UInt8(ascii: "\\") {
            at += 1
            guard try peek() == UInt8(ascii: "u") else {
                scratch.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
                return try escape()
            }
            at += 1
            units.append(try unit())
        }
        let text = String(decoding: units.map { $0 == 0 ? 0xFFFD : $0 }, as: UTF16.self)
        scratch.append(contentsOf: text.utf8)
    }

    private func unit() throws -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = try peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw malformed(RecordMessages.badEscape)
            }
            unit = unit << 4 | UInt16(digit)
            at += 1
        }
        return unit
    }

    /// The next byte that is no space, without passing it; nil at the end.
    func skipSpace(orSeparator: Bool = false) throws -> UInt8? {
        while let byte = try peek() {
            switch byte {
            case 0x20, 0x09, 0x0D: break
            case 0x0A:
                line += 1
                lineStart = at + 1
            case 0x1E where orSeparator: break
            default: return byte
            }
            at += 1
        }
        return nil
    }

    func peek() throws -> UInt8? {
        if at == block.count, try !refill() { return nil }
        return block[at]
    }

    private func refill() throws -> Bool {
        lineStart -= block.count
        block.removeAll(keepingCapacity: true)
        at = 0
        // A block of two bytes may be a byte order mark alone.
        while block.isEmpty { guard try source.read(into: &block) else { return false } }
        return true
    }

    func unexpected(_ byte: UInt8?) -> Malformed {
        malformed(byte.map { RecordMessages.unexpected($0) } ?? RecordMessages.endsEarly)
    }

    func malformed(_ reason: Bilingual) -> Malformed {
        Malformed(reason: reason, line: line, column: at - lineStart + 1)
    }
}
