import Check
import Collect
import Foundation
import Testing

@testable import Lake
@testable import Prepare
@testable import Territory

@Suite("The codes of faults and findings")
struct CodesTests {
    /// Every code written in a declaration, with the file it stands in.
    private static let declared: [(code: String, path: String)] = House.sources.flatMap { file in
        file.lines.filter { $0.contains("Code(name: ") || $0.contains("code: ") }.flatMap { line in
            line.matches(of: #/static let \w+ = Code\(name: "([^"]+)"\)|^\s*code: "([^"]+)",/#).map {
                (String($0.1 ?? $0.2 ?? ""), file.path)
            }
        }
    }

    @Test("are dotted, and each is declared once")
    func unique() {
        #expect(Self.declared.count > 40)
        for (code, places) in Dictionary(grouping: Self.declared, by: \.code) {
            #expect(places.count == 1, "\(code): \(places.map(\.path))")
            #expect(code.contains(#/^[a-z]+\.[a-z0-9-]+$/#), "\(code)")
        }
    }

    private static let findings =
        connectors.flatMap { $0.findings } + Prepare.Registry.findings + StorageFindings.all
        + SchemaFindings.all

    @Test("of findings have a sentence and a remedy in both languages, about facts that a finding has")
    func findings() {
        #expect(Set(Self.findings.map(\.code)).count == Set(Self.findings).count)
        for kind in Self.findings {
            for text in [kind.what.french, kind.what.english, kind.remedy.french, kind.remedy.english] {
                #expect(!text.isEmpty, "\(kind.code)")
                let facts = text.matches(of: #/\{(\w+)\}/#).map { String($0.1) }
                #expect(Set(facts).isSubset(of: ["value", "field", "detail"]), "\(kind.code): \(text)")
            }
            #expect(kind.what.french != kind.what.english, "\(kind.code)")
        }
    }

    @Test("that the sources declare for findings are the registered ones")
    func registered() {
        let written = Set(
            House.sources.flatMap { file in
                file.lines.filter { $0.contains("severity:") }.compactMap {
                    $0.firstMatch(of: #/^\s*code: "([^"]+)", severity:/#).map { String($0.1) }
                }
            })
        #expect(written.subtracting(Self.findings.map(\.code)).isEmpty)
    }

    @Test("of territory problems and recipe faults have both languages, with the same facts in each")
    func kinds() {
        let problems = ProblemKind.all.map {
            ($0.code, [$0.what, $0.expected, $0.remedy, $0.remedyWithNearest].compactMap { $0 })
        }
        let faults = FaultKind.all.map { ($0.code, [$0.what, $0.cause, $0.remedy].compactMap { $0 }) }
        let all = problems + faults
        #expect(Set(all.map(\.0)).count == all.count)
        for (code, sentences) in all { for sentence in sentences { Self.check(sentence, code) } }
    }

    @Test("of the lake have a sentence and a remedy in both languages")
    func lake() {
        let codes = Self.declared.map(\.code).filter { $0.hasPrefix("lake.") }
        #expect(Set(LakeMessages.what.keys.map(\.name)) == Set(codes) && Set(LakeMessages.remedy.keys.map(\.name)) == Set(codes))
        for (code, sentence) in LakeMessages.what.map({ ($0.key.name, $0.value) })
            + LakeMessages.remedy.map({ ($0.key.name, $0.value) })
        {
            Self.check(sentence, code)
        }
    }

    private static func check(_ sentence: Bilingual, _ code: String) {
        #expect(!sentence.french.isEmpty && !sentence.english.isEmpty, "\(code)")
        let facts = [sentence.french, sentence.english].map { Set($0.matches(of: #/\{(\w+)\}/#).map { String($0.1) }) }
        #expect(facts[0] == facts[1], "\(code): \(facts)")
    }
}
