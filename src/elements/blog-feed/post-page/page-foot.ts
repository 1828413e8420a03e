import { html, nothing, type TemplateResult } from 'lit';
import { ideaLink } from '../../../internal/deep-link.ts';
import { renderCopyField, type Copied } from '../../shared/copy-field.ts';
import { topicLabel } from '../../shared/peer-words.ts';
import { below, dayOf, placeOf, sourceOf, titleOf, webAddress, type PageContext } from './page-context.ts';

type Part = TemplateResult | typeof nothing;

/** What a report is comparable by, and the idea that it documents. */
export function renderFacts(context: PageContext): Part {
  const { post, words } = context;
  const { page } = words;
  const topics = topicsOf(context);
  const idea = ideaAddress(context);
  const facts: readonly (readonly [string, TemplateResult | string])[] = [
    ...(post.report && post.org ? [[page.org, html`<bdi>${post.org.name}</bdi>`] as const] : []),
    ...(post.size ? [[page.size, words.post.sizes[post.size]] as const] : []),
    ...(post.maturity ? [[page.maturity, words.post.maturities[post.maturity]] as const] : []),
    ...(topics ? [[page.topics, topics] as const] : []),
    ...(post.ideaId && (idea ?? post.ideaTitle)
      ? [[page.idea, idea ? html`<a href=${idea}>${post.ideaTitle ?? page.ideaOpen}</a>` : post.ideaTitle!] as const]
      : []),
  ];
  // Topics alone are no comparison; they stand with the tags.
  if (!isComparable(context)) return nothing;
  return html`<div class="facts" role="group" aria-labelledby="facts">
    <p class="label" id="facts">${page.facts}</p>
    <dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </div>`;
}

const topicsOf = ({ post: { topics = [] }, words }: PageContext): string =>
  topics.map((topic) => topicLabel(topic, words.lang)).join(', ');

const isComparable = (context: PageContext): boolean => {
  const { post } = context;
  const { org, size, maturity, report, ideaId, ideaTitle } = post;
  return Boolean((report && org) || size || maturity || (ideaId && (ideaTitle ?? ideaAddress(context))));
};

/** Where the idea is shown: on the page that the editor named, or on this one where a board stands. */
function ideaAddress({ post: { ideaId }, ideaUrl }: PageContext): string | undefined {
  if (!ideaId) return undefined;
  const here = ideaLink(ideaId);
  if (ideaUrl) return `${ideaUrl.split('#')[0]}#${here.split('#')[1]}`;
  return document.querySelector('vr-idea-board') ? here : undefined;
}

/** Where it comes from, where else it stands, by which words it is found. */
export function renderOrigin(context: PageContext): Part {
  const { post, words } = context;
  const address = webAddress(post.url);
  const licence = post.licence;
  const source = sourceOf(post);
  const tags = [...new Set(post.tags)];
  const topics = isComparable(context) ? '' : topicsOf(context);
  const also = (post.alsoOn ?? []).flatMap(({ url, source: { label, title } }) => {
    const link = webAddress(url);
    return link ? [{ link, name: label ?? title ?? placeOf(link) }] : [];
  });
  if (!address && !licence && !topics && tags.length === 0 && also.length === 0) return nothing;
  return html`<div class="origin">
    ${topics ? html`<p class="quiet"><span class="name">${words.page.topics}:</span> ${topics}</p>` : nothing}
    ${
      tags.length > 0
        ? html`<p class="quiet"><span class="name">${words.page.tags}:</span> ${tags.map((tag, at) => html`${at > 0 ? ', ' : nothing}<bdi>${tag}</bdi>`)}</p>`
        : nothing
    }
    ${
      address
        ? html`<p class="quiet">
            <span class="name">${words.page.origin}:</span> ${source ? html`<bdi>${source}</bdi>, ` : nothing}<a
              href=${address}
              rel="noopener"
              >${words.page.original(placeOf(address))}</a
            >
            <span class="paper">${address}</span>
          </p>`
        : nothing
    }
    ${
      also.length > 0
        ? html`<p class="quiet also">
            ${words.post.alsoOn}
            ${also.map(({ link, name }, at) => html`${at > 0 ? ', ' : nothing}<a href=${link} rel="noopener"><bdi>${name}</bdi></a>`)}
          </p>`
        : nothing
    }
    ${licence ? html`<p class="quiet">${renderLicence(licence, context)}</p>` : nothing}
  </div>`;
}

function renderLicence(licence: string, { words }: PageContext): TemplateResult | string {
  const address = webAddress(licence);
  if (!address) return words.page.licence(licence);
  return html`<a href=${address} rel="license noopener">${words.page.licence(licenceName(address))}</a>`;
}

/** `CC BY-SA 4.0` for the addresses of Creative Commons, else the host. */
function licenceName(address: string): string {
  const found = /creativecommons\.org\/(?:licenses\/([a-z-]+)\/(\d\.\d)|publicdomain\/zero)/.exec(address);
  if (!found) return placeOf(address);
  return found[1] ? `CC ${found[1].toUpperCase()} ${found[2] ?? ''}` : 'CC0';
}

/** How a post is named in other texts: who, what, where, when, and its address. */
export function citation(context: PageContext, address: string): string {
  const { post, words } = context;
  const authors = post.authors.map(({ displayName }) => displayName).join(', ');
  const source = sourceOf(post);
  const by = authors || source;
  const where = authors ? source : '';
  const licence = post.licence && (webAddress(post.licence) ? licenceName(post.licence) : post.licence);
  return [
    `${by ? `${by}: ` : ''}${titleOf(post, words).replace(/[.\s]+$/, '')}.`,
    `${[where, dayOf(post.publishedAt, context) || words.page.undated].filter(Boolean).join(', ')}${/\.$/.test(words.page.undated) && !post.publishedAt ? '' : '.'}`,
    address,
    ...(licence ? [`(${words.page.licence(licence)})`] : []),
  ].join(' ');
}

/** The words to cite it by, to be copied. */
export function renderCitation(
  context: PageContext,
  address: string,
  state: Copied,
  onCopied: (state: Copied) => void,
): TemplateResult {
  const { page } = context.words;
  const { button, field } = renderCopyField({
    copy: page.citeCopy,
    label: page.citeLabel,
    copied: page.cited,
    byHand: page.citeByHand,
    text: citation(context, address),
    state,
    onCopied,
  });
  return html`<div class="cite">
    <div class="part-title" role="heading" aria-level=${below(context.headingLevel)}>${page.cite}</div>
    <p class="reference">${citation(context, address)}</p>
    <div class="copy-line">${button}</div>
    ${field}
  </div>`;
}
