import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { de as editorDe } from '../../src/i18n/de/event-editor.ts';
import { de as offersDe } from '../../src/i18n/de/event-offers.ts';
import { en as editorEn } from '../../src/i18n/en/event-editor.ts';
import { en as offersEn } from '../../src/i18n/en/event-offers.ts';

describe('words of those who organise and offer', () => {
  it('count one and many', () => {
    assert.equal(editorDe.editor.told(1, 0), '1 angemeldete Person wird benachrichtigt.');
    assert.equal(editorDe.editor.told(23, 2), '23 Angemeldete und 2 auf der Warteliste werden benachrichtigt.');
    assert.equal(editorDe.editor.told(0, 0), 'Noch ist niemand angemeldet; es wird niemand benachrichtigt.');
    assert.equal(editorEn.editor.told(23, 0), '23 registered people will be told.');
    assert.equal(editorDe.editor.belowRegistered(1), 'Schon 1 Person ist angemeldet; weniger Plätze geht nicht');
    assert.equal(
      editorDe.editor.changedDates(1, 2),
      '1 zusätzlicher Termin und 2 ausgelassene Termine: das bleibt erhalten.',
    );
    assert.equal(offersDe.offers.tellsFirst(1), '1 Person hat Interesse und erfährt es zuerst.');
    assert.equal(offersDe.offers.datedSaid(7), 'Der Termin steht im Kalender. 7 Menschen sind benachrichtigt.');
    assert.equal(offersEn.offers.withdrawAsk(1), 'Withdraw this impulse? 1 person is interested and will be told.');
    assert.equal(offersEn.offers.interested(0), 'Nobody interested yet');
  });

  it('name repetition by its first date', () => {
    assert.equal(editorDe.editor.repeats['monthly-nth'](2, 'Dienstag'), 'Monatlich am zweiten Dienstag');
    assert.equal(editorEn.editor.repeats['monthly-last']('Tuesday'), 'Monthly on the last Tuesday');
  });
});
