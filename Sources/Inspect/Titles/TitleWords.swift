internal import Foundation

/// The words of a column title: without case, accents, punctuation, little words and plurals, so that titles can be compared.
struct TitleWords: Hashable {
    let words: [String]
    var set: Set<String> { Set(words) }
    /// All words in one: `numsiret`.
    var joined: String { words.joined() }

    init(_ title: String) {
        // `LIBEL,C,254` is a dBase title: its name, type and width.
        let name = title.replacing(DBaseTitle.pattern) { String($0.output.1) }
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        // `nomBeneficiaire` is two words; folding has lost the capitals, so they are looked for before.
        let pieces = Self.cut(name).map { $0.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil) }
        let all = plain.isEmpty ? [] : pieces.map { Self.singular($0.replacing("œ", with: "oe")) }
        let kept = all.filter { !Self.little.contains($0) }
        words = kept.isEmpty ? all : kept
    }

    /// Words at spaces, punctuation, underscores, and where a capital follows a small letter or a digit meets a letter.
    private static func cut(_ title: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var last: Character?
        for character in title {
            let isWord = character.isLetter || character.isNumber
            let turns = last.map { ($0.isLowercase && character.isUppercase) || ($0.isLetter && character.isNumber) } ?? false
            if !isWord || turns, !piece.isEmpty {
                pieces.append(piece)
                piece = ""
            }
            if isWord { piece.append(character) }
            last = character
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    private static func singular(_ word: String) -> String {
        word.count > 3 && (word.hasSuffix("s") || word.hasSuffix("x")) ? String(word.dropLast()) : word
    }

    private static let little: Set<String> = [
        "de", "la", "le", "les", "du", "des", "l", "d", "et", "en", "au", "aux", "a", "un", "une", "the", "of", "par", "pour",
        "sur",
        "s", "ou", "dont", "dans", "laquelle", "est",
    ]

    /// What a title can be about, as far as types go.
    enum Subject { case siret, siren, postcode, insee, date, year, code, amount, rate, birth }

    /// Whether the title has a word of the subject.
    func says(_ subject: Subject) -> Bool {
        !set.isDisjoint(with: Self.vocabulary[subject] ?? []) || (subject == .code && words.contains { $0.hasPrefix("cod") })
    }

    /// Written as they are, kept as the words of a title are: « taux » has lost its x there too.
    private static let vocabulary: [Subject: Set<String>] = spoken.mapValues { Set($0.map(singular)) }

    private static let spoken: [Subject: Set<String>] = [
        .siret: ["siret"], .siren: ["siren"],
        .postcode: ["cp", "postal", "postale", "codepostal", "codpost"],
        .insee: ["insee", "codinsee", "codeinsee", "codcom", "codcomm", "codecommune"],
        .date: ["date", "jour", "convention", "periode", "notification", "debut", "fin", "naissance", "notif"],
        .year: ["annee", "an", "exercice", "millesime", "year"],
        .code: [
            "code", "num", "numero", "n", "no", "ref", "reference", "id", "identifiant", "siret", "siren", "nature", "fonction",
            "sousfonction", "sou", "compte", "article", "chapitre", "insee", "cp", "matricule", "lot", "famille", "sfamille",
            "fid", "uid", "quartier", "canton",
        ],
        .amount: [
            "montant", "mt", "budget", "somme", "prix", "bp", "ca", "subvention", "cout", "depense", "recette", "execute",
            "realise", "vote", "credit", "total", "eur", "euro", "tarif", "valeur", "ht", "ttc", "propose", "proposee", "amount",
        ],
        .birth: ["naissance", "nais", "ne", "nee", "birth"],
        .rate: ["pourcentage", "pct", "taux", "part", "ratio", "percent", "rate"],
    ]
}

/// A column title as dBase files export it: name, type, width, and decimals of a number.
enum DBaseTitle {
    static var pattern: Regex<(Substring, Substring)> { #/^([^,]+),[CNDLFM],\d+(?:,\d+)?$/# }

    /// The name alone, or nothing when the title is another.
    static func name(of title: String) -> String? {
        title.wholeMatch(of: pattern).map { String($0.output.1) }
    }
}
