internal import DuckDB
internal import Foundation
internal import Runs
internal import Territory

/// The exit codes of `lavoir`, and the only place that knows them.
enum ExitStatus: Int32 {
    case done = 0
    case failed = 1
    /// A check refused the data.
    case refused = 2
    /// Wrong usage (`EX_USAGE`).
    case usage = 64
    /// Try again (`EX_TEMPFAIL`).
    case tryAgain = 75

    init(_ fault: any Explained) {
        self = fault.isTransient ? .tryAgain : .failed
    }
}

/// What ends a verb before its time: a fault to be told, or an exit code after everything has been told.
struct Failure: Error {
    let fault: (any Explained)?
    let status: ExitStatus
    let language: Language

    init(_ status: ExitStatus) {
        self.init(fault: nil, status: status, language: .french)
    }

    private init(fault: (any Explained)?, status: ExitStatus, language: Language) {
        self.fault = fault
        self.status = status
        self.language = language
    }

    /// Any error as a failure to be told in a language.
    static func explaining(_ error: any Error, subject: String, in language: Language) -> any Error {
        if error is Failure { return error }
        if let queue = error as? EngineFault, queue.kind == .queueFull { return Failure(.tryAgain) }
        let fault = RunFault.explained(error, dataset: subject)
        return Failure(fault: fault, status: ExitStatus(fault), language: language)
    }

    func exit() -> Never {
        if let fault { Terminal.error.line(FaultText(fault).text(in: language)) }
        Foundation.exit(status.rawValue)
    }
}

/// A fault for people: what, why, and what to do.
struct FaultText {
    private let fault: any Explained

    init(_ fault: any Explained) { self.fault = fault }

    func text(in language: Language) -> String {
        if let fault = fault as? TerritoryFault {
            return fault.problems.map { $0.rendered(in: language) }.joined(separator: "\n\n")
        }
        let head = [fault.place?.description, fault.what.text(in: language)].compactMap { $0 }.joined(separator: ": ")
        let cause = fault.cause.map { "\n  " + $0.text(in: language).replacing("\n", with: "\n  ") } ?? ""
        let remedy = fault.remedy.text(in: language)
        return head + cause + (remedy.isEmpty ? "" : "\n  → " + remedy) + "\n  [\(fault.code)]"
    }
}
