internal import DuckDB
package import Foundation
package import Territory

/// The serving copies of one machine.
package struct ServingCopies: Sendable {
    private let folder: URL
    private let lake: LakeStore
    private let layouts: [String: ServingLayout]

    /// - Parameters:
    ///   - folder: where the files are: `.lavoir/serving` of the territory.
    ///   - layouts: what datasets declare of their rows.
    package init(in folder: URL, of lake: LakeStore, layouts: [String: ServingLayout] = [:]) {
        self.folder = folder
        self.lake = lake
        self.layouts = layouts
    }

    /// The copies of a territory, where they are by rule.
    package init(_ territory: Territory, of lake: LakeStore) {
        let layouts = territory.datasets.map { ($0.name, ServingLayout($0)) }
        self.init(in: Self.folder(of: territory), of: lake, layouts: Dictionary(uniqueKeysWithValues: layouts))
    }

    /// Where a territory's copies are.
    package static func folder(of territory: Territory) -> URL { territory.folder.appending(path: ".lavoir/serving") }

    /// The copy of the current version, made now if it is not there. While another process holds the catalogue, the latest
    /// copy there is.
    package func current(_ dataset: String) async throws -> ServingCopy {
        do {
            let copies = self
            return try await lake.session(readOnly: true, patience: .seconds(3)) { session in
                guard let head = try session.head(of: dataset) else { throw LakeFault(.noVersion, subject: dataset) }
                return try copies.current(dataset, head, session) { try session.version(.number(head.version), of: dataset) }
            }
        } catch let fault as LakeFault where fault.isTransient {
            guard let latest = Self.latest(dataset, in: folder) else { throw fault }
            return latest
        }
    }

    /// The copies of the current versions, made now where they are not there; a dataset without a version has none. A dataset
    /// that cannot be copied does not keep the others from it.
    ///
    /// - Parameter failed: told of a dataset that could not be copied, and why.
    package func current(
        _ datasets: [String], patience: Duration = .seconds(3), failed: @escaping @Sendable (String, any Error) -> Void
    ) async throws -> [ServingCopy] {
        let copies = self
        return try await lake.session(readOnly: true, patience: patience) { session in
            let heads = try session.heads()
            var versions: [String: Version]?
            return datasets.compactMap { dataset in
                guard let head = heads[dataset] else { return nil }
                do {
                    return try copies.current(dataset, head, session) {
                        let known = try versions ?? session.currentVersions()
                        versions = known
                        guard let version = known[dataset] else { throw LakeFault(.noVersion, subject: dataset) }
                        return version
                    }
                } catch {
                    failed(dataset, error)
                    return nil
                }
            }
        }
    }

    /// The copy of any version that is kept, made from the lake if it is not there. A few of them stay.
    package func past(_ dataset: String, _ choice: VersionChoice) async throws -> ServingCopy {
        let copies = self
        return try await lake.session(readOnly: true) { session in
            let version = try session.version(choice, of: dataset)
            let folder = copies.folder.appending(path: "past")
            let copy = Self.copy(dataset, version.number, version.run, in: folder)
            if FileManager.default.fileExists(atPath: copy.file.path) { return copy }
            try copies.build(copy, version, session)
            Self.prune(folder, keeping: 8)
            return copy
        }
    }

    /// The latest copy on this machine, found without the lake.
    package static func latest(_ dataset: String, in folder: URL) -> ServingCopy? { latest(in: folder)[dataset] }

    /// The latest copy of each dataset that has one, by one look at the folder.
    package static func latest(in folder: URL) -> [String: ServingCopy] {
        Dictionary(grouping: all(in: folder), by: \.dataset).compactMapValues { copies in
            copies.max { ($0.version, time($0.file)) < ($1.version, time($1.file)) }
        }
    }

    /// - Parameter version: what a copy is made of; asked for only when one is to be made.
    private func current(
        _ dataset: String, _ head: Head, _ session: LakeSession, of version: () throws -> Version
    ) throws -> ServingCopy {
        let copy = Self.copy(dataset, head.version, head.run, in: folder)
        if FileManager.default.fileExists(atPath: copy.file.path) { return copy }
        try build(copy, try version(), session)
        // Older copies go; who reads one keeps it open.
        for older in Self.all(of: dataset, in: folder) where older.file != copy.file {
            try? FileManager.default.removeItem(at: older.file)
        }
        return copy
    }

    private func build(_ copy: ServingCopy, _ version: Version, _ session: LakeSession) throws {
        try FileManager.default.createDirectory(
            at: copy.file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try ServingBuild(copy: copy, version: version, layout: layouts[copy.dataset] ?? ServingLayout()).make(session)
    }

    /// The form of the files: one of another form is built anew.
    private static let form = "5"

    private static func copy(_ dataset: String, _ version: Int, _ run: String, in folder: URL) -> ServingCopy {
        ServingCopy(
            dataset: dataset, version: version, run: run,
            file: folder.appending(path: "\(dataset).\(version).\(run).\(form).duckdb"))
    }

    /// Every copy that may be read, or those of one dataset.
    private static func all(of dataset: String? = nil, in folder: URL) -> [ServingCopy] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.compactMap { name in
            let parts = name.split(separator: ".")
            guard parts.count == 5, parts[3] == form, parts[4] == "duckdb", let version = Int(parts[1]) else { return nil }
            if let dataset, parts[0] != dataset { return nil }
            return copy(String(parts[0]), version, String(parts[2]), in: folder)
        }
    }

    /// Forgets all but the copies read last.
    private static func prune(_ folder: URL, keeping limit: Int) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let files = names.filter { $0.hasSuffix(".duckdb") }.map { folder.appending(path: $0) }
        for file in files.sorted(by: { time($0) > time($1) }).dropFirst(limit) {
            try? FileManager.default.removeItem(at: file)
        }
    }

    private static func time(_ file: URL) -> Date {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        return attributes?[.modificationDate] as? Date ?? .distantPast
    }
}
