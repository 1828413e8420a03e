import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WIDGETS, type State } from './builder.ts';
import { CALENDAR, make, NETWORK } from './make-outcome.ts';

describe('the texts for the website', () => {
  const privacy = (widget: string, settings: Record<string, string>, sources = [NETWORK], more: Partial<State> = {}) =>
    make({ widget, settings, sources, ...more }).privacy;

  it('name the servers that a browser asks, and no other', () => {
    assert.match(make({}).privacy, /von den Servern hub.stadt.example und www.kreis.example\./);
    assert.match(privacy('blog-feed', {}), /von dem Server hub.stadt.example\./);
    const listed = { images: 'listed', 'image-hosts': 'bilder.example, b.example' };
    assert.match(privacy('blog-feed', listed), /hub.stadt.example, bilder.example und b.example\./);
    assert.doesNotMatch(privacy('event-calendar', listed), /bilder/);
    const plugin = { system: 'wordpress', rights: 'plugin' };
    assert.match(make(plugin).privacy, /von unserem eigenen Server und dem Server www.kreis.example\./);
    const elsewhere = [{ ...NETWORK, url: 'https://netz.example/' }];
    assert.match(privacy('idea-board', {}, elsewhere, { system: 'sharepoint' }), /von dem Server netz.example\./);
    const frame = { system: 'other', form: 'frame' };
    assert.match(privacy('idea-board', {}, elsewhere, frame), /von den Servern netz.example und hub.stadt.example\./);
  });

  it('promise nothing for a link but that nothing is asked before somebody follows it', () => {
    const toData = make({ system: 'sharepoint' });
    assert.match(toData.privacy, /ein Link zu dem Server www.kreis.example. Erst wer ihm folgt/);
    assert.doesNotMatch(toData.privacy + toData.accessibility, /WCAG|Cookies|ohne Skript/);
    assert.match(privacy('event-calendar', {}, [NETWORK], { system: 'nextcloud' }), /Erst wer ihm folgt.*Cookie/s);
  });

  it('say what is kept on the device, and when', () => {
    const submission = privacy('idea-submission', {});
    assert.match(submission, /merkt sich der Baustein nichts\. Nur wenn sich jemand mitten im Schreiben anmeldet/);
    assert.match(submission, /Schon beim Schreiben gehen Titel und Problem als Suche dorthin/);
    assert.match(submission, /Zum Lesen werden keine Cookies gesetzt\. Wer sich anmeldet/);
    assert.match(
      privacy('idea-submission', { storage: 'session' }),
      /bis zum Schließen des Tabs: der Entwurf der Idee/,
    );
    assert.match(privacy('idea-submission', { storage: 'local' }), /nur, wenn jemand das ankreuzt/);
    assert.match(privacy('event-calendar', { storage: 'local' }), /Anmeldungen, die noch nicht angekommen sind\. Das/);
    assert.match(privacy('blog-feed', { storage: 'local' }), /wann er zuletzt hier war.*Einwilligung/);
  });

  it('say of foreign sources only what holds there', () => {
    assert.match(make({}).privacy, /merkt sich der Baustein nichts\.\nDer Baustein setzt keine Cookies/);
    assert.doesNotMatch(privacy('event-calendar', { storage: 'session' }, [CALENDAR]), /Netzwerks|Entwürfe/);
    const cloud = [{ url: 'https://cloud.example/', kind: 'nextcloud', label: '' }];
    assert.doesNotMatch(privacy('peer-directory', {}, cloud), /zugestimmt|Kontaktanfrage/);
    assert.match(privacy('event-calendar', {}, [CALENDAR, NETWORK]), /Wer sich anmeldet, bekommt/);
  });

  it('are there for every widget', () => {
    for (const { id } of WIDGETS) {
      const { privacy: data, accessibility } = make({ widget: id, sources: [NETWORK] });
      assert.ok(!/undefined|!/.test(data + accessibility), id);
      assert.match(accessibility, /WCAG 2\.2/);
    }
  });
});
