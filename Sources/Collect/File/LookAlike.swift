internal import Foundation
internal import Territory

/// A file that is no table, or none that can be read: recognised by its first bytes, refused with a word that helps.
struct LookAlike: Sendable {
    /// What it is called.
    let name: Bilingual
    /// What to do instead; nothing when saving it in a known format is all there is to say.
    var advice: Bilingual?
    let recognises: @Sendable (FileStart) -> Bool

    func fault(for file: SourceFile) -> CollectFault {
        let subject = "\(file.name) (\(name.english))"
        guard let advice else {
            return CollectFault(.unknownFormat, subject: subject, at: file.place, ["expected": FormatChoice.expected])
        }
        return CollectFault(.lookAlike, subject: file.name, at: file.place, ["name": name, "advice": advice])
    }

    /// A new one takes its line here.
    static let all: [LookAlike] = [
        signature([0xD0, 0xCF, 0x11, 0xE0], "XLS"), signature([0x25, 0x50, 0x44, 0x46], "PDF"),
        signature([0x89, 0x50, 0x4E, 0x47], "PNG"), signature([0xFF, 0xD8, 0xFF], "JPEG"),
        LookAlike(name: Bilingual("SQLite")) { $0.begins(with: "SQLite format 3\0") && !GeoPackageFormat.recognises($0) },
    ]

    private static func signature(_ bytes: [UInt8], _ name: String) -> LookAlike {
        LookAlike(name: Bilingual(name)) { $0.begins(with: bytes) }
    }
}
