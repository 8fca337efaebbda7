internal import Territory

/// How much a file weighs, in words.
enum ByteCount {
    static func words(_ bytes: Int) -> Bilingual {
        switch bytes {
        case ..<10_000: Bilingual(fr: "\(bytes) octets", en: "\(bytes) bytes")
        case ..<10_000_000: Bilingual(fr: "\(bytes / 1_000) ko", en: "\(bytes / 1_000) kB")
        default: Bilingual(fr: "\(bytes / 1_000_000) Mo", en: "\(bytes / 1_000_000) MB")
        }
    }
}
