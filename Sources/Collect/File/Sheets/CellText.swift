/// Numbers of a sheet as text: shortest decimal form, no exponent, no trailing `.0`, no digit lost.
enum CellText {
    /// Excel shows 15 significant digits; the others are artefacts of binary fractions (1499.9999999999998 is 1500).
    private static let significantDigits = 15

    /// Appends what a number cell shows. What is no number is kept as it is written.
    static func appendNumber(_ written: [UInt8], to bytes: inout [UInt8]) {
        // A whole number written out is a code as often as an amount: it is never rounded.
        guard written.contains(where: { !isDigit($0) }), let number = Decimal(written) else {
            bytes.append(contentsOf: written)
            return
        }
        number.append(to: &bytes)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// `0.digits × 10^point`, without zeros at either end.
    private struct Decimal {
        private var isNegative = false
        private var digits: [UInt8] = []
        private var point = 0

        init?(_ written: [UInt8]) {
            var rest = written[...]
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
                isNegative = sign == UInt8(ascii: "-")
                rest.removeFirst()
            }
            let whole = rest.prefix(while: isDigit)
            rest = rest[whole.endIndex...]
            var fraction: ArraySlice<UInt8> = []
            let hasPoint = rest.first == UInt8(ascii: ".")
            if hasPoint {
                fraction = rest.dropFirst().prefix(while: isDigit)
                rest = rest[fraction.endIndex...]
            }
            guard !(whole.isEmpty && fraction.isEmpty), let exponent = Self.exponent(rest) else { return nil }
            digits = Array(whole + fraction)
            point = whole.count + exponent
            let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
            digits.removeFirst(zeros)
            point -= zeros
            if hasPoint || !rest.isEmpty { round() }
            while digits.last == UInt8(ascii: "0") { digits.removeLast() }
            if digits.isEmpty { (isNegative, point) = (false, 0) }
        }

        /// The exponent of `E+13`; 0 when there is none, nothing when it is not one.
        private static func exponent(_ rest: ArraySlice<UInt8>) -> Int? {
            guard let mark = rest.first else { return 0 }
            guard mark | 0x20 == UInt8(ascii: "e"), let value = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
                abs(value) <= 400
            else { return nil }
            return value
        }

        private mutating func round() {
            guard digits.count > significantDigits else { return }
            let up = digits[significantDigits] >= UInt8(ascii: "5")
            digits.removeSubrange(significantDigits...)
            guard up else { return }
            while digits.last == UInt8(ascii: "9") { digits.removeLast() }
            if digits.isEmpty {
                digits = [UInt8(ascii: "1")]
                point += 1
            } else {
                digits[digits.count - 1] += 1
            }
        }

        func append(to bytes: inout [UInt8]) {
            if isNegative { bytes.append(UInt8(ascii: "-")) }
            if point <= 0 { bytes.append(UInt8(ascii: "0")) }
            bytes.append(contentsOf: digits.prefix(max(0, point)))
            if point > digits.count { bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: point - digits.count)) }
            guard digits.count > max(0, point) else { return }
            bytes.append(UInt8(ascii: "."))
            if point < 0 { bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -point)) }
            bytes.append(contentsOf: digits.dropFirst(max(0, point)))
        }
    }
}
