/// The container of old Office files: a small file system of sectors and chains ([MS-CFB] 2). Held in memory, a chain never
/// longer than the file.
struct CompoundFile {
    /// The container is damaged.
    struct Damaged: Error { let detail: String }

    private struct Entry {
        let name: String
        let start: Int
        let size: Int
        let isRoot: Bool
    }

    private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let endOfChain = 0xFFFF_FFFA

    private let file: LittleEndian
    private let sectorSize: Int
    private let shortSize: Int
    /// Streams below this size lie in the short sectors of the root's stream.
    private let cutoff: Int
    private var next: [Int] = []
    private var shortNext: [Int] = []
    private var shortStream: ArraySlice<UInt8> = []
    private var entries: [Entry] = []

    init(_ bytes: [UInt8]) throws(Damaged) {
        file = LittleEndian(bytes[...])
        guard bytes.starts(with: Self.signature) else { throw Damaged(detail: "signature") }
        let shifts = (file.short(30), file.short(32))
        guard shifts.0 == 9 || shifts.0 == 12, shifts.1 == 6 else { throw Damaged(detail: "sectors") }
        sectorSize = 1 << shifts.0
        shortSize = 1 << shifts.1
        cutoff = file.word(56)
        next = try allocation()
        entries = Self.entries(in: LittleEndian(try chain(file.word(48))[...]))
        shortNext = Self.words(in: LittleEndian(try chain(file.word(60))[...]))
        if let root = entries.first(where: \.isRoot) { shortStream = try chain(root.start)[...] }
    }

    var names: [String] { entries.map(\.name) }

    /// A stream by its name; nothing when the file has none.
    func stream(_ name: String) throws(Damaged) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.name.lowercased() == name.lowercased() && !$0.isRoot }) else { return nil }
        let whole = entry.size < cutoff ? try shortChain(entry.start) : try chain(entry.start)
        guard whole.count >= entry.size else { throw Damaged(detail: entry.name) }
        return Array(whole.prefix(entry.size))
    }

    /// The sector that follows each sector: the table lies in sectors listed in the header and, for large files, further ones.
    private func allocation() throws(Damaged) -> [Int] {
        var sectors = (0..<109).map { file.word(76 + 4 * $0) }
        var further = file.word(68)
        var steps = 0
        while further < Self.endOfChain {
            let list = LittleEndian(file.part((further + 1) * sectorSize, sectorSize))
            sectors += (0..<(sectorSize / 4 - 1)).map { list.word(4 * $0) }
            further = list.word(sectorSize - 4)
            steps += 1
            guard steps <= file.count / sectorSize else { throw Damaged(detail: "chain") }
        }
        let used = sectors.filter { $0 < Self.endOfChain }
        guard used.count <= file.count / sectorSize else { throw Damaged(detail: "table") }
        return used.flatMap { Self.words(in: LittleEndian(file.part(($0 + 1) * sectorSize, sectorSize))) }
    }

    private func chain(_ start: Int) throws(Damaged) -> [UInt8] {
        try Self.follow(start, next, limit: file.count / sectorSize + 1) { file.part(($0 + 1) * sectorSize, sectorSize) }
    }

    private func shortChain(_ start: Int) throws(Damaged) -> [UInt8] {
        let stream = LittleEndian(shortStream)
        return try Self.follow(start, shortNext, limit: stream.count / shortSize + 1) { stream.part($0 * shortSize, shortSize) }
    }

    private static func follow(
        _ start: Int, _ next: [Int], limit: Int, _ part: (Int) -> ArraySlice<UInt8>
    ) throws(Damaged) -> [UInt8] {
        var bytes: [UInt8] = []
        var sector = start
        var steps = 0
        while sector < endOfChain {
            steps += 1
            guard steps <= limit, next.indices.contains(sector) else { throw Damaged(detail: "chain") }
            bytes += part(sector)
            sector = next[sector]
        }
        return bytes
    }

    private static func words(in bytes: LittleEndian) -> [Int] { (0..<(bytes.count / 4)).map { bytes.word(4 * $0) } }

    private static func entries(in directory: LittleEndian) -> [Entry] {
        (0..<(directory.count / 128)).compactMap { index in
            let entry = LittleEndian(directory.part(index * 128, 128))
            let length = min(max(0, entry.short(64) / 2 - 1), 31)
            let units = (0..<length).map { UInt16(entry.short(2 * $0)) }
            guard length > 0, [2, 5].contains(entry.byte(66)) else { return nil }
            return Entry(
                name: String(decoding: units, as: UTF16.self), start: entry.word(116), size: entry.word(120),
                isRoot: entry.byte(66) == 5)
        }
    }
}
