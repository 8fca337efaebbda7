import DuckDB
import Foundation
import Territory
import Testing

@testable import Collect

@Suite("Values of a sheet as text")
struct XlsxValueTests {
    @Test("each kind of value keeps what the sheet shows")
    func values() async throws {
        let answer = try await SheetSample.fixture("values").read()
        let values = Dictionary(uniqueKeysWithValues: answer.rows.map { ($0.text("cas") ?? "", $0.text("valeur")) })
        let expected: [String: String?] = [
            "siret": "21560046100085", "decimal": "1500.5", "tenth": "0.1", "whole": "12", "negative": "-3.25",
            "percent": "0.256", "zeros": "01000", "true": "true", "false": "false", "error": "#N/A",
            "text": "L'été & <l'eau>", "date": "2024-03-31", "datetime": "2024-03-31T14:30:00", "time": "14:30:00",
            "elapsed": "36:00:00", "serial-59": "1900-02-28", "serial-60": "1900-02-29", "serial-61": "1900-03-01",
            "builtin-14": "2024-03-31", "month": "2024-03-31", "locale": "2024-03-31", "euro": "45382", "red": "45382",
            "not-a-date": "-5", "rich": "gras et maigre", "formula": "2", "formula-text": "cas", "formula-empty": nil,
            "artefact": "1500", "exponent": "21560046100085", "small": "0.0015", "inline": "en ligne",
            "escaped": "a\r\nb _x0041_", "iso": "2024-03-31", "spaces": "  deux  ",
        ]
        #expect(values.count == expected.count)
        for (name, value) in expected { #expect(values[name] == value, "\(name)") }
        #expect(answer.notes.contains("2 formulas read"))
        #expect(answer.notes.contains("1 formulas without a saved value"))
        #expect(answer.notes.contains("1 cells in error"))
    }

    @Test("days may count from 1904")
    func epoch1904() async throws {
        let answer = try await SheetSample.fixture("epoch-1904").read()
        #expect(answer.column("jour") == ["2024-03-31", "2024-03-31T06:00:00"])
    }

    @Test(
        "a number is written without exponent and with 15 significant digits",
        arguments: [
            ("0", "0"), ("-0.0", "0"), ("1.0", "1"), ("007", "007"), ("12345678901234567890", "12345678901234567890"),
            ("1.2345678901234567E+16", "12345678901234600"), ("0.30000000000000004", "0.3"), ("9.9999999999999999", "10"),
            ("-1E-7", "-0.0000001"), ("1e3", "1000"), (".5", "0.5"), ("5.", "5"), ("abc", "abc"), ("-", "-"), ("1E", "1E"),
            ("1E999", "1E999"), ("1.5.2", "1.5.2"),
        ])
    func number(written: String, shown: String) {
        var bytes: [UInt8] = []
        CellText.appendNumber(Array(written.utf8), to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == shown)
    }

    @Test(
        "a date format is known by its letters",
        arguments: [
            ("General", NumberKind.number), ("0.00E+00", .number), ("#,##0.00\\ \"days\"", .number), ("[Red]0", .number),
            ("0_d", .number), ("yyyy-mm-dd", .date), ("[$-40C]mmm\\ yy", .date), ("mmmm", .date), ("h:mm AM/PM", .time),
            ("mm:ss.0", .time), ("[hh]:mm", .elapsed), ("0;\"d\"", .number), ("\"unclosed d", .number),
            ("[d", .number), ("\\", .number),
        ])
    func format(_ format: String, kind: NumberKind) {
        #expect(NumberKind(format: format) == kind)
    }

    @Test("a time that rounds to midnight belongs to the next day")
    func midnight() {
        #expect(CellDate(from1904: false).text(45382.999999999, as: .date) == "2024-04-01")
        #expect(CellDate(from1904: false).text(0, as: .time) == "00:00:00")
        #expect(CellDate(from1904: false).text(0, as: .date) == nil)
        #expect(CellDate(from1904: true).text(0, as: .date) == "1904-01-01")
        #expect(CellDate(from1904: false).text(2_958_465, as: .date) == "9999-12-31")
        #expect(CellDate(from1904: false).text(.nan, as: .date) == nil)
        #expect(CellDate(from1904: false).text(.infinity, as: .elapsed) == nil)
    }
}
