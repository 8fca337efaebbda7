internal import CArchive
internal import Foundation

/// The name of a member as text. libarchive turns names into the encoding of the locale, and a program that sets none has
/// ASCII; a name without the mark of UTF-8 is in the code page of DOS, as programs on Windows write them.
enum MemberNameText {
    /// `LC_CTYPE_MASK`, a macro that Swift does not see.
    private static let characters: Int32 = 1
    /// Never freed and only read, from any thread.
    private nonisolated(unsafe) static let locale = newlocale(characters, "C.UTF-8", nil)

    /// Runs `body` in a locale of UTF-8, on this thread only.
    static func inUTF8<T>(_ body: () -> T) -> T {
        guard let locale else { return body() }
        let before = uselocale(locale)
        defer { uselocale(before) }
        return body()
    }

    static func of(_ entry: OpaquePointer) -> String {
        guard let bytes = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return "" }
        if let text = String(validatingCString: bytes) { return text }
        let dos = String.Encoding(rawValue: 0x8000_0400)
        return String(cString: bytes, encoding: dos) ?? String(cString: bytes)
    }
}
