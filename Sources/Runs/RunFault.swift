internal import DuckDB
internal import Foundation
package import Territory

/// What a run could not do and no stage explained: the engine's own refusal, or the system's.
package struct RunFault: Explained {
    package let code: String
    package let subject: String?
    package var place: Place? { nil }
    package let what: Bilingual
    package let cause: Bilingual?
    package let remedy: Bilingual

    /// Whether the same run may succeed later.
    package var isTransient: Bool { code == "runs.source-moved" }

    /// A file that was written while it was being read.
    static func sourceMoved(_ file: String, dataset: String) -> RunFault {
        RunFault(
            code: "runs.source-moved", subject: dataset,
            what: Bilingual(fr: "\(file) a changé pendant sa lecture", en: "\(file) changed while it was being read"),
            cause: nil,
            remedy: Bilingual(
                fr: "Attendez que son dépôt soit fini, puis relancez « lavoir run \(dataset) »",
                en: "Wait until it has been put down, then run `lavoir run \(dataset)` again"))
    }

    /// What is to be told to other programs could not be noted.
    static func notAnnounced(_ reason: String) -> RunFault {
        RunFault(
            code: "runs.not-announced", subject: nil,
            what: Bilingual(
                fr: "les annonces n'ont pas pu être notées dans .lavoir/announce.json ; le reste est fait",
                en: "the announcements could not be noted in .lavoir/announce.json; all else is done"),
            cause: Bilingual(reason),
            remedy: Bilingual(
                fr: "Vérifiez les droits et la place du dossier .lavoir, puis lancez « lavoir announce »",
                en: "Check the permissions and the space of the folder .lavoir, then run `lavoir announce`"))
    }

    /// The error as an explained one.
    package static func explained(_ error: any Error, dataset: String) -> any Explained {
        if let explained = error as? any Explained { return explained }
        let reason = (error as? EngineFault)?.message ?? error.localizedDescription
        return RunFault(
            code: (error as? EngineFault)?.kind == .deadline ? "runs.deadline" : "runs.failed", subject: dataset,
            what: Bilingual(fr: "\(dataset) : le moteur a refusé", en: "\(dataset): the engine refused"),
            cause: Bilingual(reason),
            remedy: Bilingual(
                fr: "Vérifiez la place sur le disque et la mémoire (« lavoir doctor »), puis relancez « lavoir run \(dataset) »",
                en: "Check disk space and memory (`lavoir doctor`), then run `lavoir run \(dataset)` again"))
    }
}
