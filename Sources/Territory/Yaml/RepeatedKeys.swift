internal import Yams

/// Keys written twice in a map, masked one after another until the parser accepts the file.
///
/// Masking puts a private-use scalar in place of the key's first one, so that no column moves.
struct RepeatedKeys {
    /// The text with its masks.
    private(set) var text: String
    private var names: [Unicode.Scalar: String] = [:]
    private let source: SourceText
    private var spare: UInt32 = 0xE000
    private var lastMark: (Int, Int)?

    /// Past this many the file is not a declaration.
    private static let most = 20

    init(in source: SourceText) {
        self.source = source
        text = source.text
    }

    /// The name behind a mask.
    func name(of key: String) -> String { key.unicodeScalars.first.flatMap { names[$0] } ?? key }

    /// Masks the key at a mark; false when it cannot be masked or there are too many.
    mutating func mask(_ name: String, at mark: Mark) -> Bool {
        guard names.count < Self.most, lastMark.map({ $0 != (mark.line, mark.column) }) ?? true,
            let index = position(of: mark), let scalar = freeScalar()
        else { return false }
        var scalars = text.unicodeScalars
        scalars.replaceSubrange(index...index, with: [scalar])
        text = String(scalars)
        names[scalar] = name
        lastMark = (mark.line, mark.column)
        return true
    }

    /// The first scalar of the key: past the quote, never an anchor, a tag or an alias.
    private func position(of mark: Mark) -> String.Index? {
        let masked = SourceText(file: source.file, text: text)
        guard let index = masked.index(line: mark.line, scalar: mark.column) else { return nil }
        let scalars = masked.text.unicodeScalars
        if ["&", "!", "*", ":", "|", ">"].contains(scalars[index]) { return nil }
        guard ["\"", "'"].contains(scalars[index]) else { return index }
        let next = scalars.index(after: index)
        return next == scalars.endIndex || scalars[next] == scalars[index] ? nil : next
    }

    private mutating func freeScalar() -> Unicode.Scalar? {
        while spare < 0xF8FF, let scalar = Unicode.Scalar(spare) {
            spare += 1
            if !source.text.unicodeScalars.contains(scalar) { return scalar }
        }
        return nil
    }
}
