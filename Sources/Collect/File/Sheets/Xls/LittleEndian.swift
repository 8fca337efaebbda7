/// Bytes of the old Microsoft formats, whose numbers have their low byte first. Beyond the end everything is 0: a damaged file
/// gives wrong values, which are looked at, never a crash.
struct LittleEndian: Sendable {
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    var count: Int { bytes.count }

    func byte(_ offset: Int) -> Int {
        offset >= 0 && offset < bytes.count ? Int(bytes[bytes.startIndex + offset]) : 0
    }

    func short(_ offset: Int) -> Int { byte(offset) | byte(offset + 1) << 8 }

    func word(_ offset: Int) -> Int { short(offset) | short(offset + 2) << 16 }

    /// A double-precision number.
    func double(_ offset: Int) -> Double {
        Double(bitPattern: UInt64(word(offset)) | UInt64(word(offset + 4)) << 32)
    }

    /// The bytes of a part, as far as there are some.
    func part(_ offset: Int, _ length: Int) -> ArraySlice<UInt8> {
        guard offset >= 0, length > 0, offset < bytes.count else { return [] }
        let start = bytes.startIndex + offset
        return bytes[start..<min(start + length, bytes.endIndex)]
    }
}
