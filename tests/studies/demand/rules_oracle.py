"""Rules held against one client at a time, in the plainest way; None is not known."""

import operator

from participatiemonitor.studies.demand.rules import Comparison, Not, Or, normal

SIGNS = {"=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le,
         ">": operator.gt, ">=": operator.ge}


def holds(rule, client):
    """Whether a rule is true of a client: True, False or None."""
    if isinstance(rule, Comparison):
        return compared(rule, client[rule.field])
    if isinstance(rule, Not):
        inner = holds(rule.rule, client)
        return None if inner is None else not inner
    parts = [holds(part, client) for part in rule.parts]
    deciding = isinstance(rule, Or)
    if deciding in parts:
        return deciding
    return None if None in parts else not deciding


def compared(one, value):
    if value is None:
        return None
    if one.field == "barriers":
        if one.sign == "has":
            return one.values[0] in [normal(word) for word in value]
        value = len(value)
    if isinstance(value, str):
        inside = normal(value) in one.values
        return not inside if one.sign == "!=" else inside
    return SIGNS[one.sign](value, one.values[0])
