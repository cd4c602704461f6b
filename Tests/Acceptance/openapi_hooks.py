"""Keeps what schemathesis sends to what an OpenAPI description can promise."""

import datetime
import urllib.parse

import schemathesis
from schemathesis.generation import GenerationMode

# Longer addresses are refused by the HTTP parser itself, before there is a request to answer.
LONGEST_ADDRESS = 30_000


@schemathesis.hook
def filter_case(context, case):
    return len(urllib.parse.urlencode(case.query or {}, doseq=True)) < LONGEST_ADDRESS


@schemathesis.hook
def before_call(context, case, kwargs):
    """A pattern can't tell a cursor that a list gave, nor a day that the calendar has."""
    if case.meta is None or case.meta.generation.mode != GenerationMode.POSITIVE:
        return
    query = case.query or {}
    query.pop("cursor", None)
    for name in ("from", "to"):
        value = query.get(name)
        if isinstance(value, str) and len(value) == 10:
            try:
                datetime.date.fromisoformat(value)
            except ValueError:
                query[name] = value[:7]
