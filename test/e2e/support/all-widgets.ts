import type { Locator, Page } from 'playwright-core';
import { CALENDAR } from './calendars.ts';
import type { HostSite } from './host-site.ts';

/** Every widget with what an editor has left inside it, as an editor would write them under one another. */
export const WIDGETS = [
  { tag: 'vr-event-calendar', link: 'Alle Termine', href: '/termine' },
  { tag: 'vr-idea-board', link: 'Alle Ideen', href: '/ideen' },
  { tag: 'vr-idea-submission', link: 'Idee einreichen', href: '/idee' },
  { tag: 'vr-peer-directory', link: 'Menschen im Netzwerk', href: '/menschen' },
  { tag: 'vr-peer-profile', link: 'Mein Eintrag', href: '/konto' },
  { tag: 'vr-blog-feed', link: 'Alle Berichte', href: '/berichte' },
] as const;
export type WidgetTag = (typeof WIDGETS)[number]['tag'];

/** What a reader sees of each when it has arrived, from a hub or from files. */
const ARRIVED: Readonly<Record<WidgetTag, (widget: Locator) => Locator>> = {
  'vr-event-calendar': (widget) => widget.locator('[role=group][aria-busy=false]'),
  'vr-idea-board': (widget) => widget.getByText(/^\d+ Ideen/),
  'vr-idea-submission': (widget) => widget.getByText(/Beschreiben Sie das Problem|zurzeit keine Ideen/),
  'vr-peer-directory': (widget) => widget.locator('vr-peer-list').getByRole('heading'),
  'vr-peer-profile': (widget) => widget.getByText(/Einloggen|keine eigenen Einträge/),
  'vr-blog-feed': (widget) => widget.getByRole('article'),
};

/** Waits until a reader sees every widget. */
export async function allArrive(page: Page): Promise<void> {
  for (const { tag } of WIDGETS) await ARRIVED[tag](page.locator(tag).first()).first().waitFor();
}

const idea = (id: string, title: string) => ({
  id,
  title,
  summary: 'Bescheide werden leichter, wenn man sie vorliest.',
  stage: 'open',
  createdAt: '2026-11-20T08:00:00Z',
  author: { name: 'Mara Kestner' },
  org: { name: 'Kreis Auental' },
});

/** A file with something for each widget but the calendar and the feed, which have theirs. */
export const EVERYTHING = JSON.stringify({
  ideas: [idea('vorlesen', 'Bescheide vorlesen lassen'), idea('tafel', 'Eine Tafel für offene Fragen')],
  peers: [{ id: 'mara', displayName: 'Mara Kestner', org: { name: 'Kreis Auental' }, headline: 'Hört zu' }],
});

export const POSTS = `<rss version="2.0"><channel><title>Blog der Werkstatt</title>
<item><title>Wie wir Bescheide lesbar machten</title><link>https://blog.example/bescheide</link>
<pubDate>Tue, 01 Dec 2026 09:00:00 GMT</pubDate><description>Viele Rückfragen, dann kaum noch welche.</description></item>
</channel></rss>`;

/** Where each widget gets its data from on a page without a hub. */
export const FILES: Readonly<Record<WidgetTag, string>> = {
  'vr-event-calendar': '/kalender.ics',
  'vr-idea-board': '/alles.json',
  'vr-idea-submission': '/alles.json',
  'vr-peer-directory': '/alles.json',
  'vr-peer-profile': '/alles.json',
  'vr-blog-feed': '/blog.xml',
};

export function putFiles(site: HostSite): void {
  site.put('/kalender.ics', { body: CALENDAR });
  site.put('/alles.json', { body: EVERYTHING });
  site.put('/blog.xml', { body: POSTS });
}

/** One under the other; `attributes` are each tag's own. */
export const allTags = (attributes: (tag: WidgetTag) => string): string =>
  WIDGETS.map(
    ({ tag, link, href }) =>
      `<div class="platz"><${tag} ${attributes(tag)}><a href="${href}">${link}</a></${tag}></div>`,
  ).join('');
