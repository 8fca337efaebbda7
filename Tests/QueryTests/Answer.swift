import DuckDB
import Foundation

/// A value as JSON has it: numbers are numbers, so that 3 and 3.0 are one, and rounding is forgiven.
enum Answer: Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([Answer])
    case object([String: Answer])

    init(_ value: SQLValue) {
        switch value {
        case .null: self = .null
        case .boolean(let flag): self = .boolean(flag)
        case .integer(let number): self = .number(Double(number))
        case .double(let number): self = .number(number)
        case .decimal(let digits): self = .number(Double(digits) ?? .nan)
        case .text(let text), .date(let text), .timestamp(let text): self = .text(text)
        case .blob(let bytes): self = .text("\(bytes)")
        case .list(let values): self = .list(values.map { Answer($0) })
        case .structure(let members):
            self = .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, Answer($0.value)) }))
        }
    }

    init(json: Any) {
        switch json {
        case let flag as Bool where CFGetTypeIDIsBoolean(json): self = .boolean(flag)
        case let number as NSNumber: self = .number(number.doubleValue)
        case let text as String: self = .text(text)
        case let list as [Any]: self = .list(list.map { Answer(json: $0) })
        case let object as [String: Any]: self = .object(object.mapValues { Answer(json: $0) })
        default: self = .null
        }
    }

    static func == (one: Answer, other: Answer) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.boolean(let one), .boolean(let other)): one == other
        case (.number(let one), .number(let other)): abs(one - other) <= 1e-6 * max(1, abs(one))
        case (.text(let one), .text(let other)): one == other
        case (.list(let one), .list(let other)): one == other
        case (.object(let one), .object(let other)): one == other
        default: false
        }
    }
}

/// `true` and `1` are both numbers to Foundation: only the description of the first is not one.
private func CFGetTypeIDIsBoolean(_ json: Any) -> Bool {
    guard let number = json as? NSNumber else { return json is Bool }
    return String(cString: number.objCType) == "c"
}
