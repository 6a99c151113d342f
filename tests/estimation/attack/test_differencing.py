"""An attacker compares: size classes with their unions, questions, editions and rounds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure import noise
from participatiemonitor.estimation.disclosure.publication import Publication
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref

from .small import GROUP, Asked, publisher, single

SIZES = (20, 12, 10)
PLACE = np.repeat(np.arange(3), SIZES)
KEYS = [b"key %d" % number for number in range(60)]


def yes_no(seed: int = 0, share: float = 0.5) -> np.ndarray:
    return (np.random.default_rng(seed).random(len(PLACE)) < share).astype(int)


def parts(asked: dict[str, Asked], ref: str, key: bytes = KEYS[0]) -> np.ndarray:
    question, option = ref.split(".")
    return publisher(PLACE, asked)(key).parts(Ref(question, option, GROUP))


def test_the_same_answers_have_the_same_noise_in_every_edition_and_round():
    given = single(yes_no(), 2)
    other = single(yes_no(1), 2)
    for key in KEYS:
        first = parts({"vraag": given}, "vraag.o0", key)
        assert (parts({"andere": other, "zelfde": given}, "zelfde.o0", key) == first).all()


def test_one_changed_answer_gets_a_draw_of_its_own():
    before = yes_no()
    after = before.copy()
    after[0] = 1 - after[0]
    true = [np.bincount(PLACE[one == 0], minlength=3) for one in (before, after)]
    noises = np.array([[parts({"vraag": single(one, 2)}, "vraag.o0", key) - counts
                        for one, counts in zip((before, after), true, strict=True)]
                       for key in KEYS * 1])
    same = (noises[:, 0] == noises[:, 1]).all(axis=1).mean()
    assert same < 0.7
    together = np.corrcoef(noises[:, 0].ravel(), noises[:, 1].ravel())[0, 1]
    assert abs(together) < 4 / np.sqrt(len(KEYS))


@pytest.mark.parametrize("kind", ["net", "complement", "derived", "item"])
def test_other_names_for_the_same_respondents_give_no_other_draw(kind):
    """So that averaging over them gives nothing."""
    given = yes_no()
    items = np.column_stack([given, given * yes_no(2), 1 - given]).astype(float)
    for key in KEYS:
        first = parts({"vraag": single(1 - given, 2)}, "vraag.o0", key)
        if kind == "net":
            # The second item was given only together with the first.
            again = parts({"items": Asked("open", items)}, "items.o0+o1", key)
        elif kind == "complement":
            again = SIZES - parts({"items": Asked("open", items)}, "items.o2", key)
        elif kind == "derived":
            again = parts({"a": single(yes_no(3), 2), "b": single(1 - given, 2)}, "b.o0", key)
        else:
            again = parts({"items": Asked("multiple", items)}, "items.o0", key)
        assert (again == first).all()


def test_what_a_union_of_size_classes_tells_is_the_sum_of_its_parts(estimates, wave):
    domains = wave.info.publication.domains
    seen = 0
    for question in wave.codebook.questions:
        for group in question.asked if question.kind in ("single", "multiple", "open") else ():
            for option in question.option_ids:
                one, other, both, total = (
                    estimates[Ref(question.id, option, group, domain)]
                    for domain in (*domains[:2], "+".join(domains[:2]), "totaal"))
                last = estimates[Ref(question.id, option, group, domains[2])]
                if one.status == other.status == both.status == OK:
                    assert both.count == one.count + other.count
                    seen += 1
                    if last.status == OK:
                        assert both.count + last.count == total.count
    assert seen > 50


def test_a_part_of_a_published_size_class_is_never_shown(estimates, wave):
    for question in wave.codebook.questions:
        for group in question.asked if question.kind in ("single", "multiple", "open") else ():
            for option in question.option_ids:
                for part in ("g4", "g32", "kleiner+g4", "isd+g32"):
                    assert estimates[Ref(question.id, option, group, part)].status != OK


def test_the_attacker_wins_when_each_name_has_a_draw_of_its_own(monkeypatch):
    """Averaged over many names, the noise would be gone."""
    given = yes_no()
    counts = np.bincount(PLACE[given == 1], minlength=3)
    table = np.array([counts, SIZES - counts])
    averaged = np.mean([noise.perturbed(table, KEYS[0], b"name %d" % number)[0]
                        for number in range(100)], axis=0)
    print(f"averaged over 100 names {averaged.round(2)}, in truth {counts}")
    assert (np.round(averaged) == counts).all()


def filter_and_base(key: bytes) -> tuple[np.ndarray, np.ndarray]:
    given = yes_no()
    asked = {"filter": single(given, 2),
             "vervolg": single(np.where(given == 0, yes_no(1), -1), 2, when={"filter": ("o0",)})}
    publication = publisher(PLACE, asked)(key)
    return (publication.parts(Ref("filter", "o0", GROUP)),
            publication.base("vervolg", GROUP).parts)


def test_the_base_of_a_routed_question_has_the_noise_of_its_filter():
    """Who was asked answered, so that an exact base would be the exact count of the filter."""
    found = [filter_and_base(key) for key in KEYS]
    assert all((base == count).all() for count, base in found)
    assert len({base.tobytes() for _, base in found}) > 5


def test_the_attacker_wins_when_the_base_of_a_routed_question_is_exact(monkeypatch):
    monkeypatch.setattr(Publication, "_possible", staticmethod(lambda parts, moved: 0 * moved))
    true = np.bincount(PLACE[yes_no() == 0], minlength=3)
    bases = {filter_and_base(key)[1].tobytes() for key in KEYS}
    print(f"the base is always {true}, the count of the filter")
    assert bases == {true.tobytes()}


# --- where all or none of a size class gave an answer ---------------------------------------------

@pytest.mark.parametrize("all_gave", [True, False])
def test_that_all_or_none_gave_an_answer_is_never_sure(all_gave):
    """In truth all or none of a class did; what is published is mostly something else."""
    given = yes_no()
    given[PLACE == 1] = int(all_gave)
    true = np.bincount(PLACE[given == 1], minlength=3)
    published = np.array([parts({"vraag": single(1 - given, 2)}, "vraag.o0", key)
                          for key in KEYS])
    exact = (published[:, 1] == true[1]).mean()
    print(f"an end is published as it is in {exact:.2f} of the keys")
    assert 0.2 < exact < 0.75
    # And an end is published where it was not so.
    near = given.copy()
    near[np.flatnonzero(PLACE == 1)[0]] = int(not all_gave)
    again = np.array([parts({"vraag": single(1 - near, 2)}, "vraag.o0", key) for key in KEYS])
    assert (again[:, 1] == true[1]).mean() > 0.1


def test_the_attacker_wins_where_ends_are_left_alone(monkeypatch):
    monkeypatch.setattr(noise, "ENDS", 0)
    given = yes_no()
    given[PLACE == 1] = 0
    asked = {"vraag": replace(single(1 - given, 2))}
    published = np.array([parts(asked, "vraag.o0", key) for key in KEYS])
    print(f"nought is published as nought in {(published[:, 1] == 0).mean():.2f} of the keys")
    assert (published[:, 1] == 0).all()
