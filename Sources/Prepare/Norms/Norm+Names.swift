internal import DuckDB
internal import Territory

// Names of persons and of places: case only. The order of the words, the hyphens and the accents stay as written.
extension Norm {
    /// `DUPONT Jean-michel` is `Dupont Jean-Michel`; `de`, `du`, `des` and `d'` stay small: `DE GAULLE` is `de Gaulle`.
    static let person = Norm(word: "nom de personne", clean: Text.spaced) { name in
        titled(name, small: ["d'", "d’", "de", "des", "du"], evenFirst: true)
    } doubts: { name, _ in
        [Doubt(.wrongShape, #"regexp_matches(\#(name), '[\d@]')"#, "'nom de personne'")]
    }

    /// `LA ROCHE-SUR-YON` is `La Roche-sur-Yon`, `ST ETIENNE` is `Saint Etienne`: what is missing, hyphens and accents, comes
    /// from a list of places when the recipe names one.
    static let place = Norm(word: "nom de lieu", clean: Text.spaced) { name in
        titled(
            #"regexp_replace(\#(name), '(?i)(^|[ ''’-])st(e?s?)\.?([ -]|$)', '\1saint\2\3', 'g')"#,
            small: [
                "d'", "d’", "l'", "l’", "à", "au", "aux", "dans", "de", "des", "devant", "du", "en", "et", "la", "le", "les",
                "lès", "lez", "près", "sous", "sur",
            ], evenFirst: false)
    } doubts: { _, _ in
        []
    }

    /// What two spellings of a place share: letters without accents, hyphens, or the word saint cut short.
    static func placeKey(_ name: SQL) -> SQL {
        let bare: SQL = "regexp_replace(replace(replace(\(Text.folded(name)), 'œ', 'oe'), 'æ', 'ae'), '[^a-z0-9]+', ' ', 'g')"
        return #"trim(regexp_replace(\#(bare), '\bst(e?s?)\b', 'saint\1', 'g'))"#
    }

    /// Each word with its first letter in capital and the rest small.
    private static func titled(_ name: SQL, small: [String], evenFirst: Bool) -> SQL {
        let words = small.map { SQL.constant($0) }.joined(", ")
        let first: SQL = evenFirst ? "" : " AND place > 1"
        return #"""
            array_to_string(list_transform(regexp_extract_all(lower(\#(name)), \#
            '[dl][''’]|[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+'), lambda word, place: \#
            CASE WHEN word IN (\#(words))\#(first) THEN word ELSE upper(word[1]) || word[2:] END), '')
            """#
    }
}
