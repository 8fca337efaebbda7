/// The records of a workbook stream, one after the other ([MS-XLS] 2.1.4): a kind, a length, the contents.
struct BiffRecords: Sequence, IteratorProtocol {
    /// The kinds that are read; the numbers are those of [MS-XLS] 2.3.
    enum Kind: Int {
        case formula = 0x06, end = 0x0A, dateMode = 0x22, password = 0x2F, carriedOn = 0x3C, codePage = 0x42
        case columnFormat = 0x7D, sheet = 0x85, manyNumbers = 0xBD, richText = 0xD6, cellFormat = 0xE0, merged = 0xE5
        case sharedTexts = 0xFC, sharedText = 0xFD, number = 0x203, text = 0x204, boolean = 0x205, formulaText = 0x207
        case row = 0x208, shortNumber = 0x27E, numberFormat = 0x41E, begin = 0x809
    }

    struct Record {
        let kind: Kind?
        /// The contents, with those of the records that carry it on: a text may be cut between them.
        let parts: [ArraySlice<UInt8>]
        var body: LittleEndian { LittleEndian(parts.first ?? []) }
    }

    private let stream: [UInt8]
    private var position: Int

    init(_ stream: [UInt8], from position: Int = 0) {
        self.stream = stream
        self.position = position
    }

    mutating func next() -> Record? {
        guard let first = take() else { return nil }
        var parts = [first.contents]
        while let (code, length) = header(), code == Kind.carriedOn.rawValue, first.code != Kind.carriedOn.rawValue {
            parts.append(stream[(position + 4)..<(position + 4 + length)])
            position += 4 + length
        }
        return Record(kind: Kind(rawValue: first.code), parts: parts)
    }

    private mutating func take() -> (code: Int, contents: ArraySlice<UInt8>)? {
        guard let (code, length) = header() else { return nil }
        defer { position += 4 + length }
        return (code, stream[(position + 4)..<(position + 4 + length)])
    }

    /// The kind and the length of the next record, when the stream holds all of it.
    private func header() -> (code: Int, length: Int)? {
        guard position >= 0, position + 4 <= stream.count else { return nil }
        let code = Int(stream[position]) | Int(stream[position + 1]) << 8
        let length = Int(stream[position + 2]) | Int(stream[position + 3]) << 8
        return position + 4 + length <= stream.count ? (code, length) : nil
    }
}
