internal import Foundation

/// The texts that cells refer to by number. They lie in one block of bytes, so that a million of them cost their own length.
final class SharedStrings: XMLStream.TextListener {
    private static let byteLimit = 512 << 20
    private static let countLimit = 16 << 20

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var open: [Mark] = []
    private let tooLarge: CollectFault

    private enum Mark { case item, text, phonetic, other }

    init(subject: String) {
        tooLarge = CollectFault(.tooLarge, subject: subject, ["limit": SheetMessages.textLimit])
    }

    /// The UTF-8 of a text; empty when there is no such number.
    subscript(number: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(number) else { return [] }
        return bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
    }

    func start(_ element: XMLStream.Element) {
        switch element.name {
        case "si": open.append(.item)
        case "t": open.append(open.contains(.phonetic) ? .other : .text)
        case "rPh": open.append(.phonetic)
        default: open.append(.other)
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) throws {
        guard open.last == .text else { return }
        bytes.append(contentsOf: text)
        guard bytes.count <= Self.byteLimit else { throw tooLarge }
    }

    func end() throws {
        guard open.popLast() == .item else { return }
        guard ends.count < Self.countLimit else { throw tooLarge }
        EscapedText.resolve(&bytes, from: ends.last ?? 0)
        ends.append(bytes.count)
    }
}
