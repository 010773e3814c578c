"""Each sentence of a report finds its place in the blocks, and its way back to the facts."""

import pytest

from generator.commands.explain import explain_sentences
from generator.commands.steps import Given, prepare_report
from generator.preview.sentences import sentences_by_field, sentences_by_line, sentences_in
from tests.finished import EXAMPLES


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_sentence_of_the_examples_has_its_place_in_reading_order(path):
    prepared = prepare_report(path, Given())
    sentences, blocks = prepared.draft.sentences, prepared.document.blocks
    places = sentences_in(blocks, sentences)
    assert [one.number for one in places] == [*range(len(sentences))]
    assert [blocks[one.block].text[one.start : one.end] for one in places] == [
        one.text.strip() for one in sentences
    ]
    assert list(places) == sorted(places, key=lambda one: (one.block, one.start))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_ground_leads_back_to_a_sentence_that_prints_it(path):
    prepared = prepare_report(path, Given())
    sentences = explain_sentences(prepared)
    said = prepared.draft.sentences
    by_field, by_line = sentences_by_field(said), sentences_by_line(said, prepared.facts)
    for number, sentence in enumerate(sentences):
        for ground in sentence.grounds:
            assert ground in sentences[by_field[ground.field]].grounds
            if ground.place.file == path.name:
                assert number in by_line[ground.place.line]
