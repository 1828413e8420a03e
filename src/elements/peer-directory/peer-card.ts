import { html, nothing, type TemplateResult } from 'lit';
import { dateFormat } from '../../i18n/intl-cache.ts';
import type { PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import { peerLink } from '../../internal/peer-link.ts';
import { markWords } from '../../model/mark-words.ts';
import type { MatchReason, OfferDirection, Peer } from '../../model/peer.ts';
import { placeOf, topicLabel, whyOf } from '../shared/peer-words.ts';

export interface PeerCardContext {
  readonly words: PeerDirectoryMessages;
  readonly locale: string;
  /** Level of the names as headings. */
  readonly headingLevel: number;
  /** Folded words that were searched for. */
  readonly marked: readonly string[];
  /** Why people fit the reader, by their ids. */
  readonly reasons: ReadonlyMap<string, readonly MatchReason[]>;
}

type Marked = string | readonly (string | TemplateResult)[];

/** Topics of a card; who wants to know all opens the person's page. */
const TOPICS = 3;
/** Reasons why somebody fits, the strongest. */
const REASONS = 2;
/** Letters beside a hit in a longer text. */
const AROUND = 60;

/** One person in a list: who and from where, what they offer and seek, why they fit, and the way to them. */
export function renderPeerCard(peer: Peer, context: PeerCardContext): TemplateResult {
  const { words, headingLevel, marked } = context;
  const place = placeOf(peer);
  const role = peer.headline ?? peer.function;
  const topics = [...topicsOf(peer, 'offer', context), ...topicsOf(peer, 'seek', context)];
  const known = topics.length > 0 ? [] : named(words.directory.knows, labelsOf(peer.expertise), context);
  const lines = [...topics, ...known];
  const shown = [peer.displayName, place, role ?? '', ...lines.flatMap(({ shown: labels }) => labels)];
  const hit = marked.length > 0 && !shown.some((text) => hasHit(text, marked)) ? excerpt(peer, context) : undefined;
  return html`<vr-avatar .personId=${peer.id} .name=${peer.displayName} .photo=${peer.photo?.url}></vr-avatar>
    <div class="who">
      <div class="name" role="heading" aria-level=${headingLevel}>
        <a href=${peerLink(peer.id)} data-open=${peer.id}><bdi>${mark(peer.displayName, marked)}</bdi></a>
      </div>
      ${place ? html`<p class="place">${mark(place, marked)}</p>` : nothing}
    </div>
    <div class="what">
      ${role ? html`<p class="role${hasHit(role, marked) ? ' found' : ''}">${mark(role, marked)}</p>` : nothing}
      ${
        lines.length > 0
          ? html`<dl>
              ${lines.map(
                ({ name, text }) => html`<div><dt>${name}</dt>
                  <dd>${text}</dd></div>`,
              )}
            </dl>`
          : nothing
      }
      ${hit ? html`<p class="hit"><span class="label">${words.directory.inText}:</span> ${hit}</p>` : nothing}
    </div>
    ${renderFoot(peer, context)}`;
}

/** Why somebody fits, whether they answer, and the way to ask them. */
function renderFoot(peer: Peer, { words, locale, reasons }: PeerCardContext): TemplateResult | typeof nothing {
  const { directory } = words;
  const why = whyOf(reasons.get(peer.id) ?? [], words, REASONS);
  const state = availabilityOf(peer, words, locale);
  const way = peer.me?.self
    ? html`<span class="said">${directory.self}</span>`
    : peer.me?.request === 'accepted'
      ? html`<span class="said">${directory.inContact}</span>`
      : peer.me?.request === 'sent'
        ? html`<span class="said">${directory.requested}</span>`
        : peer.can.includes('contact')
          ? html`<button
              type="button"
              class="link"
              data-contact=${peer.id}
              aria-label=${directory.contactWith(peer.displayName)}
            >
              ${directory.contact}
            </button>`
          : nothing;
  if (!why && !state && way === nothing) return nothing;
  return html`<div class="foot">
    <div class="notes">
      ${why ? html`<p class="why">${words.peer.fits(why)}</p>` : nothing} ${state ? html`<p>${state}</p>` : nothing}
    </div>
    ${way}
  </div>`;
}

/** Whether somebody answers at present, where they said something else than yes. */
export function availabilityOf(
  { availability }: Pick<Peer, 'availability'>,
  { peer, directory }: PeerDirectoryMessages,
  locale: string,
): string {
  if (!availability || availability.state === 'open') return '';
  const said = peer.availabilities[availability.state];
  return availability.until ? directory.until(said, dayOf(availability.until, locale)) : said;
}

/** A plain date in words. */
export const dayOf = (day: string, locale: string): string =>
  dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

interface Line {
  readonly name: string;
  readonly text: Marked;
  /** As they stand in the text. */
  readonly shown: readonly string[];
}

const labelsOf = (list: readonly { readonly label: string }[] = []): readonly string[] =>
  list.map(({ label }) => label);

const topicsOf = (peer: Peer, direction: OfferDirection, context: PeerCardContext): readonly Line[] =>
  named(
    direction === 'offer' ? context.words.directory.offers : context.words.directory.seeks,
    (peer.offers ?? [])
      .filter((offer) => offer.direction === direction)
      .map(({ topic }) => topicLabel(topic, context.words.lang)),
    context,
  );

/** A line of labels: each once, those that were searched for first, the rest as a number. */
function named(name: string, labels: readonly string[], { words, marked }: PeerCardContext): readonly Line[] {
  const all = [...new Set(labels)];
  if (all.length === 0) return [];
  const hits = marked.length > 0 ? all.filter((label) => hasHit(label, marked)) : [];
  const ordered = [...hits, ...all.filter((label) => !hits.includes(label))];
  const shown = ordered.slice(0, ordered.length === TOPICS + 1 ? TOPICS + 1 : TOPICS);
  const rest = ordered.length - shown.length;
  const text = rest > 0 ? `${shown.join(', ')} ${words.directory.andMore(rest)}` : shown.join(', ');
  return [{ name, shown, text: mark(text, marked) }];
}

const hasHit = (text: string, words: readonly string[]): boolean => markWords(text, words).some(({ hit }) => hit);

export const mark = (text: string, words: readonly string[]): Marked =>
  words.length === 0
    ? text
    : markWords(text, words).map((part) => (part.hit ? html`<mark>${part.text}</mark>` : part.text));

/** Where the search found somebody when their card does not show it. */
function excerpt(peer: Peer, { words, marked }: PeerCardContext): Marked | undefined {
  const texts = [
    ...(peer.offers ?? []).flatMap(({ topic, text }) => [topicLabel(topic, words.lang), text]),
    ...labelsOf(peer.expertise),
    ...labelsOf(peer.interests),
    peer.function,
    peer.headline,
    peer.bio,
  ];
  for (const text of texts) {
    if (!text) continue;
    let start = 0;
    for (const part of markWords(text, marked)) {
      const end = start + part.text.length;
      if (part.hit) return mark(around(text, start, end), marked);
      start = end;
    }
  }
  return undefined;
}

/** A stretch of a text, cut at blanks. */
function around(text: string, start: number, end: number): string {
  const from = start <= AROUND ? 0 : text.lastIndexOf(' ', start - AROUND) + 1 || start;
  const cut = text.indexOf(' ', end + AROUND);
  const to = cut < 0 || cut > end + 2 * AROUND ? Math.min(text.length, end + 2 * AROUND) : cut;
  return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
