"""Names of quantities: which answer to which question, of whom."""

from __future__ import annotations

from dataclasses import dataclass, replace

ALL = "totaal"
BOTH = "beide"
ALIASES = {"sd": "sociale_dienst", "aw": "afdeling_welzijn"}


@dataclass(frozen=True, order=True)
class Ref:
    """The name of one quantity.

    Written as ``source:question.option@group/domain``. The source may be left out: it is the wave
    that is asked. The option may be a net, options joined by ``+``:
    respondents that gave at least one of them. The domain is ``totaal`` (and may be left out), a
    stratum, or strata joined by ``+``. The group may be shortened to ``sd`` or ``aw``; ``beide``
    stands for each of the two groups apart, never for their sum.

    Attributes
    ----------
    question, option, group, domain : str
        `option` is empty where the question has no options.
    """

    question: str
    option: str = ""
    group: str = BOTH
    domain: str = ALL
    source: str = ""

    @classmethod
    def parse(cls, text: str, within: Ref | None = None) -> Ref:
        """Read the written form.

        Parameters
        ----------
        text : str
            For example ``wmo_uitvoering.hele@sd/kleiner``.
        within : Ref, optional
            Gives the parts that `text` leaves out: ``@aw`` is the same quantity of the other
            group.

        Returns
        -------
        Ref
        """
        source, colon, rest = text.rpartition(":")
        rest, slash, domain = rest.partition("/")
        rest, at, group = rest.partition("@")
        question, dot, option = rest.partition(".")
        # Each part, and the sign that it is there; another question has other options.
        parts = {"question": (question, question), "option": (option, question or dot),
                 "group": (ALIASES.get(group, group), at), "domain": (domain, slash),
                 "source": (source, colon)}
        return replace(within or cls(""), **{
            name: part for name, (part, written) in parts.items() if written})

    def __str__(self) -> str:
        option = f".{self.option}" if self.option else ""
        domain = f"/{self.domain}" if self.domain != ALL else ""
        source = f"{self.source}:" if self.source else ""
        return f"{source}{self.question}{option}@{self.group}{domain}"

    @property
    def options(self) -> tuple[str, ...]:
        """The options of the net; one empty string where there are none."""
        return tuple(self.option.split("+"))

    @property
    def domains(self) -> tuple[str, ...]:
        """The strata of the domain, or ``("totaal",)``."""
        return tuple(self.domain.split("+"))

    def of(self, group: str) -> Ref:
        """The same quantity of another group."""
        return replace(self, group=ALIASES.get(group, group))
