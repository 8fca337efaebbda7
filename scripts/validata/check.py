"""The whole process of validata-core on one file, every row: its cap of 100,000 rows is lifted.

usage: check.py SCHEMA FILE        exit 0 when valid, 2 when not
"""
import logging, pathlib, sys, warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import validata_core

validata_core.VALIDATA_MAX_ROWS = 10**9
sys.exit(0 if validata_core.validate(pathlib.Path(sys.argv[2]), sys.argv[1])["valid"] else 2)
