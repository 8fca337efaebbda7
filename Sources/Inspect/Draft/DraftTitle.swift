internal import Collect
internal import Foundation

/// A title for a draft: what the file says above its table, else the name of the file made readable.
struct DraftTitle {
    let text: String

    init(_ survey: Survey) {
        let said = survey.above.lazy.flatMap(\.cells).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .first { (6...120).contains($0.count) && $0.contains(where: \.isLetter) }
        let stem = (survey.file as NSString).deletingPathExtension.split { "_-. ".contains($0) }.joined(separator: " ")
        let name = said ?? stem
        text = name.isEmpty ? survey.file : name.prefix(1).uppercased() + name.dropFirst()
    }
}
