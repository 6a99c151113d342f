"""Whom a variable is about: the group, and who was asked by what they answered before."""

from __future__ import annotations

from participatiemonitor.dutch import capital, enumeration
from participatiemonitor.survey.codebook import Derivation, Question
from participatiemonitor.survey.exchange.questionnaire import Text
from participatiemonitor.survey.exchange.routing_words import chosen
from participatiemonitor.survey.wave import Wave


def universe(question: Question | None, wave: Wave) -> Text:
    """Who was asked a question, as a sentence.

    Parameters
    ----------
    question : Question or None
        None of what everybody is asked.
    wave : Wave

    Returns
    -------
    Text
    """
    groups = [wave.info.groups[one] for one in (question.asked if question else wave.info.groups)]
    nl = capital(enumeration(one.nl for one in groups))
    en = capital(enumeration((one.en for one in groups), "and"))
    if question is None:
        return Text(f"{nl}.", f"{en}.")
    if question.derived:
        sources = enumeration(question.derived.sources)
        return Text(f"{nl}; niet gevraagd, maar afgeleid uit {sources}.",
                    f"{en}; not asked, but derived from "
                    f"{enumeration(question.derived.sources, 'and')}.")
    ticked = chosen(question, wave.codebook, str)
    if not ticked.nl:
        return Text(f"{nl}.", f"{en}.")
    return Text(f"{nl}; alleen wie {ticked.nl} heeft aangekruist.",
                f"{en}; only those who ticked {ticked.en}.")


def derivation(question: Question, wave: Wave) -> Text:
    """How the answer to a derived question follows from others, as a sentence."""
    rule = question.derived or Derivation()
    if rule.highest:
        order = enumeration((f"‘{one.nl}’" for one in question.options), "en dan")
        order_en = enumeration((f"‘{one.en}’" for one in question.options), "and then")
        return Text(f"Het eerste antwoord, in de volgorde {order}, dat bij een van deze vragen is "
                    f"gegeven: {enumeration(rule.highest)}.",
                    f"The first answer, in the order {order_en}, that was given to any of these "
                    f"questions: {enumeration(rule.highest, 'and')}.")
    leads = [(source, [wave.codebook[source].option(one) for one in options])
             for source, options in rule.any.items()]
    return Text(
        "Ja als een van deze antwoorden is gegeven: " + "; ".join(
            f"{source}: {enumeration((f'‘{one.nl}’' for one in options), 'of')}"
            for source, options in leads) + ". Anders nee.",
        "Yes if any of these answers was given: " + "; ".join(
            f"{source}: {enumeration((f'‘{one.en}’' for one in options), 'or')}"
            for source, options in leads) + ". Otherwise no.")
