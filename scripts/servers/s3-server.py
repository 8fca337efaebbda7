#!/usr/bin/env python3
"""moto's server, with signatures checked over the address as it was sent: moto decodes it first, and then refuses any question that
has a slash in it, botocore's own too (5.2.1).

s3-server.py -H HOST -p PORT
"""
import sys

from flask import request
from moto.iam import access_control
from moto.server import main

create = access_control.IAMRequestBase._create_aws_request


def as_sent(self):
    self._path = request.environ.get("RAW_URI", self._path)
    return create(self)


access_control.IAMRequestBase._create_aws_request = as_sent
sys.exit(main())
