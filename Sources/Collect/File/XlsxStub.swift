internal import DuckDB
internal import Foundation
internal import Territory
enum SheetChoice { case name(String), number(Int), detect }
struct XlsxTable { let relation: Relation; let notes: [Bilingual] }
struct XlsxReader { let file: URL
  init(file: URL) { self.file = file }
  func read(sheet: SheetChoice, header: Int?, source: String, into table: String, work: WorkArea, _ connection: Connection) throws -> XlsxTable { throw CollectFault(.unknownFormat, subject: source) } }
