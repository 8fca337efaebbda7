"""What every maker of Valbourg's files shares: the hand-written tables, and numbers that no real body has."""
import csv
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOWN = HERE.parent
SIREN = "215800000"


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
