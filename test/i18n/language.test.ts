import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../src/i18n/en/words.ts';
import { de } from '../../src/i18n/de/words.ts';
import { commonWords, dictionaryOf, localeOf, messagesOf } from '../../src/i18n/language.ts';

describe('the language of a page', () => {
  it('has its own dictionary, else the English one, else, with nothing said, the German one', () => {
    const cases = {
      '': 'de',
      de: 'de',
      'de-AT': 'de',
      DE: 'de',
      en: 'en',
      'en-US': 'en',
      fr: 'en',
      'zh-Hant-TW': 'en',
    };
    for (const [tag, language] of Object.entries(cases)) assert.equal(dictionaryOf(tag), language, tag);
  });

  it('has the dates of its region; bare English is British', () => {
    const cases = {
      '': 'de-DE',
      de: 'de',
      'de-AT': 'de-AT',
      'de-ch': 'de-CH',
      en: 'en-GB',
      'en-US': 'en-US',
      fr: 'en-GB',
    };
    for (const [tag, locale] of Object.entries(cases)) assert.equal(localeOf(tag), locale, tag);
  });

  it('survives tags that are none', () => {
    for (const tag of ['de-', 'de_DE', 'en-ungültig', 'x', '-', '  ']) {
      assert.doesNotThrow(() => new Intl.DateTimeFormat(localeOf(tag)), tag);
    }
  });

  it('loads a dictionary once; German is always at hand', async () => {
    assert.equal(messagesOf('de-AT', commonWords), de);
    const first = messagesOf('en', commonWords);
    assert.equal(await first, en);
    assert.equal(messagesOf('en-US', commonWords), en);
  });
});
