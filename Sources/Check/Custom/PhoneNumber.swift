internal import Foundation
internal import Territory

/// `phone-number-value`: a French number, short ones included, or an international one.
struct PhoneNumber: CustomCheck {
    static let name = "phone-number-value"
    static let kinds = [invalid]
    static let invalid = FindingKind(
        code: "check.phone-number", severity: .error,
        what: Bilingual(
            fr: "« {value} » n'est pas un numéro de téléphone dans « {field} »",
            en: "\"{value}\" is no phone number in \"{field}\""),
        remedy: Bilingual(
            fr: "Écrivez dix chiffres (01 99 00 27 37), le format international (+33 1 99 00 27 37) ou un numéro court (3949)",
            en: "Write ten digits (01 99 00 27 37), the international form (+33 1 99 00 27 37) or a short number (3949)"))

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        guard let cell = parameters.cell(in: view) else { return .none }
        guard cell.field.type == StringType.name else { return CompiledCheck(rules: [Rule(invalid, cell, where: "true")]) }
        let plain = #"(?:(?:\+|00)33[ .\-]?|0)\#(NumberingPlan.spaced)"#
        let condition = "NOT regexp_full_match(\(cell.text), \(constant(plain)))"
        return CompiledCheck(rules: [Rule(invalid, cell, where: condition, confirm: { !NumberingPlan.admits($0) })])
    }
}

/// The French numbering plan (Arcep decision 2018-0881), and what E.164 says of the others.
enum NumberingPlan {
    /// The commonest: a geographic or mobile number, in pairs or not.
    static let spaced = #"(?:[13](?:[ .\-]?[0-9]){8}|6[ .\-]?[0-24-8](?:[ .\-]?[0-9]){7})"#

    private static let national = [
        #"(?:26[013-9]|59[1-35-9])\d{6}"#, #"(?:[13]\d|2[0-57-9]|4[1-9]|5[0-8])\d{7}"#,
        #"(?:6(?:[0-24-8]\d|3[0-8]|9[589])|7[3-9]\d)\d{6}"#, #"80\d{7}"#, #"8(?:1\d|2\d|3[0-57-9]|4[024]|[5689]\d)\d{6}"#,
        #"836\d{6}"#, #"9\d{8}"#,
    ].joined(separator: "|")

    private static let short = [
        #"1(?:0\d\d|1(?:[02459]|6(?:00[06]|11[17])|8\d{3})|[578]|9[167])"#, #"2(?:0(?:00|2)0|24)"#, #"[3-8]\d{4}"#, #"3\d{3}"#,
        #"6(?:1[14]|34)"#, #"7(?:0[06]|22|40)"#,
    ].joined(separator: "|")

    /// Country codes of ITU-T E.164 without the French ones, then seven to thirteen digits.
    private static let foreign =
        #"(?:1[2-9]\d{2}[2-9]\d{6}|7\d{10}|(?:2[07]|3[0-24-69]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])\d{7,12}"#
        + #"|(?:2(?:1[1-368]|[2-5]\d|6\d|9[017-9])|3(?:5\d|7[0-8]|8[0-35-79])|42[013]|50\d|59\d|6[78]\d|69[0-2]"#
        + #"|8(?:0[08]|5[02356]|7[08]|8\d)|9(?:6[0-8]|7[0-79]|9[2-68]))\d{5,12})"#

    /// Reads a number as people write it: what stands before the first digit is passed over.
    static func admits(_ text: String) -> Bool {
        guard let start = text.firstIndex(where: { $0 == "+" || $0.isNumber }) else { return false }
        let number = text[start...]
        guard !number.contains(where: \.isLetter) else { return false }
        var digits = number.compactMap { $0.wholeNumberValue.map(String.init) }.joined()
        let isInternational = number.hasPrefix("+") || digits.hasPrefix("00")
        if digits.hasPrefix("00") { digits.removeFirst(2) }
        if !isInternational, matches(digits, short) { return true }
        if digits.hasPrefix("33"), isInternational || digits.count == 11 {
            let rest = digits.dropFirst(2)
            return matches(String(rest.hasPrefix("0") ? rest.dropFirst() : rest), national)
        }
        if isInternational { return matches(digits, foreign) }
        return matches(digits.hasPrefix("0") ? String(digits.dropFirst()) : digits, national)
    }

    private static func matches(_ digits: String, _ pattern: String) -> Bool {
        digits.range(of: "^(?:\(pattern))$", options: .regularExpression) != nil
    }
}
