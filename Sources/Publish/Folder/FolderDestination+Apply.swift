internal import Foundation
internal import Territory

extension FolderDestination {
    package func apply(_ publication: Publication, _ memory: inout Memory, _ found: Found) throws {
        let difference = FolderDifference(publication, found, self), home = home(of: publication.sheet)
        sweep(home)
        // The sheet first: a folder left half written is known as ours by the next run.
        for (name, text) in difference.texts where name == "sheet.json" { try write(text, to: home.appending(path: name)) }
        for file in difference.copies { try copy(file, to: home) }
        for (name, text) in difference.texts where name != "sheet.json" { try write(text, to: home.appending(path: name)) }
        for name in difference.removed {
            try attempt(name) { try FileManager.default.removeItem(at: home.appending(path: name)) }
        }
        if let front = difference.front { try write(front, to: folder.appending(path: "index.html")) }
        if let catalogue = difference.catalogue { try write(catalogue, to: folder.appending(path: "catalog.ttl")) }
        memory.remote = publication.sheet.name
        memory.address = home.appending(path: "index.html").path
    }

    package func withdraw(_ publication: Publication, _ memory: inout Memory, _ found: Found) throws {
        let home = home(of: publication.sheet)
        for name in found.ours { try? FileManager.default.removeItem(at: home.appending(path: name)) }
        // What others put there keeps the folder.
        if (try? FileManager.default.contentsOfDirectory(atPath: home.path))?.isEmpty == true {
            try attempt(home.path) { try FileManager.default.removeItem(at: home) }
        }
        guard found.front?.contains(FrontPage.mark) ?? false else { return }
        let rest = found.neighbours.sorted { $0.name < $1.name }
        let front = FrontPage(rest, territory.name, languages).text
        try write(front, to: folder.appending(path: "index.html"))
        guard let address, found.catalogue != nil else { return }
        try write(FrontCatalogue(rest, found.graphs, territory, address).text, to: folder.appending(path: "catalog.ttl"))
    }

    private func copy(_ file: PublishedFile, to home: URL) throws {
        guard let source = file.file else { preconditionFailure("files are made before they are copied") }
        try place(home.appending(path: file.name)) { try FileManager.default.copyItem(at: source, to: $0) }
    }

    private func write(_ text: String, to file: URL) throws { try place(file) { try Data(text.utf8).write(to: $0) } }

    /// Writes beside, readable by all as a web server must, and renames.
    private func place(_ file: URL, _ fill: (URL) throws -> Void) throws {
        try attempt(file.path) {
            let manager = FileManager.default, home = file.deletingLastPathComponent()
            try manager.createDirectory(at: home, withIntermediateDirectories: true)
            let part = home.appending(path: ".lavoir-\(getpid())-\(file.lastPathComponent)")
            try? manager.removeItem(at: part)
            defer { try? manager.removeItem(at: part) }
            try fill(part)
            try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: part.path)
            guard rename(part.path, file.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        }
    }

    private func attempt(_ path: String, _ body: () throws -> Void) throws {
        do { try body() } catch {
            throw PublishFault(
                .notWritten, name, facts: ["what": Bilingual(path), "cause": Bilingual(error.localizedDescription)])
        }
    }

    /// Removes what a killed process left half written.
    private func sweep(_ home: URL) {
        for left in (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? [] where left.hasPrefix(".lavoir-") {
            try? FileManager.default.removeItem(at: home.appending(path: left))
        }
    }
}
