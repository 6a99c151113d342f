"""What the study of the demand publishes of a folder."""

from __future__ import annotations

from participatiemonitor.studies.demand.demand import demands
from participatiemonitor.studies.demand.form import FORM
from participatiemonitor.studies.demand.inputs import Inputs
from participatiemonitor.studies.demand.reporting import (
    clients,
    doubts,
    drivers,
    national,
    payment,
    provisions,
)
from participatiemonitor.studies.demand.shown import shown
from participatiemonitor.studies.report import Report, report_of


def report(given: Inputs, key: bytes) -> Report:
    """What is published of a folder.

    Parameters
    ----------
    given : Inputs
    key : bytes
        Of the folder; patterns of profiles are told without noise, so that it draws nothing here.

    Returns
    -------
    Report
    """
    told = shown(given)
    found = () if told.clients is None else demands(
        told.clients, told.provisions, given.needs, given.dominant)
    causes = drivers.drivers(given, told.clients, found)
    tables = [
        clients.profile_table(given, told.clients), national.factor_table(given, told.national),
        national.class_table(given), provisions.demand_table(found),
        provisions.share_table(found, given.dominant),
        provisions.part_table(given, told.clients, found), drivers.total_table(given, causes),
        doubts.each_table(given, causes, found), doubts.doubt_table(given, causes, found),
        payment.overview_table(given), payment.cost_table(given)]
    figures = [
        clients.profile_figure(given, told.clients), provisions.share_figure(found),
        drivers.total_figure(given, causes), doubts.doubt_figure(given, causes, found)]
    said = {
        "klanten": clients.largest(given, told.clients),
        "manier": f"{clients.way(given, told.clients)} {national.correction(given, told.national)}",
        "wachtlijst": " ".join(f"{one}." for one in provisions.waiting(found) if one),
        "dominant": provisions.dominant(found),
        "oorzaak": drivers.cause(given, causes, found),
        "onzekerheid": (f"{drivers.cause(given, causes, found)} "
                        f"{drivers.advice(given, causes)}"),
        "twijfel": doubts.doubt(given, causes, found), "kosten": payment.costs(given),
        "bekostiging": f"{payment.costs(given)} {payment.agreements(given)}"}
    return report_of(FORM.study, tables, figures,
                     **{name: text.strip() for name, text in said.items()})
