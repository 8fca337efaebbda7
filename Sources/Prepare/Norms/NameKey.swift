internal import DuckDB
internal import Territory

/// How `cluster` tells that two names may be one: they share a key, or are neighbours and look alike.
enum NameKey: String, CaseIterable, Sendable {
    /// The words without case, accents nor punctuation, each once, in alphabetical order (OpenRefine's fingerprint).
    case fingerprint
    /// The pairs of letters, each once, in alphabetical order (OpenRefine's n-gram fingerprint): words cut or stuck together.
    case ngram
    /// The sounds of French: `Lefèbvre`, `Lefebvre` and `Lefaivre`.
    case phonetic
    /// Alike enough by Jaro-Winkler, among neighbours in two alphabetical orders, from the first letter and from the last.
    case near

    /// The key of a name; for `near`, what is compared.
    func key(_ name: SQL) -> SQL {
        switch self {
        case .fingerprint: Self.words(name)
        case .ngram: Self.pairs(name)
        case .phonetic: Self.sounds(name)
        case .near: Self.bare(name)
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

    /// Spellings of one sound, in the order they are replaced. Nasal vowels become digits, unless a vowel or a second n or m
    /// follows; letters said twice, and those not said at the end of a word, go last.
    private static let spellings =
        [
            ("ph", "f"), ("[ck]h", "k"), ("qu?", "k"), ("c([eiy])", #"s\1"#), ("c", "k"), ("ge([ao])", #"j\1"#),
            ("g([eiy])", #"j\1"#), (#"aul[tdx]\b|eaux?|aux?"#, "o"), ("[ae]i[nm]" + notVowel, #"1\1"#),
            ("[iy][nm]" + notVowel, #"1\1"#), ("[ae][nm]" + notVowel, #"2\1"#), ("o[nm]" + notVowel, #"3\1"#),
            (#"ai|ei|e[rz]\b|et\b|oeu|eu"#, "e"), ("ou", "u"), ("y", "i"), ("h", ""), ("w", "v"), ("bv", "v"), ("z", "s"),
            (#"[estdxp]+\b"#, ""),
        ] + "abdefgjklmnoprstuv".map { letter in ("\(letter)\(letter)+", String(letter)) }

    private static let notVowel = #"([^aeiouynm]|\b)"#
}
