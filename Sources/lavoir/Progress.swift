internal import Foundation
internal import Runs
internal import Synchronization
internal import Territory

/// Tells how runs go on: on a terminal one live line for each dataset at work, elsewhere plain lines as things happen.
final class Progress: Sendable {
    private struct State {
        var atWork: [(dataset: String, stage: RunStage)] = []
        var drawn = 0
    }

    private let language: Language
    private let terminal: Terminal
    private let isQuiet: Bool
    private let state = Mutex(State())

    /// - Parameter isQuiet: nothing is told (`--json`).
    init(_ language: Language, isQuiet: Bool, to terminal: Terminal = .output) {
        self.language = language
        self.isQuiet = isQuiet
        self.terminal = terminal
    }

    /// Hears an event, from any thread.
    func hear(_ event: RunEvent) {
        guard !isQuiet else { return }
        state.withLock { state in
            erase(&state)
            switch event.kind {
            case .stage(let stage):
                state.atWork.removeAll { $0.dataset == event.dataset }
                state.atWork.append((event.dataset, stage))
                if !terminal.isLive { terminal.line("… \(event.dataset): \(words(stage))") }
            case .note(let note):
                terminal.line(terminal.styled("  \(event.dataset): \(note.text(in: language))", .dim))
            case .finished(let result):
                state.atWork.removeAll { $0.dataset == event.dataset }
                let text = ResultText(result: result, language: language)
                terminal.line(text.summary(terminal))
                let details = text.details(terminal)
                if !details.isEmpty { terminal.line(details) }
            }
            draw(&state)
        }
    }

    /// Hears how a publication ended.
    func hear(_ result: PublicationResult) {
        guard !isQuiet else { return }
        state.withLock { _ in
            let text = PublicationText(result: result, language: language)
            terminal.line(text.summary(terminal))
            let details = text.details(terminal)
            if !details.isEmpty { terminal.line(details) }
        }
    }

    private func erase(_ state: inout State) {
        for _ in 0..<state.drawn { terminal.text("\u{1B}[1A\u{1B}[2K") }
        state.drawn = 0
    }

    private func draw(_ state: inout State) {
        guard terminal.isLive else { return }
        for (dataset, stage) in state.atWork {
            terminal.line(terminal.styled("… \(dataset): \(words(stage))", .cyan))
        }
        state.drawn = state.atWork.count
    }

    private func words(_ stage: RunStage) -> String {
        switch (stage, language) {
        case (.collect, .french): "collecte"
        case (.prepare, .french): "préparation"
        case (.check, .french): "contrôle"
        case (.commit, .french): "écriture"
        case (_, .english), (_, .french): stage.rawValue
        }
    }
}
