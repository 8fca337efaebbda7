internal import Foundation

extension String {
    /// Letters and digits only, without case and accents: what is left of a title or a value when two ways of writing it are
    /// compared.
    package var plainLetters: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter { $0.isLetter || $0.isNumber }
    }

    /// Its words in letters and digits that any address and file name may hold: `Œuvres d'art` is `oeuvres`, `d`, `art`.
    package var plainWords: [String] {
        folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).replacing("œ", with: "oe")
            .replacing("æ", with: "ae").split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
    }
}
