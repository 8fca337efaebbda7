internal import Foundation

/// Reads the texts of a record that may be carried on in others: where the characters of a text go on, a byte says anew
/// whether they take one byte or two ([MS-XLS] 2.5.293).
struct BiffText {
    private var parts: ArraySlice<ArraySlice<UInt8>>
    private var current: ArraySlice<UInt8>

    init(_ parts: [ArraySlice<UInt8>], skipping count: Int = 0) {
        self.parts = parts.dropFirst()
        current = parts.first ?? []
        skip(count)
    }

    var isAtEnd: Bool { current.isEmpty && parts.allSatisfy(\.isEmpty) }

    /// A text with its own length, which takes one byte or two: UTF-8, runs of format and phonetic parts left out.
    mutating func next(lengthBytes: Int) -> [UInt8] {
        let length = lengthBytes == 1 ? byte() : short()
        let flags = byte()
        let runs = flags & 8 != 0 ? short() : 0
        let extra = flags & 4 != 0 ? short() | short() << 16 : 0
        let text = characters(length, areWide: flags & 1 != 0)
        skip(4 * runs + extra)
        return text
    }

    private mutating func characters(_ length: Int, areWide: Bool) -> [UInt8] {
        var units: [UInt16] = []
        var areWide = areWide
        while units.count < length {
            if current.isEmpty {
                guard advance() else { break }
                areWide = byte() & 1 != 0
            }
            let count = min(length - units.count, areWide ? current.count / 2 : current.count)
            guard count > 0 else {
                current = []
                continue
            }
            let part = LittleEndian(current)
            units += (0..<count).map { UInt16(areWide ? part.short(2 * $0) : part.byte($0)) }
            current = current.dropFirst(areWide ? 2 * count : count)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    mutating func byte() -> Int {
        while current.isEmpty { guard advance() else { return 0 } }
        return Int(current.removeFirst())
    }

    mutating func short() -> Int { byte() | byte() << 8 }

    private mutating func skip(_ count: Int) {
        var rest = count
        while rest > 0 {
            if current.isEmpty { guard advance() else { return } }
            let step = min(rest, current.count)
            current = current.dropFirst(step)
            rest -= step
        }
    }

    private mutating func advance() -> Bool {
        guard let part = parts.popFirst() else { return false }
        current = part
        return true
    }
}
