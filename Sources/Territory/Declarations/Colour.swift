internal import Foundation

/// A colour as a page writes it, `#0b5f8a`, and how well it is read on another (WCAG 2.2, relative luminance and contrast ratio).
package struct Colour: Sendable, Hashable, CustomStringConvertible {
    private let parts: [UInt8]

    /// The form, for the shape of a key.
    static let pattern = "#[0-9a-fA-F]{6}"

    package init?(_ text: String) {
        guard text.wholeMatch(of: #/#[0-9a-fA-F]{6}/#) != nil, let number = UInt32(text.dropFirst(), radix: 16) else {
            return nil
        }
        parts = [UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
    }

    private init(parts: [UInt8]) { self.parts = parts }

    package var description: String { "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    private var luminance: Double {
        let linear = parts.map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// From 1 to 21.
    package func contrast(with other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The nearest one, darker or lighter, that can be read on a ground.
    package func readable(on ground: Colour, contrast wanted: Double) -> Colour {
        let goal: Double = ground.luminance > 0.5 ? 0 : 255
        let mixed = (0...100).map { step in
            Colour(parts: parts.map { UInt8((Double($0) + (goal - Double($0)) * Double(step) / 100).rounded()) })
        }
        return mixed.first { $0.contrast(with: ground) >= wanted } ?? mixed[100]
    }
}
