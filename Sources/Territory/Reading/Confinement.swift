package import Foundation

/// The border of a territory: no path a declaration gives may lead out of it, links included.
package struct Confinement: Sendable {
    package let folder: URL
    private let border: String

    package init(_ folder: URL) {
        self.folder = folder.standardizedFileURL
        border = Self.real(self.folder.path) ?? self.folder.path
    }

    /// The place of a path inside the territory, or nothing when it leaves it. The file need not exist.
    package func locate(_ path: String) -> URL? {
        let parts = path.split(separator: "/")
        guard !path.isEmpty, !path.contains("\0"), !path.hasPrefix("~"), !parts.contains("..") else { return nil }
        let whole = path.hasPrefix("/") ? path : folder.path + "/" + path
        return isInside(whole) ? URL(fileURLWithPath: whole).standardizedFileURL : nil
    }

    /// Whether a pattern of paths stays inside: its part before the first wildcard must, and `..` stands nowhere.
    package func admits(pattern: String) -> Bool {
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains("..") else { return false }
        let fixed = parts.prefix { !$0.contains(where: { "*?[{".contains($0) }) }.joined(separator: "/")
        return fixed.isEmpty ? !pattern.isEmpty && !pattern.hasPrefix("/") : locate(fixed) != nil
    }

    /// A path as the declarations write it: from the territory's folder, with slashes.
    package func relative(_ url: URL) -> String {
        let path = url.standardizedFileURL.path
        return path.hasPrefix(folder.path + "/") ? String(path.dropFirst(folder.path.count + 1)) : path
    }

    private func isInside(_ path: String) -> Bool {
        var ancestor = URL(fileURLWithPath: path).standardizedFileURL.path
        while ancestor != "/" {
            if let real = Self.real(ancestor) { return real == border || real.hasPrefix(border + "/") }
            // A link that leads nowhere leads nowhere inside either.
            if (try? FileManager.default.destinationOfSymbolicLink(atPath: ancestor)) != nil { return false }
            ancestor = (ancestor as NSString).deletingLastPathComponent
        }
        return false
    }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
