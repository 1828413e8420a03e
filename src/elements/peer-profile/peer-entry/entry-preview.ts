import { html, nothing, type TemplateResult } from 'lit';
import type { Peer, PeerOffer } from '../../../model/peer.ts';
import { seenPeer, type ProfileAudience } from '../../../model/peer-profile.ts';
import { typedProfile } from '../../../model/profile-form.ts';
import { dayWords, languageName, topicName, type EntryContext } from './entry-context.ts';

type Seen = Omit<Peer, 'me' | 'can'>;

export interface PreviewContext extends EntryContext {
  readonly audience: ProfileAudience;
  readonly onAudience: (audience: ProfileAudience) => void;
}

/** An entry that is for a unit alone, or has parts that are, is looked at by the unit, too. */
const audiencesOf = ({ profile, values }: EntryContext): readonly ProfileAudience[] =>
  [...Object.values(profile.fieldVisibility), ...Object.values(values)].includes('unit')
    ? ['unit', 'organisation', 'network', 'public']
    : ['organisation', 'network', 'public'];

/** What others see of the entry with what is typed, by the function that decides it in the hub. */
export function renderPreview(context: PreviewContext): TemplateResult {
  const { words, profile, values, vocabulary, audience, onAudience, headingLevel, today } = context;
  const { preview } = words.entry;
  const typed = typedProfile(values, profile, vocabulary.topics);
  const offers = typed.offers.filter(({ state, until }) => state === 'open' && (until === '' || until >= today));
  const seen = seenPeer({ ...typed, offers }, audience);
  return html`<div class="preview">
    <div class="minor" id="look" role="heading" aria-level=${headingLevel} tabindex="-1">${preview.title}</div>
    <fieldset class="audiences">
      <legend>${preview.as}</legend>
      <div class="row">
        ${audiencesOf(context).map(
          (one) =>
            html`<label class="tab"
              ><input
                type="radio"
                name="audience"
                value=${one}
                .checked=${one === audience}
                @change=${() => onAudience(one)}
              /><span>${preview.audiences[one]}</span></label
            >`,
        )}
      </div>
    </fieldset>
    ${
      seen
        ? html`<div class="look" role="group" aria-label="${preview.as}: ${preview.audiences[audience]}">
            ${renderSeen(seen, context)}
          </div>`
        : html`<p class="look unseen">${preview.unseen[audience]}</p>`
    }
    ${seen && profile.state !== 'listed' ? html`<p class="quiet">${preview.later}</p>` : nothing}
  </div>`;
}

function renderSeen(seen: Seen, context: PreviewContext): TemplateResult {
  const { words } = context;
  const { preview } = words.entry;
  const place = [seen.org?.name, seen.unit].filter(Boolean).join(', ');
  const called = [seen.pronouns, seen.salutation].filter(Boolean).join(' · ');
  return html`<div class="who">
      <vr-avatar .personId=${seen.id} .name=${seen.displayName} .photo=${seen.photo?.url} size="large"></vr-avatar>
      <div class="names">
        <p class="name">${seen.displayName}</p>
        ${called ? html`<p class="quiet">${called}</p>` : nothing}
        ${seen.function ? html`<p>${seen.function}</p>` : nothing} ${place ? html`<p>${place}</p>` : nothing}
      </div>
    </div>
    ${seen.headline ? html`<p class="headline">${seen.headline}</p>` : nothing}
    ${seen.bio ? html`<p class="bio">${seen.bio}</p>` : nothing}
    <dl class="facts">
      ${fact(preview.offers, offerWords(seen.offers, 'offer', context))}
      ${fact(preview.seeks, offerWords(seen.offers, 'seek', context))}
      ${fact(
        preview.knows,
        seen.expertise?.map(({ label, level }) => `${label} (${words.peer.levels[level]})`),
      )}
      ${fact(
        preview.asks,
        seen.interests?.map(({ label }) => label),
      )}
      ${fact(
        preview.languages,
        seen.languages?.map((code) => languageName(code, context)),
      )}
      ${fact(
        preview.contributions,
        seen.contributions?.map(({ kind, title }) => `${words.peer.contributions[kind]}: ${title}`),
      )}
    </dl>
    ${renderAvailability(seen, context)}`;
}

const fact = (name: string, values: readonly string[] | undefined): TemplateResult | typeof nothing =>
  values && values.length > 0
    ? html`<div>
        <dt>${name}</dt>
        <dd>${values.join(', ')}</dd>
      </div>`
    : nothing;

const offerWords = (
  offers: readonly PeerOffer[] | undefined,
  direction: PeerOffer['direction'],
  { words }: EntryContext,
): readonly string[] | undefined =>
  offers?.filter((offer) => offer.direction === direction).map(({ topic }) => topicName(topic, words.lang));

function renderAvailability({ availability }: Seen, context: PreviewContext): TemplateResult | typeof nothing {
  if (!availability) return nothing;
  const { words } = context;
  const { state, until } = availability;
  const said = words.peer.availabilities[state];
  return html`<p class="quiet">${until ? words.entry.preview.until(said, dayWords(until, context)) : said}</p>`;
}
