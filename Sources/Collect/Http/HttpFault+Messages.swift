internal import Territory

extension HttpFault {
    var what: Bilingual {
        switch reason {
        case .badAddress:
            Bilingual(fr: "\(address) n'est pas une adresse http ou https", en: "\(address) is no http or https address")
        case .notReachable(let host, _):
            Bilingual(
                fr: "\(address) mène à une adresse interdite (\(host))", en: "\(address) leads to a forbidden address (\(host))")
        case .badRedirect:
            Bilingual(
                fr: "\(address) renvoie vers autre chose qu'une adresse http", en: "\(address) redirects to no http address")
        case .tooManyRedirects(let count):
            Bilingual(
                fr: "\(address) renvoie plus de \(count) fois ailleurs", en: "\(address) redirects more than \(count) times")
        case .denied(let status):
            Bilingual(
                fr: "le serveur refuse l'accès à \(address) (\(status))", en: "the server denies access to \(address) (\(status))"
            )
        case .notFound(let status):
            Bilingual(fr: "\(address) n'existe pas (\(status))", en: "\(address) does not exist (\(status))")
        case .refused(let status):
            Bilingual(fr: "le serveur a répondu \(status) pour \(address)", en: "the server answered \(status) for \(address)")
        case .unavailable(let detail):
            Bilingual(fr: "\(address) ne répond pas : \(detail.french)", en: "\(address) does not answer: \(detail.english)")
        case .tooSlow: Bilingual(fr: "\(address) est trop lent", en: "\(address) is too slow")
        case .cut: Bilingual(fr: "\(address) s'est interrompu avant la fin", en: "\(address) stopped before the end")
        case .tooLarge(let bytes):
            Bilingual(fr: "\(address) dépasse \(bytes >> 20) Mo", en: "\(address) is larger than \(bytes >> 20) MB")
        case .insecure:
            Bilingual(fr: "le certificat de \(address) n'est pas valable", en: "the certificate of \(address) is not valid")
        case .badEncoding(let name):
            Bilingual(fr: "\(address) est compressé en \(name)", en: "\(address) is compressed as \(name)")
        }
    }

    var cause: Bilingual? {
        switch reason {
        case .unavailable, .tooSlow, .cut:
            Bilingual(
                fr: "Rien n'est perdu : la dernière version reste en place",
                en: "Nothing is lost: the last version stays in place")
        default: nil
        }
    }

    var remedy: Bilingual {
        switch reason {
        case .badAddress, .badRedirect, .tooManyRedirects, .notFound:
            Bilingual(
                fr: "Corrigez l'adresse : ouvrez-la dans un navigateur ; un mot de passe se met dans headers:",
                en: "Correct the address: open it in a browser; a password goes into headers:")
        case .notReachable(_, isLocal: true):
            Bilingual(
                fr: "Si c'est un serveur de la ville, écrivez « network: local » à côté de http:",
                en: "If this is a server of the town, write `network: local` beside http:")
        case .notReachable:
            Bilingual(fr: "Demandez l'adresse publique du fichier", en: "Ask for the public address of the file")
        case .denied:
            Bilingual(
                fr: "Vérifiez la clé donnée dans headers: et ses droits", en: "Check the key given in headers: and its rights")
        case .refused, .badEncoding:
            Bilingual(
                fr: "Demandez au gestionnaire du serveur ce qu'il attend", en: "Ask who runs the server what it expects")
        case .unavailable, .tooSlow, .cut:
            Bilingual(fr: "Relancez plus tard", en: "Run again later")
        case .tooLarge:
            Bilingual(
                fr: "Demandez un fichier plus petit : une année, une commune", en: "Ask for a smaller file: one year, one town")
        case .insecure:
            Bilingual(
                fr: "Prévenez le gestionnaire du serveur ; n'utilisez pas http: sans s",
                en: "Tell who runs the server; do not fall back to plain http")
        }
    }
}
