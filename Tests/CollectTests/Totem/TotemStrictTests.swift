import DuckDB
import Foundation
import Support
import Testing

@testable import Collect

@Suite(
    "TOTEM, strict",
    .enabled(if: SharedFiles.arePresent(for: "TOTEM, strict")))
struct TotemStrictTests {
    @Test(
        "gives the reference conversion byte for byte",
        arguments: [
            "BP2022_M14_crach_lotissement", "BP2022_M14_crach_principal", "BP2022_M43_saint-malo-agglo_transport",
            "CFU2023_M57A_mohon",
        ])
    func reference(_ name: String) async throws {
        let answer = try await TotemSample.real.convert("totem/\(name).xml", mode: "strict")
        let reference = TotemSample.real.folder.appendingPathComponent("totem/\(name).scdl-reference.csv")
        #expect(answer.csv == (try Data(contentsOf: reference)))
        #expect(answer.findings("totem.deduced").isEmpty)
    }

    @Test(
        "leaves chapters and sections empty where the file does",
        arguments: [
            ("BP2022_M14_crach_lotissement", 21, 7, 7), ("BP2022_M14_crach_principal", 201, 53, 53),
            ("BP2022_M43_saint-malo-agglo_transport", 123, 25, 27), ("CA2016_M14_montreuil_principal", 1461, 0, 14),
            ("CFU2023_M57A_mohon", 163, 36, 40),
        ])
    func gaps(_ name: String, kept: Int, withoutChapter: Int, withoutSection: Int) async throws {
        let rows = try await TotemSample.real.convert("totem/\(name).xml", mode: "strict").rows
        #expect(rows.count == kept)
        #expect(rows.count { $0.text("BGT_CONTNAT") == nil } == withoutChapter)
        #expect(rows.count { $0.text("BGT_SECTION") == nil } == withoutSection)
    }
}
