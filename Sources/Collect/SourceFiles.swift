internal import Foundation
internal import Territory

/// Finds the files that a source names: one path, or a pattern, always inside the territory.
enum SourceFiles {
    /// Larger files are refused: a town's largest export is a hundred times smaller.
    static let sizeLimit = 16 << 30

    /// The files that match, in the order of their names.
    static func matching(_ pattern: Value, in folder: Confinement) throws(CollectFault) -> [URL] {
        let text = pattern.text ?? ""
        guard folder.admits(pattern: text) else { throw CollectFault(.noFile, subject: text, at: pattern.place) }
        let files = expand(folder.folder.path + "/" + text).compactMap { folder.locate($0) }.filter { !isFolder($0) }
        guard !files.isEmpty else { throw CollectFault(.noFile, subject: text, at: pattern.place) }
        for file in files where size(of: file) > sizeLimit {
            throw CollectFault(
                .tooLarge, subject: folder.relative(file), at: pattern.place, ["limit": Bilingual("\(sizeLimit >> 30) Go")])
        }
        return files
    }

    /// A path without wildcard is taken as it is, so that a file called `a[1].csv` can be named.
    private static func expand(_ pattern: String) -> [String] {
        if FileManager.default.fileExists(atPath: pattern) { return [pattern] }
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(pattern, 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { index in found.gl_pathv[index].map { String(cString: $0) } }
    }

    private static func isFolder(_ file: URL) -> Bool {
        (try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }

    private static func size(of file: URL) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
    }
}
