#!/usr/bin/env python3
"""Makes the ODS workbooks of this folder, as LibreOffice writes them. Run it from anywhere: it writes beside itself."""
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("draw", "drawing")]
) + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
STYLES = ('<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>'
          '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>')


def cell(text="", **attributes):
    """A cell with its displayed text; `value__type` stands for office:value-type, `t_` for the namespace table."""
    written = "".join(
        f' {"table:" + name[2:] if name.startswith("t_") else "office:" + name}="{value}"'.replace("__", "-").replace("_", "-")
        for name, value in attributes.items())
    return f"<table:table-cell{written}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def text(*values):
    return "".join(cell(value, value_type="string") for value in values)


def row(*cells, **attributes):
    written = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-row{written}>{''.join(cells)}</table:table-row>"


def table(name, *rows, style="ta1", columns=""):
    return f'<table:table table:name="{name}" table:style-name="{style}">{columns}{"".join(rows)}</table:table>'


def save(name, body, mimetype="application/vnd.oasis.opendocument.spreadsheet", manifest="", prolog=""):
    content = (f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<office:document-content {SPACES}><office:automatic-styles>{STYLES}'
               f'</office:automatic-styles><office:body>{body}</office:body></office:document-content>')
    with zipfile.ZipFile(HERE / name, "w") as target:
        for part, content, packing in [("mimetype", mimetype, zipfile.ZIP_STORED), ("content.xml", content, zipfile.ZIP_DEFLATED),
                                       ("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{MANIFEST}">{manifest}'
                                        "</manifest:manifest>", zipfile.ZIP_DEFLATED)]:
            target.writestr(zipfile.ZipInfo(part, (2025, 1, 1, 0, 0, 0)), content, packing)


def sheets(*tables):
    return f"<office:spreadsheet>{''.join(tables)}</office:spreadsheet>"


def values():
    cases = [
        ("siret", cell("2,15600461E+13", value_type="float", value="21560046100085")),
        ("amount", cell("3 000 €", value_type="currency", value="3000")),
        ("percent", cell("25,6 %", value_type="percentage", value="0.256")),
        ("artefact", cell("1 500", value_type="float", value="1499.9999999999998")),
        ("date", cell("31/03/14", value_type="date", date_value="2014-03-31")),
        ("datetime", cell("31/03/14 14:30", value_type="date", date_value="2014-03-31T14:30:00")),
        ("time", cell("14:30", value_type="time", time_value="PT14H30M00S")),
        ("elapsed", cell("36:00", value_type="time", time_value="PT36H00M00.000S")),
        ("true", cell("VRAI", value_type="boolean", boolean_value="true")),
        ("zeros", cell("01000", value_type="string")),
        ("entities", cell("L'été &amp; &lt;l'eau&gt;", value_type="string")),
        ("formula", cell("2", t_formula="of:=1+1", value_type="float", value="2")),
        ("formula-text", cell("cas", t_formula="of:=[.A1]", value_type="string")),
        ("formula-empty", cell(t_formula="of:=[.Z1]")),
        ("error", '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
                  'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'),
        ("lines", '<table:table-cell office:value-type="string"><text:p>un</text:p><text:p>deux<text:line-break/>trois</text:p>'
                  "</table:table-cell>"),
        ("spaces", '<table:table-cell office:value-type="string"><text:p>a  \n b<text:s text:c="3"/>c<text:tab/>d'
                   '<text:span>e</text:span></text:p></table:table-cell>'),
        ("comment", '<table:table-cell office:value-type="string"><office:annotation><text:p>non</text:p></office:annotation>'
                    '<text:p>oui</text:p><draw:frame><text:p>non</text:p></draw:frame></table:table-cell>'),
    ]
    rows = [row(text("cas", "valeur"))] + [row(text(name), value) for name, value in cases]
    save("values.ods", sheets(table("Feuille1", *rows)))


def layout():
    """A title, groups over merged columns, repeated rows and cells, hidden rows and columns, merged rows, an endless end."""
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
    rows = [
        row(cell("Marchés conclus", value_type="string", t_number_columns_spanned="4"),
            '<table:covered-table-cell table:number-columns-repeated="3"/>'),
        row(number_rows_repeated="2"),
        row(cell("Marché", value_type="string", t_number_columns_spanned="2"), "<table:covered-table-cell/>",
            cell("Lots", value_type="string", t_number_columns_spanned="2"), "<table:covered-table-cell/>"),
        row(*[cell(str(n), value_type="float", value=n) for n in (1, 2, 3, 4)]),
        "<table:table-header-rows>" + row(text("N°", "Objet", "Lot", "Montant")) + "</table:table-header-rows>",
        row(cell("12M01", value_type="string", t_number_rows_spanned="2"), text("Voirie"),
            cell("1", value_type="float", value=1), cell("10", value_type="float", value=10)),
        row('<table:covered-table-cell office:value-type="string"><text:p>caché</text:p></table:covered-table-cell>',
            cell(), cell("2", value_type="float", value=2), cell("20", value_type="float", value=20), visibility="filter"),
        row(text("12M02"), text("Écoles"), cell("3", value_type="float", value=3, t_number_columns_repeated="2"),
            number_rows_repeated="2"),
        row(cell(t_number_columns_repeated="1024"), number_rows_repeated="1048000"),
    ]
    save("layout.ods", sheets(table("Marchés", *rows, columns=columns)))


def pivot():
    pivot = [row(text("Somme de Montant")), row(text("Thème", "Total")), row(text("Culture"), cell("30", value_type="float", value=30)),
             row(text("Sport"), cell("40", value_type="float", value=40)),
             row(text("Total Résultat"), cell("70", value_type="float", value=70))]
    data = [row(text("Thème", "Nom", "Montant"))] + [
        row(text(theme, name), cell(str(amount), value_type="float", value=amount))
        for theme, name, amount in [("Culture", "A", 30), ("Sport", "B", 15), ("Sport", "C", 25)]]
    note = [row(text("Lisez-moi")), row(text("Les aides de l'année"))]
    save("sheets.ods", sheets(
        table("Synthèse", *pivot), table("Notice", *note), table("Calculs", *data, style="ta2"),
        table("BP 2023", *data), table("BP 2024", *data[:3]), table("Vide")))


def refused():
    whole = sheets(table("Feuille1", row(text("nom", "valeur")), row(text("a", "1"))))
    save("password.ods", whole, manifest='<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
         "</manifest:file-entry>")
    save("letter.ods", "<office:text><text:p>Madame, Monsieur</text:p></office:text>", "application/vnd.oasis.opendocument.text")
    save("entities.ods", whole.replace(">a<", ">&b;<"), prolog='<!DOCTYPE w [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>')
    save("bomb.ods", whole.replace("</table:table>", " " * (60 << 20) + "</table:table>"))
    long = "x" * 30_000
    save("repeated.ods", sheets(table("Feuille1", row(text("nom", "valeur")), row(
        cell(long, value_type="string", t_number_columns_repeated="16000"), number_rows_repeated="1000000"))))
    save("whole.tmp", whole)
    content = (HERE / "whole.tmp").read_bytes()
    (HERE / "whole.tmp").unlink()
    (HERE / "cut.ods").write_bytes(content[: len(content) // 2])
    save("bad-xml.ods", whole.replace("</table:table>", ""))


values()
layout()
pivot()
refused()
