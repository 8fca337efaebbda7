internal import Foundation
internal import HTTPTypes
internal import NIOCore
internal import Portal
internal import Runs
internal import Territory
internal import Workshop

/// A file that is put down: it becomes a draft as soon as it can be read as a table.
struct DropAddress: WorkshopAddress {
    let path = "atelier/depots"
    let takesFile = true

    func post(_ visit: Visit) async throws -> WorkshopReply {
        do {
            let deposit = try await received(visit)
            return .moved(visit.step(deposit, .preview))
        } catch let fault as any Explained {
            let page = try await WorkshopHomeAddress.page(visit, fault: FaultWords(fault))
            return .page(page, .unprocessableContent)
        }
    }

    private func received(_ visit: Visit) async throws -> Deposit {
        guard let file = visit.file("file"), !file.bytes.isEmpty else { throw Nothing() }
        guard file.bytes.count <= visit.serving.options.uploadBytes else {
            throw Refusal.tooLarge(visit.serving.options.uploadBytes)
        }
        let shown = DepositShelf.shown(file.name), replaced = try replaced(visit)
        let shelf = visit.workroom.deposits, owner = visit.name
        shelf.sweep(at: Date())
        let laid = try await Blocking.run { try shelf.lay(file.bytes, named: shown, for: owner) }
        do {
            if let replaced, replaced.pathExtension.lowercased() != laid.ending {
                throw DepositFault(
                    .notReplaceable, subject: visit.field("dataset") ?? "",
                    reason: Bilingual(
                        fr: "le fichier d'avant finit par .\(replaced.pathExtension), celui-ci par .\(laid.ending)",
                        en: "the file before ends in .\(replaced.pathExtension), this one in .\(laid.ending)"))
            }
            let examiner = Examiner(visit.serving.schemas, extensionFolder: visit.serving.extensionFolder)
            let found = try await visit.working { try await examiner.examine(laid.file, called: shown) }
            var deposit = Deposit(
                id: laid.id, owner: owner, fileName: shown, ending: laid.ending,
                replaces: replaced == nil ? nil : visit.field("dataset"), examination: found, at: Date())
            if let name = deposit.replaces {
                deposit.sheet.title = visit.serving.territory.dataset(name)?.title.text(in: visit.language) ?? name
                deposit = try await TrialAddress.tried(deposit, visit)
            }
            try visit.keep(deposit, .deposited, detail: "\(file.bytes.count)")
            return deposit
        } catch {
            shelf.remove(laid.id)
            throw error
        }
    }

    /// The file of the dataset whose data come anew; nil for a new dataset.
    private func replaced(_ visit: Visit) throws -> URL? {
        guard let name = visit.field("dataset"), !name.isEmpty else { return nil }
        let territory = visit.serving.territory
        guard let dataset = territory.dataset(name), let file = Placement.file(of: dataset, in: territory) else {
            throw DepositFault(.notReplaceable, subject: name)
        }
        return file
    }

    /// A form without a file.
    private struct Nothing: Explained {
        let code = "workshop.no-file"
        let place: Place? = nil
        let subject: String? = nil
        let what = Bilingual(fr: "aucun fichier n'est arrivé", en: "no file has arrived")
        let cause: Bilingual? = nil
        let remedy = Bilingual(fr: "Choisissez un fichier qui n'est pas vide", en: "Choose a file that is not empty")
    }
}

/// What each step needs of the run without writing.
enum TrialAddress {
    /// The deposit with what it would give now.
    static func tried(_ deposit: Deposit, _ visit: Visit) async throws -> Deposit {
        let run = TrialRun(
            visit.serving.territory, visit.environment(""), visit.serving.schemas, visit.workroom.deposits)
        var deposit = deposit
        deposit.trial = try await visit.working { [deposit] in await run.run(deposit) }
        return deposit
    }
}
