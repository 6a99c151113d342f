"""Codings of two coders are put beside each other, or refused with what is wrong."""

import numpy as np
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.elements.codings import coded


def test_one_coder_is_coded_alone(frames, elements, found):
    alone = coded(frames[:1], elements)
    assert np.array_equal(alone.marks, found.marks[:1])
    with pytest.raises(InputError, match=r"de codeur geeft .* geen trede"):
        coded([frames[0].assign(rung=7)], elements)


def test_the_order_of_a_coder_does_not_matter(frames, elements, found):
    first, second = frames
    other = coded([first, second.sample(frac=1, random_state=16)], elements)
    assert np.array_equal(other.marks, found.marks)
    assert np.array_equal(other.rungs, found.rungs)
    assert found.marks.shape == (2, 15, 12)


@pytest.mark.parametrize(("spoil", "words"), [
    (lambda a, b: (a.iloc[:0], b), "geen interventies"),
    (lambda a, b: (a.drop("i03"), b), "alleen de tweede codeur heeft i03; verwacht: dezelfde"),
    (lambda a, b: (a.rename({"i03": "x"}), b), "alleen de eerste codeur heeft x; alleen de tweede"),
    (lambda a, b: (a, b.rename({"i03": "i04"})), "de tweede codeur heeft i04 meer dan één keer"),
    (lambda a, b: (a.drop(columns="e05"), b), "de eerste codeur zegt niet of .* het element e05"),
    (lambda a, b: (a, b.replace({"rung": {0: 5}})), "de tweede codeur geeft .* geen trede"),
    (lambda a, b: (a, b.assign(rung=np.nan)), "i10 en 5 andere geen trede"),
    (lambda a, b: (a.assign(e02=[None, *[1] * 14]), b), "zegt niet of i01 het element e02")])
def test_what_is_not_coded_twice_is_refused(frames, elements, spoil, words):
    with pytest.raises(InputError, match=words):
        coded(spoil(*frames), elements)
