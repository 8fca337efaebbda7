package import Territory

/// A fault of this room: its sentences are those of its code in `WorkshopMessages`, about its subject.
package protocol WorkshopFault: Explained {}

extension WorkshopFault {
    package var place: Place? { nil }
    package var what: Bilingual { told(WorkshopMessages.what) ?? Bilingual(code) }
    package var cause: Bilingual? { nil }
    package var remedy: Bilingual { told(WorkshopMessages.remedy) ?? Bilingual("") }

    private func told(_ sentences: [String: Bilingual]) -> Bilingual? {
        sentences[code]?.filled(with: ["subject": Bilingual(subject ?? "")])
    }
}
