extension Engine {
    /// Closes the engine to everything outside but the files of some folders, for good: no other file is read or written, no
    /// extension loaded, no setting changed. What is attached stays open.
    ///
    /// - Parameter folders: absolute paths; files in them may still be attached and written.
    package func seal(within folders: [String]) async throws {
        let list = folders.map { literal($0.hasSuffix("/") ? $0 : $0 + "/") }.joined(separator: ", ")
        try await write { connection in
            try connection.execute("SET allowed_directories = [\(list)]")
            try connection.execute("SET enable_external_access = false")
            try connection.execute("SET lock_configuration = true")
        }
    }
}
