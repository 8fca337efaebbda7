internal import Foundation

/// The name of a member as its archive writes it. Never a path of ours.
struct MemberName: Sendable, Hashable {
    /// `FNM_CASEFOLD` of GNU, which Foundation does not bring.
    private static let ignoringCase: Int32 = 1 << 4

    /// As the archive has it.
    let written: String

    init(_ written: String) { self.written = written }

    private var parts: [Substring] { written.split { $0 == "/" || $0 == "\\" } }

    /// `..` or a drive: whoever unpacks it elsewhere would write outside. We do not, yet such an archive means harm.
    var leavesTheArchive: Bool { parts.contains("..") || written.dropFirst().hasPrefix(":") || written.contains("\0") }

    var isFolder: Bool { written.hasSuffix("/") || written.hasSuffix("\\") || written.isEmpty }

    /// What a Macintosh or a file manager adds.
    var isHidden: Bool { parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" || $0.lowercased() == "thumbs.db" } }

    /// For people: slashes, no control character, no leading slash.
    var shown: String {
        parts.joined(separator: "/").filter { !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
    }

    /// Its extension in lower case; letters and digits only, since it becomes part of a path.
    var kind: String { (shown as NSString).pathExtension.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }

    /// The name without extension, in lower case: what the files of a Shapefile share.
    var stem: String { (shown as NSString).deletingPathExtension.lowercased() }

    /// Whether a pattern names it: the whole, or its last part.
    func matches(_ pattern: String) -> Bool {
        let last = (shown as NSString).lastPathComponent
        return [shown, last].contains { $0 == pattern || fnmatch(pattern, $0, Self.ignoringCase) == 0 }
    }
}
