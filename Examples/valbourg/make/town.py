"""What every maker of Valbourg's files shares: the hand-written tables, numbers that no real body has, French figures."""
import csv
import io
import re
import zipfile
from datetime import timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOWN = HERE.parent
EXPORTS = TOWN / "exports"
SIREN = "215800004"  # commune 000 of the Nièvre, which no commune bears; the key is right
NO_BREAK, NARROW = "\u00a0", "\u202f"
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
          "décembre"]


def table(name):
    with open(HERE / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def luhn(digits):
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def siret(siren, establishment=1):
    """The SIREN, a four-digit establishment, and the key that makes the fourteen digits pass Luhn."""
    return next(s for s in (f"{siren}{establishment:04}{key}" for key in range(10)) if luhn(s))


def invented_siren(chance, prefix):
    """A SIREN that passes Luhn, in a range that is not attributed."""
    stem = prefix + f"{chance.randrange(10000):04}"
    return next(s for s in (f"{stem}{key}" for key in range(10)) if luhn(s))


def spaced(digits):
    """A SIRET as people write it."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"


def french(amount, space=" "):
    """`12 345,60`"""
    return f"{amount:,.2f}".replace(",", space).replace(".", ",")


def day(date):
    """`31/03/2024`"""
    return date.strftime("%d/%m/%Y")


def days_after(chance, date, low, high):
    """A working day some days later."""
    later = date + timedelta(days=chance.randint(low, high))
    return later + timedelta(days=8 - later.isoweekday() if later.isoweekday() > 5 else 0)


def export(name, lines, encoding, delimiter=";", quoting=csv.QUOTE_MINIMAL):
    """Delimited text, as a business application writes it."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(lines)
    path = EXPORTS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode(encoding))


def save(book, name):
    """The same workbook gives the same bytes: no clock in the archive."""
    made = io.BytesIO()
    book.save(made)
    path = EXPORTS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(made) as archive, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for member in archive.namelist():
            content = archive.read(member)
            if member == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2025-01-20T09:00:00Z", content)
            fixed.writestr(zipfile.ZipInfo(member, (2025, 1, 20, 9, 0, 0)), content, zipfile.ZIP_DEFLATED)
