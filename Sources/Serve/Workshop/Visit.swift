internal import Foundation
internal import HTTPTypes
internal import Portal
internal import Runs
internal import Territory
internal import Workshop

/// One request to the workshop: who asks, with which form.
struct Visit: Sendable {
    let ask: Ask
    let serving: Serving
    let language: Language
    let site: Site
    let signedIn: Cookie.SignedIn?
    /// The fields of the form, and its file.
    private let upload: MultipartForm?

    init(_ ask: Ask, _ serving: Serving, _ language: Language) throws {
        self.ask = ask
        self.serving = serving
        self.language = language
        site = PortalView.site(serving, language)
        signedIn = Cookie.guest(ask, serving)
        upload = try ask.upload.flatMap {
            MultipartForm(contentType: ask.headers[.contentType] ?? "", try Data(contentsOf: $0.file, options: .alwaysMapped))
        }
    }

    var workroom: Workroom { serving.workroom }
    var role: AccountRole { signedIn?.account.role ?? .reader }
    var name: String { signedIn?.account.name ?? "" }

    var guest: Guest? {
        signedIn.map { Guest($0.account.name, $0.account.role, formToken: $0.session.formToken) }
    }

    /// Who is signed in; endpoints that anyone may ask do not call it.
    func required() throws -> Guest {
        guard let guest else { throw Refusal.sessionEnded }
        return guest
    }

    /// - Throws: `Refusal.otherSite` when the form is of no page of this session.
    func checkToken() throws {
        guard let signedIn, let token = field("token"), workroom.sessions.isOwn(token, signedIn.session) else {
            throw Refusal.otherSite
        }
    }

    /// A field of the form, without edge spaces and without what cannot be written in a declaration.
    func field(_ name: String) -> String? {
        let text = upload?.text(name) ?? ask.parameters[name]
        return text.map { Self.plain($0) }
    }

    func fields(_ name: String) -> [String] { ask.parameters.all(name).map { Self.plain($0) } }

    func file(_ name: String) -> (name: String, bytes: Data)? { upload?.file(name) }

    /// A text of a form as it is kept.
    static func plain(_ text: String) -> String {
        let kept = text.replacing("\r\n", with: "\n").unicodeScalars.filter {
            $0 == "\n" || $0 == "\t" || ($0.properties.generalCategory != .control && $0 != "\u{FEFF}")
        }
        return String(String.UnicodeScalarView(kept)).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The page to sign in, which leads back here.
    var signInAddress: String {
        let back = ask.method == .get ? ask.segments.joined(separator: "/") : ""
        return site.workshop("connexion") + (back.isEmpty ? "" : "?back=\(AddressText.encoded(back))")
    }

    /// The draft of the address, when the one who asks may see it: their own, or any for who publishes.
    func deposit() throws -> Deposit {
        guard let deposit = workroom.deposits.deposit(ask.place("deposit")), deposit.owner == name || role >= .publisher else {
            throw Refusal.noDeposit
        }
        return deposit
    }

    /// The same, while it may be changed.
    func openDeposit() throws -> Deposit {
        let deposit = try deposit()
        guard deposit.isOpen else { throw Refusal.noDeposit }
        return deposit
    }

    /// Keeps a draft and tells the trail.
    func keep(_ deposit: Deposit, _ act: ActionTrail.Act, detail: String? = nil) throws {
        var deposit = deposit
        deposit.changed = Date()
        try workroom.trail.add(act, by: name, about: deposit.dataset ?? deposit.replaces ?? deposit.id, detail: detail)
        try workroom.deposits.save(deposit)
    }

    func step(_ deposit: Deposit, _ step: DepositStep) -> String { site.workshop("depots", deposit.id, step.rawValue) }

    /// Runs as the one who is signed in.
    func environment(_ message: String) -> RunEnvironment {
        RunEnvironment(author: name, message: message, program: Product.version, extensionFolder: serving.extensionFolder)
    }

    /// Work on a file: a few at a time, given up after a while. It goes on when the one who asked leaves.
    func working<T: Sendable>(_ body: @escaping @Sendable () async throws -> T) async throws -> T {
        let place = try serving.checks.enter(), seconds = serving.options.checkTimeout
        defer { place.leave() }
        return try await Deadline.within(.seconds(seconds), body)
    }
}

extension Site {
    /// The address of a page of the workshop.
    func workshop(_ parts: String...) -> String { address(["atelier"] + parts) }
}
