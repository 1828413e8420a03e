import { html, nothing, type TemplateResult } from 'lit';
import { languageName } from '../../../i18n/language-name.ts';
import { ideaLink } from '../../../internal/deep-link.ts';
import { eventLink } from '../../../internal/event-link.ts';
import type { Contribution, OfferDirection, PeerOffer } from '../../../model/peer.ts';
import { topicLabel } from '../../shared/peer-words.ts';
import { dayOf } from './page-contact.ts';
import type { PageContext } from './page-context.ts';

type Part = TemplateResult | typeof nothing;

/** A part of the page with its own heading; its list is named by it. */
const part = (name: string, title: string, { headingLevel }: PageContext, content: TemplateResult): TemplateResult =>
  html`<div class="part ${name}">
    <div class="part-title" role="heading" aria-level=${headingLevel}>${title}</div>
    ${content}
  </div>`;

/** What somebody says of themselves, with their line breaks. */
export const renderBio = (context: PageContext): Part =>
  context.peer.bio
    ? part('bio', context.words.page.about, context, html`<p class="text">${context.peer.bio}</p>`)
    : nothing;

/** What somebody offers, or seeks. `onAbout` is absent where the reader cannot ask for contact. */
export function renderOffers(
  context: PageContext,
  direction: OfferDirection,
  onAbout: ((offer: PeerOffer, title: string) => void) | undefined,
): Part {
  const { words, locale } = context;
  const { page, peer: names, lang } = words;
  const offers = (context.peer.offers ?? []).filter((offer) => offer.direction === direction);
  if (offers.length === 0) return nothing;
  return part(
    'offers',
    direction === 'offer' ? page.offers : page.seeks,
    context,
    html`<ul role="list">
      ${offers.map((offer) => {
        const topic = topicLabel(offer.topic, lang);
        const until = offer.until === '' ? '' : dayOf(offer.until, locale);
        return html`<li>
          <p><b>${topic}</b> <span class="quiet">${page.offerUntil(names.forms[offer.form], until)}</span></p>
          ${offer.text ? html`<p class="text">${offer.text}</p>` : nothing}
          ${
            onAbout
              ? html`<button
                  type="button"
                  class="link"
                  aria-label=${page.contactAbout(topic)}
                  @click=${() => onAbout(offer, topic)}
                >
                  ${page.contactAboutShort}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>`,
  );
}

/** What somebody knows, and how well. */
export function renderExpertise(context: PageContext): Part {
  const { words } = context;
  const { expertise = [] } = context.peer;
  if (expertise.length === 0) return nothing;
  return part(
    'expertise',
    words.page.expertise,
    context,
    html`<ul role="list">
      ${expertise.map(
        ({ label, level }) => html`<li>${label} <span class="quiet">${words.peer.levels[level]}</span></li>`,
      )}
    </ul>`,
  );
}

export function renderInterests(context: PageContext): Part {
  const { interests = [] } = context.peer;
  if (interests.length === 0) return nothing;
  const labels = interests.map(({ label }) => label).join(', ');
  return part('interests', context.words.page.interests, context, html`<p>${labels}</p>`);
}

export function renderLanguages(context: PageContext): Part {
  const { languages = [] } = context.peer;
  if (languages.length === 0) return nothing;
  const names = languages.map((tag) => languageName(tag, context.locale)).join(', ');
  return part('languages', context.words.page.languages, context, html`<p>${names}</p>`);
}

/** Contributions shown at once. */
const FEW = 5;

/** What somebody did in ideas and at events. */
export function renderContributions(context: PageContext, whole: boolean, onWhole: () => void): Part {
  const { words } = context;
  const { contributions = [] } = context.peer;
  if (contributions.length === 0) return nothing;
  const shown = whole || contributions.length <= FEW + 1 ? contributions : contributions.slice(0, FEW);
  return part(
    'contributions',
    words.page.contributions,
    context,
    html`<ul role="list">
        ${shown.map((each) => {
          const link = linkOf(each, context);
          const year = each.at?.slice(0, 4);
          return html`<li>
            <span class="quiet">${words.peer.contributions[each.kind]}${year ? `, ${year}` : ''}</span><br />
            ${link ? html`<a href=${link}>${each.title}</a>` : each.title}
          </li>`;
        })}
      </ul>
      ${
        shown.length < contributions.length
          ? html`<button type="button" class="link" @click=${onWhole}>${words.page.more(contributions.length)}</button>`
          : nothing
      }`,
  );
}

const OF_IDEAS: readonly string[] = ['idea', 'patron', 'practice'];

/** Where something is shown: on the page that the editor named, or on this one where the widget for it stands. */
function linkOf({ kind, id }: Contribution, { ideaUrl, eventUrl }: PageContext): string | undefined {
  const isIdea = OF_IDEAS.includes(kind);
  const here = isIdea ? ideaLink(id) : eventLink(id);
  const page = isIdea ? ideaUrl : eventUrl;
  if (page) return `${page.split('#')[0]}#${here.split('#')[1]}`;
  return document.querySelector(isIdea ? 'vr-idea-board' : 'vr-event-calendar') ? here : undefined;
}
