internal import Foundation
internal import Territory

extension TotemConnector {
    /// The files inside the territory that a pattern names (`*`, `?`, `[…]`, `{…}`), sorted.
    static func files(_ pattern: String, in territory: Confinement) -> [URL] {
        guard territory.admits(pattern: pattern) else { return [] }
        var found = glob_t()
        defer { globfree(&found) }
        guard glob(escaped(territory.folder.path) + "/" + pattern, GLOB_BRACE | GLOB_NOSORT, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc))
            .compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
            .compactMap { territory.locate(territory.relative(URL(fileURLWithPath: $0))) }
            .sorted { $0.path < $1.path }
    }

    /// The folder's own name is no pattern.
    private static func escaped(_ path: String) -> String {
        path.map { "*?[]{}\\,".contains($0) ? "\\\($0)" : String($0) }.joined()
    }
}
