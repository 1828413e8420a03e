import { expect } from '@open-wc/testing';
import { checkSource } from '../../src/doctor/check-source.ts';
import type { CheckOptions, Finding, SourceReport } from '../../src/doctor/doctor.ts';
import { addDays } from '../../src/model/plain-date.ts';
import { plainDateAt } from '../../src/model/time-zone.ts';

const ADDRESS = 'https://daten.auental.example/termine.json';
const today = plainDateAt('Europe/Berlin', Date.now());

const event = (days: number) => ({
  uid: `e${days}@auental.example`,
  title: 'Mittagsgespräch mit Frau Muster',
  start: addDays(today, days),
  end: addDays(today, days + 1),
  allDay: true,
});
const json = (data: unknown): Response =>
  new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } });
const answering =
  (answer: () => Response | Promise<Response>): typeof fetch =>
  () =>
    Promise.resolve(answer());
const check = (answer: () => Response | Promise<Response>, options: CheckOptions = {}, src = ADDRESS) =>
  checkSource(src, { fetch: answering(answer), ports: ['events'], language: 'de', ...options });

const codes = ({ findings }: SourceReport): string[] => findings.map(({ code }) => code);
const only = ({ findings }: SourceReport): Finding => {
  expect(findings).to.have.lengthOf(1);
  return findings[0]!;
};

describe('trying a source', () => {
  it('says how many events there are and when the next one is, without their names', async () => {
    const report = await check(() => json({ events: [event(-3), event(2), event(9)] }));
    expect(report.ok).to.equal(true);
    expect(report.sources[0]).to.deep.include({ kind: 'static', address: ADDRESS });
    expect(report.sources[0]?.data[0]).to.deep.include({ port: 'events', count: 2, past: false });
    expect(report.sources[0]?.data[0]?.dates).to.deep.equal([addDays(today, 2), addDays(today, 9)]);
    const { severity, cause } = only(report);
    expect(severity).to.equal('ok');
    expect(cause).to.match(/^Die Quelle antwortet: 2 Termine, der nächste am \w+\., \d+\. \S+ \d{4}\.$/);
    expect(JSON.stringify(report)).not.to.contain('Muster');
  });

  it('finds the kind by looking where the address does not tell it', async () => {
    const report = await check(() => json({ posts: [] }), { ports: ['posts'] }, 'https://daten.auental.example/blog');
    expect(report.sources[0]?.kind).to.equal('static');
    expect(codes(report)).to.deep.equal(['source-empty']);
  });

  it('hints at a calendar that nobody keeps any more', async () => {
    const report = await check(() => json({ events: [event(-30)] }));
    expect(report.ok).to.equal(true);
    expect(only(report)).to.deep.include({ code: 'source-past', severity: 'hint' });
    expect(only(report).cause).to.contain('1 Termin im vergangenen Jahr');
  });

  it('says whatever a source has where nothing is asked for', async () => {
    const idea = { id: 'i1', title: 'Formulare vorlesen lassen', summary: 'Kurz', createdAt: `${today}T08:00:00Z` };
    const report = await check(() => json({ events: [event(1)], ideas: [idea] }), { ports: undefined });
    expect(only(report).cause).to.match(/1 Termin, der nächste am .*; 1 Idee/);
  });

  it('says that a source has no data of the kind that is wanted', async () => {
    const report = await check(() => new Response('BEGIN:VCALENDAR'), { ports: ['posts'] }, `icalendar+${ADDRESS}`);
    expect(report.ok).to.equal(false);
    expect(only(report).code).to.equal('source-lacks');
    expect(only(report).cause).to.contain('keine Beiträge; sie hat: Termine');
  });

  for (const [name, answer, code, word] of [
    ['nothing at the address', () => new Response('', { status: 404 }), 'source-missing', /gibt es nichts \(404\)/],
    ['no access', () => new Response('', { status: 403 }), 'source-denied', /verweigert den Zugriff \(403\)/],
    [
      'a page for people',
      () => new Response('<!doctype html><html><title>Kalender</title>', { headers: { 'content-type': 'text/html' } }),
      'source-html',
      /eine Webseite, nicht die Daten/,
    ],
    ['broken data', () => new Response('{"events": [', { status: 200 }), 'source-invalid', /nicht in dem Format/],
    ['too many questions', () => new Response('', { status: 429 }), 'source-busy', /nimmt gerade keine Anfragen an/],
  ] as const) {
    it(`tells of ${name}, and what to do`, async () => {
      const report = await check(answer);
      expect(report.ok).to.equal(false);
      const finding = only(report);
      expect(finding.code).to.equal(code);
      expect(finding.cause).to.match(word);
      expect(finding.cure).not.to.equal('');
    });
  }

  it('gives up a source that does not answer', async () => {
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      );
    const report = await checkSource(ADDRESS, { fetch: never, timeout: 30, ports: ['events'], language: 'de' });
    expect(only(report).code).to.equal('source-timeout');
  });

  it("names the header with the page's exact origin where only the answer is hidden", async () => {
    const hidden: typeof fetch = (_input, init) =>
      init?.mode === 'no-cors' ? Promise.resolve(new Response()) : Promise.reject(new TypeError('Failed to fetch'));
    const report = await checkSource(ADDRESS, { fetch: hidden, ports: ['events'], language: 'de' });
    const finding = only(report);
    expect(finding.code).to.equal('source-cors');
    expect(finding.copy).to.equal(`Access-Control-Allow-Origin: ${location.origin}`);
    expect(finding.cause).to.contain('https://daten.auental.example').and.to.contain(location.origin);
  });

  it('never asks an address with credentials, and shows them to nobody', async () => {
    let asked = 0;
    const src = 'https://mara:geheim@daten.auental.example/termine.json';
    const report = await check(() => (asked++, json({})), {}, src);
    expect(only(report).code).to.equal('VR006');
    expect(asked).to.equal(0);
    expect(JSON.stringify(report)).not.to.contain('geheim');
  });

  it('tells of a kind that does not exist, of words that are no address, and of nothing at all', async () => {
    expect(codes(await check(() => json({}), {}, `kalender+${ADDRESS}`))).to.deep.equal(['VR004']);
    expect(codes(await check(() => json({}), {}, 'https://'))).to.deep.equal(['VR007']);
    expect(codes(await check(() => json({}), {}, '  '))).to.deep.equal(['source-none']);
  });

  it('tells of each address by itself', async () => {
    const half: typeof fetch = (input) =>
      Promise.resolve(
        (input as string).includes('tot') ? new Response('', { status: 404 }) : json({ events: [event(1)] }),
      );
    const src = `${ADDRESS} https://tot.example/x.json`;
    const report = await checkSource(src, { fetch: half, ports: ['events'], language: 'de' });
    expect(report.ok).to.equal(false);
    expect(report.findings.map(({ subject, code }) => `${code} ${subject}`)).to.deep.equal([
      `source-found Quelle ${ADDRESS} (static)`,
      'source-missing Quelle https://tot.example/x.json (static)',
    ]);
  });

  it('speaks English where the editor does', async () => {
    const report = await check(() => json({ events: [event(2)] }), { language: 'en-IE' });
    expect(only(report).cause).to.match(/^The source answers: 1 event, the next on /);
  });

  it('stops when it is called off', async () => {
    const abort = new AbortController();
    abort.abort();
    let reason: unknown;
    await check(() => json({}), { signal: abort.signal }).catch((error: unknown) => (reason = error));
    expect(reason).to.equal(abort.signal.reason);
  });
});
