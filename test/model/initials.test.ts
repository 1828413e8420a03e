import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { initialsOf } from '../../src/model/initials.ts';

const NAMES: Readonly<Record<string, string>> = {
  'Mara Kestner': 'MK',
  'mara kestner': 'MK',
  'Anna-Lena Groß': 'AG',
  'Ösra Ünal': 'ÖÜ',
  'Karl von und zu Lindenhafen': 'KL',
  'Karl Von Lindenhafen': 'KL',
  'Jan van der Meer': 'JM',
  'María de la Cruz': 'MC',
  'Fatima al-Sayed': 'FS',
  'Fatima El Sayed': 'FS',
  'Luca d’Angelo': 'LA',
  'Al Brandt': 'AB',
  'von Lindenhafen': 'L',
  von: 'V',
  'Dr. Mara Kestner': 'MK',
  'Prof. Dr. med. Mara Kestner': 'MK',
  'Mara Kestner, M.A.': 'MK',
  'Kestner, Mara': 'MK',
  'Kestner, Dr. Mara': 'MK',
  'J. R. Kestner': 'JK',
  'J.R. Kestner': 'JK',
  'Mara Kestner M.Sc.': 'MK',
  'mara.kestner': 'M',
  'Mara Kestner (sie/ihr)': 'MK',
  'Mara Kestner (Kreis': 'MK',
  Mara: 'M',
  A: 'A',
  'X Æ': 'XÆ',
  'ß Beta': 'ßB',
  王小明: '王',
  '“Mara” Kestner': 'MK',
  '🦊 Fuchs': 'F',
  '🦊': '🦊',
  '👩🏽‍💻': '👩🏽‍💻',
  '': '',
  '   ': '',
  '\u202eMara Kestner': 'MK',
};

test('Initials are those of the given and the family name, whatever stands between and around them', () => {
  for (const [name, initials] of Object.entries(NAMES)) assert.equal(initialsOf(name), initials, name);
});

test('Arabic letters stay apart, the article does not count, and Hebrew reads as it is written', () => {
  assert.equal(initialsOf('فاطمة السيد'), 'ف\u200cس');
  assert.equal(initialsOf('مريم'), 'م');
  assert.equal(initialsOf('דוד כהן'), 'דכ');
});

test('A letter with its marks is one letter, also where it came in pieces', () => {
  assert.equal(initialsOf('O\u0308zge U\u0308nal'), 'ÖÜ');
  assert.equal(initialsOf('N\u0323\u0304ame Zet'), 'N\u0323\u0304'.normalize('NFC') + 'Z');
});

const { Segmenter } = Intl;
const setSegmenter = (value: unknown): void => void Object.assign(Intl, { Segmenter: value });
afterEach(() => setSegmenter(Segmenter));

test('A browser without Intl.Segmenter shows the same initials', () => {
  setSegmenter(undefined);
  for (const [name, initials] of Object.entries(NAMES)) assert.equal(initialsOf(name), initials, name);
});
