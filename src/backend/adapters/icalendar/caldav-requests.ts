import { toInstantString } from '../../../model/time-zone.ts';

/** What is asked of a CalDAV server (RFC 4791), as XML. */

const NAMESPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"';
const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A point in time as RFC 4791, 9.9 wants it. */
const utc = (instant: number): string => toInstantString(instant).replace(/[-:]/g, '');

const query = (filter: string): string =>
  `${HEAD}<C:calendar-query ${NAMESPACES}><D:prop><D:getetag/><C:calendar-data/></D:prop>` +
  `<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${filter}</C:comp-filter></C:comp-filter></C:filter>` +
  `</C:calendar-query>`;

/** Events that reach into a range (7.8.1). Epoch ms, half-open. */
export const eventsWithin = (from: number, to: number): string =>
  query(`<C:time-range start="${utc(from)}" end="${utc(to)}"/>`);

/** The event with a UID (7.8.6). */
export const eventNamed = (uid: string): string =>
  query(`<C:prop-filter name="UID"><C:text-match collation="i;octet">${escapeXml(uid)}</C:text-match></C:prop-filter>`);

/** What is in a collection. */
export const CONTENTS = `${HEAD}<D:propfind ${NAMESPACES}><D:prop><D:resourcetype/><D:getcontenttype/><D:getetag/><D:displayname/></D:prop></D:propfind>`;

/** Some entries of a collection by their addresses (7.9). */
export const entriesAt = (hrefs: readonly string[]): string =>
  `${HEAD}<C:calendar-multiget ${NAMESPACES}><D:prop><D:getetag/><C:calendar-data/></D:prop>` +
  `${hrefs.map((href) => `<D:href>${escapeXml(href)}</D:href>`).join('')}</C:calendar-multiget>`;
