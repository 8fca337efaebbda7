internal import Territory

/// What is said of archives.
enum ArchiveMessages {
    static func chosen(_ name: String, in archive: String, others: Int) -> Bilingual {
        others == 0
            ? Bilingual(fr: "\(archive) : « \(name) » lu", en: "\(archive): \"\(name)\" read")
            : Bilingual(
                fr: "\(archive) : « \(name) » lu, la seule table de l'archive",
                en: "\(archive): \"\(name)\" read, the only table of the archive")
    }

    /// Names for a sentence, twenty at most.
    static func names(_ names: [String]) -> Bilingual {
        guard !names.isEmpty else { return Bilingual(fr: "rien", en: "nothing") }
        let shown = names.prefix(20).joined(separator: ", "), rest = names.count - 20
        return rest > 0 ? Bilingual(fr: "\(shown) et \(rest) autres", en: "\(shown) and \(rest) more") : Bilingual(shown)
    }

    static func limit(_ limits: ZipArchive.Limits) -> Bilingual {
        let megabytes = limits.unpackedBytes >> 20
        return Bilingual(
            fr: "\(megabytes) Mo une fois décompressé, rapport de \(limits.ratio)",
            en: "\(megabytes) MB once unpacked, ratio of \(limits.ratio)")
    }
}
