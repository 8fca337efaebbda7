internal import Territory

/// How `cluster` tells that two names may be one: they share a key, or are neighbours and look alike.
enum NameKey: String, CaseIterable, Sendable {
    /// The words without case, accents nor punctuation, each once, in alphabetical order (OpenRefine's fingerprint).
    case fingerprint
    /// The pairs of letters, each once, in alphabetical order: typing mistakes of a letter twice or two words stuck.
    case ngram
    /// The sounds of French: `Lefèbvre`, `Lefebvre` and `Lefaivre`.
    case phonetic
    /// Alike enough by Jaro-Winkler, among neighbours in two alphabetical orders, from the first letter and from the last.
    case near

    /// The key of a name; for `near`, what is compared.
    func key(_ name: SQL) -> SQL {
        switch self {
        case .fingerprint, .near: Self.words(name)
        case .ngram: Self.pairs(name)
        case .phonetic: Self.sounds(name)
        }
    }

    /// Dots go, so that `S.P.A.` is `SPA`; other marks part words.
    private static func bare(_ name: SQL) -> SQL {
        let letters: SQL = "replace(replace(\(Text.folded(name)), 'œ', 'oe'), 'æ', 'ae')"
        return #"trim(regexp_replace(replace(\#(letters), '.', ''), '[^\p{L}\p{N}]+', ' ', 'g'))"#
    }

    private static func words(_ name: SQL) -> SQL {
        "array_to_string(list_sort(list_distinct(string_split(\(bare(name)), ' '))), ' ')"
    }

    private static func pairs(_ name: SQL) -> SQL {
        let text: SQL = "replace(\(bare(name)), ' ', '')"
        let cut: SQL = "list_transform(range(1, greatest(length(\(text)), 2)), lambda place: substr(\(text), place, 2))"
        return "array_to_string(list_sort(list_distinct(\(cut))), '')"
    }

    private static func sounds(_ name: SQL) -> SQL {
        spellings.reduce(words(name)) { text, rule in
            "regexp_replace(\(text), \(.constant(rule.0)), \(.constant(rule.1)), 'g')"
        }
    }

    /// Spellings of one sound, in the order they are replaced; letters said twice or not at all go last.
    private static let spellings = [
        ("ph", "f"), ("[ck]h", "k"), ("qu?", "k"), ("c([eiy])", #"s\1"#), ("c", "k"), ("g([eiy])", #"j\1"#), ("ge([ao])", #"j\1"#),
        ("eaux?|aux?", "o"), ("[ae]i[nm]|[iy]n|im", "1"), ("[ae][nm]", "2"), ("o[nm]", "3"), ("ai|ei|e[rz]\\b|et\\b", "e"),
        ("oeu|eu", "e"), ("ou", "u"), ("y", "i"), ("h", ""), ("[wv]", "v"), ("bv", "v"), ("z", "s"),
        (#"[estdxp]+\b"#, ""), ("aa+", "a"), ("bb+", "b"), ("dd+", "d"), ("ee+", "e"), ("ff+", "f"), ("gg+", "g"), ("kk+", "k"),
        ("ll+", "l"), ("mm+", "m"), ("nn+", "n"), ("pp+", "p"), ("rr+", "r"), ("ss+", "s"), ("tt+", "t"),
    ]
}
