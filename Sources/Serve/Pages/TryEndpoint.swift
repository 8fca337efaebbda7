internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Lake
internal import Territory

/// A page to try the API with: a form, the address it makes and the answer. Nothing is asked of anyone else.
struct TryEndpoint: Endpoint {
    let pattern = "api"
    let family = Family.own

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let isEnglish = ask.parameters["lang"].map { $0 == "en" } ?? (ask.headers[.acceptLanguage]?.hasPrefix("en") == true)
        let page = TryPage(ask, serving, isEnglish ? .english : .french)
        var answer = Answer.text(page.html, type: "text/html; charset=utf-8")
        if let name = HTTPField.Name("Content-Security-Policy") { answer.headers[name] = page.policy }
        answer.headers[.contentLanguage] = isEnglish ? "en" : "fr"
        return answer
    }
}

/// The page as HTML: readable without a script, which only spares leaving the page.
struct TryPage: Sendable {
    let html: String
    let policy: String

    init(_ ask: Ask, _ serving: Serving, _ language: Language) {
        func say(_ french: String, _ english: String) -> String { language == .french ? french : english }
        let root = ask.link(Explore.root)
        let datasets = serving.shelf.copies.filter { serving.shelf.isOpen($0.copy.dataset) }.map { copy in
            let title = serving.territory.dataset(copy.copy.dataset)?.title.text(in: language) ?? copy.copy.dataset
            return "<option value=\"\(MarkupText.escaped(copy.copy.dataset))\">\(MarkupText.escaped(title))</option>"
        }.joined()
        let fields = ["select", "where", "group_by", "order_by", "refine", "limit"].map { name in
            "<label for=\"\(name)\"><code>\(name)</code></label><input id=\"\(name)\" name=\"\(name)\"\(name == "limit" ? " value=\"10\" inputmode=\"numeric\"" : "")>"
        }.joined(separator: "\n")
        let title = say("L'API de \(serving.territory.name)", "The API of \(serving.territory.name)")
        html = """
            <!doctype html>
            <html lang="\(language.rawValue)">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(MarkupText.escaped(title))</title><style>\(Self.style)</style></head>
            <body><main>
            <h1>\(MarkupText.escaped(title))</h1>
            <p>\(say("Compatible avec Explore v2.1 d'Opendatasoft. Sa description pour les programmes :", "Compatible with Opendatasoft's Explore v2.1. Its description for programs:")) \
            <a href="\(MarkupText.escaped(ask.link("api/openapi.json")))">OpenAPI</a>. \
            <a href="?lang=\(language == .french ? "en" : "fr")" hreflang="\(language == .french ? "en" : "fr")">\(say("English", "Français"))</a></p>
            <form id="f" data-root="\(MarkupText.escaped(root))" action="\(MarkupText.escaped(root))/datasets" method="get">
            <label for="dataset">\(say("Jeu de données", "Dataset"))</label><select id="dataset">\(datasets)</select>
            \(fields)
            <button>\(say("Demander", "Ask"))</button>
            </form>
            <p><a id="a" href="\(MarkupText.escaped(root))/datasets">\(MarkupText.escaped(root))/datasets</a> <span id="t" role="status"></span></p>
            <pre id="r" tabindex="0" aria-label="\(say("Réponse", "Answer"))"></pre>
            </main><script>\(Self.script)</script></body></html>
            """
        policy =
            "default-src 'none'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'; "
            + "style-src 'sha256-\(Self.digest(Self.style))'; script-src 'sha256-\(Self.digest(Self.script))'"
    }

    private static func digest(_ text: String) -> String { Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString() }

    private static let style = """
        body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#1b1b1b;background:#fff}main{max-width:60rem;margin:auto;padding:1rem}
        form{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1rem;align-items:center}
        input,select,button{font:inherit;padding:.4rem;border:1px solid #666;border-radius:.2rem;background:#fff;color:inherit}
        button{grid-column:2;justify-self:start;background:#0b4f9c;color:#fff;border-color:#0b4f9c;padding:.4rem 1.2rem}
        pre{background:#f2f2f2;padding:1rem;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere}a{color:#0b4f9c;overflow-wrap:anywhere}
        :focus-visible{outline:3px solid #0b4f9c;outline-offset:2px}
        """

    private static let script = """
        const f=document.getElementById('f');f.addEventListener('submit',async e=>{e.preventDefault();
        const q=new URLSearchParams([...new FormData(f)].filter(x=>x[1]));
        const u=f.dataset.root+'/datasets/'+encodeURIComponent(document.getElementById('dataset').value)+'/records?'+q;
        const a=document.getElementById('a');a.href=u;a.textContent=u;const s=performance.now();
        try{const r=await fetch(u);const b=await r.text();document.getElementById('t').textContent=r.status+' – '+Math.round(performance.now()-s)+' ms';
        let t=b;try{t=JSON.stringify(JSON.parse(b),null,2)}catch{}document.getElementById('r').textContent=t}
        catch(x){document.getElementById('t').textContent=String(x)}});
        """
}
