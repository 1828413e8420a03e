import { serve, type TestServer } from '../../../support/server.ts';

export interface CaldavWays {
  /** Answers calendar-query. */
  readonly query?: boolean;
  /** Answers PROPFIND. */
  readonly propfind?: boolean;
  /** Answers calendar-multiget. */
  readonly multiget?: boolean;
  /** Answers GET of the collection: always, or with `?export` only. */
  readonly file?: 'plain' | 'export';
}

const escapeXml = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const wrap = (event: string): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}\r\nEND:VCALENDAR\r\n`;
const HOME = '/dav.php/calendars/netz/termine/';

/** A collection on loopback whose server can as much as is said. It answers a query with everything: clients must look. */
export async function caldavServer(
  events: readonly string[],
  ways: CaldavWays,
): Promise<TestServer & { readonly src: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const answerOf = (href: string, inner: string, status = '200 OK'): string =>
    `<d:response><d:href>${href}</d:href><d:propstat><d:prop>${inner}</d:prop><d:status>HTTP/1.1 ${status}</d:status></d:propstat></d:response>`;
  const multistatus = (inner: string): string =>
    `<?xml version="1.0"?>\n<!-- <d:response> --><d:multistatus xmlns:d="DAV:" xmlns:cal="urn:ietf:params:xml:ns:caldav">${inner}</d:multistatus>`;
  const data = events.map((event, index) =>
    answerOf(
      `${HOME}${index}.ics`,
      `<d:getetag>"${index}"</d:getetag><cal:calendar-data>${escapeXml(wrap(event))}</cal:calendar-data>`,
    ),
  );
  const server = await serve((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const name = /calendar-query|calendar-multiget|propfind/.exec(body)?.[0] ?? `${request.method} ${request.url}`;
      asked.push(name);
      const send = (text: string, type = 'application/xml; charset=utf-8', status = 207): void =>
        void response.writeHead(status, { 'content-type': type }).end(text);
      if (name === 'calendar-query' && ways.query) {
        const uid = /<C:text-match[^>]*>([^<]*)</.exec(body)?.[1];
        send(multistatus(data.filter((_, index) => !uid || events[index]!.includes(`UID:${uid}\r\n`)).join('')));
      } else if (name === 'propfind' && ways.propfind) {
        const collection = answerOf(
          HOME,
          '<d:resourcetype><d:collection/><cal:calendar/></d:resourcetype><d:displayname>Kreis &amp; Stadt</d:displayname>',
        );
        const entries = events.map((_, index) =>
          answerOf(
            `${HOME}${index}.ics`,
            '<d:resourcetype/><d:getcontenttype>text/calendar; component=vevent</d:getcontenttype>',
          ),
        );
        const strange = answerOf(
          'https://anderswo.example/x.ics',
          '<d:resourcetype/><d:getcontenttype>text/calendar</d:getcontenttype>',
        );
        send(multistatus([collection, ...entries, strange].join('')));
      } else if (name === 'calendar-multiget' && ways.multiget) send(multistatus(data.join('')));
      else if (request.method === 'GET' && /\/\d+\.ics$/.test(request.url ?? '') && ways.propfind)
        send(wrap(events[Number(/(\d+)\.ics$/.exec(request.url!)![1])]!), 'text/calendar', 200);
      else if (
        request.method === 'GET' &&
        (ways.file === 'plain' || (ways.file === 'export' && /[?&]export$/.test(request.url ?? '')))
      )
        send(wrap(events.join('\r\n')), 'text/calendar', 200);
      else send('<d:error xmlns:d="DAV:"/>', 'application/xml', request.method === 'GET' ? 501 : 405);
    });
  });
  return { ...server, src: server.origin + HOME, asked };
}
