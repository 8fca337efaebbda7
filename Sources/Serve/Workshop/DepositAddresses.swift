internal import Foundation
internal import HTTPTypes
internal import Inspect
internal import Portal
internal import Territory
internal import Workshop

/// A deposit, wherever it is on its way.
struct DepositAddress: WorkshopAddress {
    let path = "atelier/depots/{deposit}"
    let takesForm = false

    func get(_ visit: Visit) async throws -> WorkshopReply {
        let deposit = try visit.deposit()
        guard deposit.isOpen else {
            let isPublic = deposit.dataset.map { visit.serving.shelf.isOpen($0) } ?? false
            return .page(DonePage(visit.site, try visit.required(), deposit, isPublic: isPublic).html)
        }
        return .moved(visit.step(deposit, deposit.trial == nil ? .preview : DepositStep.all(of: deposit).last ?? .preview))
    }
}

/// A draft that is given up.
struct RemovalAddress: WorkshopAddress {
    let path = "atelier/depots/{deposit}/supprimer"

    func post(_ visit: Visit) async throws -> WorkshopReply {
        let deposit = try visit.openDeposit()
        try visit.workroom.trail.add(.removed, by: visit.name, about: deposit.id)
        visit.workroom.deposits.remove(deposit.id)
        return .moved(visit.site.workshop())
    }
}

/// What was found in the file.
struct PreviewAddress: WorkshopAddress {
    let path = "atelier/depots/{deposit}/\(DepositStep.preview.rawValue)"
    let takesForm = false

    func get(_ visit: Visit) async throws -> WorkshopReply {
        .page(PreviewPage(visit.site, try visit.required(), try visit.openDeposit()).html)
    }
}

/// The proposed recipe.
struct RecipeAddress: WorkshopAddress {
    let path = "atelier/depots/{deposit}/\(DepositStep.recipe.rawValue)"

    func get(_ visit: Visit) async throws -> WorkshopReply {
        let isAnew = visit.field("schema") != nil
        return .page(RecipePage(visit.site, try visit.required(), try visit.openDeposit(), isAnew: isAnew).html)
    }

    func post(_ visit: Visit) async throws -> WorkshopReply {
        var deposit = try visit.openDeposit()
        let asked = visit.field("schema") ?? "", schema = asked.isEmpty ? nil : asked
        if schema != deposit.choice.schema {
            deposit.take(try await examined(deposit, schema, visit))
            deposit.choice.schema = schema
            try visit.keep(deposit, .examined, detail: schema)
            return .moved(visit.step(deposit, .recipe) + "?schema=1")
        }
        let kept = Set(visit.fields("step").compactMap { Int($0) })
        deposit.choice.dropped = Set(deposit.examination.parts.steps.indices).subtracting(kept)
        let names = Set(deposit.examination.parts.columns.map(\.name))
        deposit.choice.hidden = names.intersection(visit.ask.parameters.all("hidden"))
        deposit = try await TrialAddress.tried(deposit, visit)
        try visit.keep(deposit, .chose, detail: schema)
        return .moved(visit.step(deposit, .check))
    }

    private func examined(_ deposit: Deposit, _ schema: String?, _ visit: Visit) async throws -> Examination {
        // Only one of those that were proposed: a name is no path.
        guard schema.map({ name in deposit.examination.schemas.contains { $0.name == name } }) ?? true else {
            throw Refusal.parameter("Unknown schema.", fr: "Ce schéma n'est pas proposé.")
        }
        let examiner = Examiner(visit.serving.schemas, extensionFolder: visit.serving.extensionFolder)
        let file = visit.workroom.deposits.file(of: deposit),
            choice: Inspector.SchemaChoice = schema.map { .named($0) } ?? .noSchema
        return try await visit.working { try await examiner.examine(file, called: deposit.fileName, following: choice) }
    }
}

/// The report, and the repairs to accept.
struct CheckAddress: WorkshopAddress {
    let path = "atelier/depots/{deposit}/\(DepositStep.check.rawValue)"

    func get(_ visit: Visit) async throws -> WorkshopReply {
        var deposit = try visit.openDeposit()
        if deposit.trial == nil {
            deposit = try await TrialAddress.tried(deposit, visit)
            try visit.keep(deposit, .tried)
        }
        return .page(CheckPage(visit.site, try visit.required(), deposit).html)
    }

    func post(_ visit: Visit) async throws -> WorkshopReply {
        var deposit = try visit.openDeposit()
        let before = deposit.choice
        deposit.choice.repairs = Set(visit.fields("repair").compactMap { Int($0) })
            .intersection(deposit.examination.parts.repairs.indices)
        deposit.choice.accepted = max(0, visit.field("accept").flatMap { Int($0) } ?? 0)
        if deposit.choice != before || deposit.trial?.isTolerable != true {
            deposit = try await TrialAddress.tried(deposit, visit)
        }
        try visit.keep(deposit, .tried, detail: "\(deposit.trial?.errors ?? 0)")
        return .moved(visit.step(deposit, deposit.trial?.isTolerable == true ? .sheet : .check))
    }
}

/// The sheet.
struct SheetAddress: WorkshopAddress {
    let path = "atelier/depots/{deposit}/\(DepositStep.sheet.rawValue)"

    func get(_ visit: Visit) async throws -> WorkshopReply { try page(visit, try visit.openDeposit(), [:]) }

    func post(_ visit: Visit) async throws -> WorkshopReply {
        var deposit = try visit.openDeposit()
        for (name, path) in SheetForm.texts {
            let text = visit.field(name) ?? ""
            deposit.sheet[keyPath: path] = name == "description" ? text : text.replacing("\n", with: " ")
        }
        deposit.sheet.isPublic = visit.field("public") != "non"
        var faults = deposit.sheet.faults
        if !deposit.sheet.frequency.isEmpty, Frequency(rawValue: deposit.sheet.frequency) == nil {
            faults["frequency"] = Bilingual(fr: "Choisissez dans la liste", en: "Choose from the list")
        }
        if !deposit.sheet.topic.isEmpty, Topic(rawValue: deposit.sheet.topic) == nil {
            faults["topic"] = Bilingual(fr: "Choisissez dans la liste", en: "Choose from the list")
        }
        guard faults.isEmpty else {
            guard case .page(let html, _) = try page(visit, deposit, faults) else { throw Refusal.inside }
            return .page(html, .unprocessableContent)
        }
        deposit = try await TrialAddress.tried(deposit, visit)
        try visit.keep(deposit, .described)
        return .moved(visit.step(deposit, .publication))
    }

    private func page(_ visit: Visit, _ deposit: Deposit, _ faults: [String: Bilingual]) throws -> WorkshopReply {
        let themes = Set(visit.serving.territory.datasets.compactMap(\.theme)).sorted()
        return .page(SheetPage(visit.site, try visit.required(), deposit, faults: faults, themes: themes).html)
    }
}
