import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createCaldavBackend } from '../../../../src/backend/adapters/icalendar/caldav-adapter.ts';
import { readMultistatus } from '../../../../src/backend/adapters/icalendar/dav-multistatus.ts';
import { CONTRACT_VEVENTS } from '../../contract/contract-vevents.ts';
import { serve } from '../../support/server.ts';
import { sharedPath } from './support/calendars.ts';
import { caldavServer } from './support/caldav-server.ts';

const march = { from: '2026-03-01', to: '2026-04-01' };
const winter = { from: '2026-10-01', to: '2027-01-01' };

/** A server that answers everything alike. */
const answering = (status: number, body: string, type = 'application/xml') =>
  serve((_, response) => response.writeHead(status, { 'content-type': type }).end(body));

async function listOf(status: number, body: string, type?: string) {
  const server = await answering(status, body, type);
  try {
    return await createCaldavBackend({ src: `${server.origin}/cal/` }).events.list(march);
  } finally {
    await server.close();
  }
}

describe('a CalDAV collection', () => {
  it('is asked for the months that are looked at, each once', async () => {
    const server = await caldavServer(CONTRACT_VEVENTS, { query: true });
    const { events } = createCaldavBackend({ src: server.src });
    await events.list(march);
    await events.list({ ...march, q: 'camp' });
    await events.list({ from: '2026-04-01', to: '2026-05-01' });
    assert.deepEqual(server.asked, ['calendar-query', 'calendar-query']);
    await events.list(march, { fresh: true });
    assert.equal(server.asked.length, 3);
    await server.close();
  });

  it('is tried one way after the other, and then by the way that worked', async () => {
    const server = await caldavServer(CONTRACT_VEVENTS, { file: 'export' });
    const { events } = createCaldavBackend({ src: server.src });
    await events.list(march);
    const tries = server.asked.length;
    assert.deepEqual(
      server.asked.map((name) => name.replace(/\/.*\//, '')),
      ['calendar-query', 'propfind', 'GET ', 'GET ?export'],
    );
    await events.list({ from: '2026-04-01', to: '2026-05-01' });
    assert.equal(server.asked.length, tries, 'the file holds all months');
    assert.match(events.subscribeUrl!, /^webcal:.*\?export$/);
    await server.close();
  });

  it('is named by itself, unless the editor has named it; entries elsewhere are not followed', async () => {
    const server = await caldavServer(CONTRACT_VEVENTS, { propfind: true, multiget: true });
    const named = await createCaldavBackend({ src: server.src }).events.list(march);
    assert.equal(named.items[0]?.source?.label, 'Kreis & Stadt');
    const given = await createCaldavBackend({ src: server.src, label: 'Meine' }).events.list(march);
    assert.equal(given.items[0]?.source?.label, 'Meine');
    await server.close();
  });

  it('without events in a month is no error', async () => {
    const { items, problems } = await listOf(207, '<multistatus xmlns="DAV:"/>');
    assert.deepEqual([items, problems], [[], []]);
  });

  it('tells what could not be read of it, and shows the rest', async () => {
    const body = `<multistatus><response><href>/a</href><status>HTTP/1.1 507 Insufficient Storage</status></response>
      <response><href>/b.ics</href><status>HTTP/1.1 404 Not Found</status></response>
      <response><propstat><prop><C:calendar-data><![CDATA[BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:A & B
DTSTART:20260310T170000Z
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:quatsch
END:VEVENT
END:VCALENDAR]]></C:calendar-data></prop></propstat></response></multistatus>`;
    const { items, problems } = await listOf(207, body);
    assert.deepEqual(
      items.map(({ title }) => title),
      ['A & B'],
    );
    assert.deepEqual(problems.map(({ code }) => code).sort(), ['invalid-item', 'limit-reached', 'unsupported-part']);
  });

  for (const [status, body, kind] of [
    [401, '', 'denied'],
    [404, '', 'missing'],
    [503, '', 'busy'],
    [200, '<!doctype html><html><body>Anmelden</body></html>', 'invalid'],
    [200, '', 'invalid'],
    [207, '{"kein": "xml"}', 'invalid'],
  ] as const)
    it(`that answers ${status} with ${body.slice(0, 10) || 'nothing'} fails as ${kind}`, async () => {
      await assert.rejects(listOf(status, body), { name: 'BackendError', kind });
    });
});

describe('a multistatus', () => {
  it('is read whatever its prefixes, with entities, comments and elements without end', () => {
    const [first] = readMultistatus(
      `<?xml version='1.0'?><D:multistatus xmlns:D="DAV:"><!-- > --><D:response><D:href>/a%20b/</D:href><D:propstat>
      <D:prop><D:displayname>Rat &amp; Haus &#228;</D:displayname><D:resourcetype><D:collection/><x:calendar xmlns:x="y>z"/></D:resourcetype>
      </D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat><D:propstat><D:prop><D:owner>x</D:owner></D:prop>
      <D:status>HTTP/1.1 404 Not Found</D:status></D:propstat></D:response>`,
    )!;
    assert.equal(first!.href, '/a%20b/');
    assert.equal(first!.texts.get('displayname'), 'Rat & Haus ä');
    assert.equal(first!.texts.has('owner'), false);
    assert.deepEqual([...first!.types], ['collection', 'calendar']);
    assert.equal(readMultistatus('BEGIN:VCALENDAR'), undefined);
  });

  it('is never waited for: broken and huge ones come to an end', { timeout: 20_000 }, () => {
    for (const text of [
      `<multistatus>${'<response>'.repeat(30_000)}`,
      `<multistatus>${'<a "'.repeat(20_000)}`,
      `<multistatus>${'<!--'.repeat(20_000)}`,
      `<multistatus>${'</response>'.repeat(20_000)}`,
      `<multistatus><![CDATA[${'x'.repeat(100_000)}`,
    ]) {
      assert.ok(readMultistatus(text));
    }
  });

  const fixture = (name: string): string | null => sharedPath(`fixtures/radicale/${name}`);
  it(
    'of a real Radicale is read',
    { skip: !fixture('propfind-depth1.xml') && 'no recorded answers beside' },
    async () => {
      const listed = readMultistatus(readFileSync(fixture('propfind-depth1.xml')!, 'utf8'))!;
      assert.deepEqual(
        listed.map(({ href }) => href),
        ['/public/events/', '/public/events/single.ics', '/public/events/series.ics', '/public/events/allday.ics'],
      );
      assert.equal(listed[0]!.texts.get('displayname'), 'Öffentliche Termine');
      assert.ok(listed[0]!.types.has('calendar'));
      const server = await answering(207, readFileSync(fixture('report-calendar-query.xml')!, 'utf8'));
      const { items, problems } = await createCaldavBackend({ src: `${server.origin}/public/events/` }).events.list(
        winter,
      );
      await server.close();
      assert.deepEqual(problems, []);
      assert.equal(items.length, 12);
      const moved = items.find(({ changed }) => changed);
      assert.deepEqual([moved?.start, moved?.recurrenceId], ['2026-11-17T19:00:00Z', '2026-11-16T18:00:00Z']);
    },
  );
});
