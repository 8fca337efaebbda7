package import Foundation

/// The real files of French towns, which lie beside the repository and not in it.
///
/// A public clone has none: the suites that need them then say that they were left out, once each. Where they must be there
/// (`LAVOIR_SHARED=required`, as in CI), their absence is a failure.
package enum SharedFiles {
    private static let root = Repository.folder.deletingLastPathComponent().appending(path: "shared/data")

    /// Whether the real files are there. Says so, with the suite's name, when they are not.
    package static func arePresent(for suite: String) -> Bool {
        if FileManager.default.fileExists(atPath: root.path) { return true }
        if ProcessInfo.processInfo.environment["LAVOIR_SHARED"] == "required" { return true }
        print("LEFT OUT: \(suite) needs the real files of ../shared/data, which are not here")
        return false
    }

    /// A file or folder of `shared/data`.
    package static func file(_ path: String) -> URL { root.appending(path: path) }
}

/// This repository.
package enum Repository {
    package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL

    /// The extensions that `scripts/bootstrap` fetched.
    package static var extensions: String { folder.appending(path: ".vendor/ext").path }
}
