internal import Territory

/// What a plan for a CKAN portal says besides its changes.
enum CKANMessages {
    static func adopted(_ name: String) -> Bilingual {
        Bilingual(
            fr:
                "la fiche « \(name) » existait déjà dans l'organisation : elle est reprise, ses autres champs et fichiers restent",
            en: "the sheet \"\(name)\" was in the organisation already: it is taken over, its other fields and files stay")
    }

    static func others(_ file: String) -> Bilingual {
        Bilingual(fr: "laisse « \(file) », déposé par d'autres", en: "leaves \"\(file)\", put there by others")
    }

    static func old(_ file: String) -> Bilingual {
        Bilingual(
            fr: "laisse « \(file) », qui n'est plus déclaré (old-files: remove le retirerait)",
            en: "leaves \"\(file)\", which is declared no more (old-files: remove would remove it)")
    }

    static func licence(_ name: String) -> Bilingual {
        Bilingual(
            fr: "le portail ne connaît pas la licence « \(name) » : donnez son identifiant là-bas avec licence:",
            en: "the portal does not know the licence \"\(name)\": give its identifier there with licence:")
    }

    static func group(_ name: String) -> Bilingual {
        Bilingual(
            fr: "le jeton ne permet pas de ranger dans le groupe « \(name) », ou il n'existe pas",
            en: "the token may not put datasets into the group \"\(name)\", or there is none")
    }

    static func required(_ field: String) -> Bilingual {
        Bilingual(
            fr: "le portail exige le champ « \(field) » : remplissez-le avec fields: sous la destination",
            en: "the portal insists on the field \"\(field)\": fill it with fields: under the destination")
    }
}
