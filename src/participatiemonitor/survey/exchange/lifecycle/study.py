"""The study as a whole: title, population, and what was asked and answered."""

from __future__ import annotations

from lxml.etree import _Element as Element

from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.lifecycle.collection import data_collection
from participatiemonitor.survey.exchange.lifecycle.elements import (
    add,
    contents,
    identify,
    item,
    root,
    strings,
    written,
)
from participatiemonitor.survey.exchange.lifecycle.product import logical_product
from participatiemonitor.survey.exchange.universes import universe
from participatiemonitor.survey.exchange.variables import variables
from participatiemonitor.survey.wave import Wave

FILE = "ddi-lifecycle.xml"


def ddi_lifecycle(wave: Wave) -> bytes:
    """Describe a round; no frequencies.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    bytes
        An XML file in the language of DDI Lifecycle 3.3, with texts in Dutch and in English.
    """
    described = variables(wave)
    instance = identify(root("DDIInstance"), f"monitor-{wave.year}")
    _citation(instance, wave)
    study = item(instance, "s:StudyUnit", "study")
    _citation(study, wave)
    contents(study, "r:Abstract", asking.origin(wave.info))
    _population(study, wave)
    data_collection(study, wave, described)
    logical_product(study, wave, described)
    return written(instance)


def _citation(parent: Element, wave: Wave) -> None:
    citation = add(parent, "r:Citation")
    strings(citation, "r:Title", asking.title(wave.info))


def _population(study: Element, wave: Wave) -> None:
    """Everybody, and who was asked each question."""
    scheme = item(item(study, "c:ConceptualComponent", "concepts"), "c:UniverseScheme",
                  "universes")
    for name, asked in (("universe", None), *((f"universe-{one.id}", one)
                                              for one in wave.codebook.questions)):
        contents(item(scheme, "c:Universe", name), "r:Description", universe(asked, wave))
