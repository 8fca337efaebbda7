"""The charts of accounts: an extract of the public M57 nomenclature, nested as its publisher nests it."""
from xml.sax.saxutils import quoteattr

from town import TOWN, table


def nested(rows, tag, attributes, indent=6):
    """A flat list of codes as a tree: a code lies inside the longest code that begins it."""
    text, open_codes = "", []
    for number, row in enumerate(rows):
        while open_codes and not row["code"].startswith(open_codes[-1]):
            open_codes.pop()
            text += " " * (indent + 2 * len(open_codes)) + f"</{tag}>\n"
        following = rows[number + 1]["code"] if number + 1 < len(rows) else ""
        parent = following.startswith(row["code"])
        text += " " * (indent + 2 * len(open_codes)) + f"<{tag} {attributes(row)}{'' if parent else '/'}>\n"
        if parent:
            open_codes.append(row["code"])
    for depth in reversed(range(len(open_codes))):
        text += " " * (indent + 2 * depth) + f"</{tag}>\n"
    return text


def account_attributes(row):
    chapters = ["DR", "DOES", "DOIS", "RR", "ROES", "ROIS"]
    text = f'Code="{row["code"]}" Libelle={quoteattr(row["libelle"])}'
    postable = any(row[c] for c in chapters)
    return text + ("".join(f' {c}="{row[c]}"' for c in chapters) if postable else "")


def write_plans():
    chapters = "".join(f'      <Chapitre Code="{c["code"]}" Libelle={quoteattr(c["libelle"])} TypeChapitre="{c["type"]}" '
                       f'Section="{c["section"]}" Special="0"/>\n' for c in table("chapitres"))
    functions = nested(table("fonctions"), "RefFonc", lambda r: f'Code="{r["code"]}" Libelle={quoteattr(r["libelle"])}')
    for year in ("2024", "2025"):
        accounts = nested([a for a in table("comptes") if a["exercices"] in ("", year)], "Compte", account_attributes)
        text = ('<?xml version="1.0" encoding="UTF-8"?>\n'
                "<!-- Extrait : les seuls codes dont les budgets de Valbourg ont besoin. -->\n"
                f'<Nomenclature Norme="M57" Declinaison="M57_D" Exer="{year}">\n  <Nature>\n    <Chapitres>\n{chapters}'
                f"    </Chapitres>\n    <Comptes>\n{accounts}    </Comptes>\n  </Nature>\n  <Fonction>\n"
                f"    <RefFonctionnelles>\n{functions}    </RefFonctionnelles>\n  </Fonction>\n</Nomenclature>\n")
        folder = TOWN / "plans-de-comptes" / year / "M57" / "M57_D"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "planDeCompte.xml").write_text(text, encoding="utf-8", newline="\n")
