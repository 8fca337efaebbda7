internal import Foundation

extension String {
    /// Letters and digits only, without case and accents: what is left of a title or a value when two ways of writing it are
    /// compared.
    package var plainLetters: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).filter { $0.isLetter || $0.isNumber }
    }
}
