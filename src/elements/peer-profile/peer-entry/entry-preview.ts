import { html, nothing, type TemplateResult } from 'lit';
import type { PeersPort } from '../../../backend/ports.ts';
import type { Me } from '../../../model/account.ts';
import { seenPeer, type ProfileAudience } from '../../../model/peer-profile.ts';
import { typedProfile } from '../../../model/profile-form.ts';
import type { EntryContext } from './entry-context.ts';
import type { RenderLook } from './entry-look.ts';

export interface PreviewContext extends EntryContext {
  readonly audience: ProfileAudience;
  readonly port: PeersPort | undefined;
  readonly me: Me | undefined;
  /** Draws a person as others see them, once it is there. */
  readonly look: RenderLook | undefined;
  readonly onAudience: (audience: ProfileAudience) => void;
}

/** An entry that is for a unit alone, or has parts that are, is looked at by the unit, too. */
const audiencesOf = ({ profile, values }: EntryContext): readonly ProfileAudience[] =>
  [...Object.values(profile.fieldVisibility), ...Object.values(values)].includes('unit')
    ? ['unit', 'organisation', 'network', 'public']
    : ['organisation', 'network', 'public'];

/** What others see of the entry with what is typed, by the function that decides it in the hub. */
export function renderPreview(context: PreviewContext): TemplateResult {
  const { words, profile, audience, onAudience, headingLevel } = context;
  const { preview } = words.entry;
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
    ${renderSeen(context)} ${profile.state === 'listed' ? nothing : html`<p class="quiet">${preview.later}</p>`}
  </div>`;
}

function renderSeen(context: PreviewContext): TemplateResult {
  const { words, locale, profile, values, vocabulary, audience, headingLevel, today, look, port, me } = context;
  const { preview } = words.entry;
  const typed = typedProfile(values, profile, vocabulary.topics);
  const offers = typed.offers.filter(({ state, until }) => state === 'open' && (until === '' || until >= today));
  const seen = seenPeer({ ...typed, offers }, audience);
  if (!seen) return html`<p class="look unseen">${preview.unseen[audience]}</p>`;
  if (!look) return html`<div class="look waiting" aria-hidden="true"></div>`;
  const label = `${preview.as}: ${preview.audiences[audience]}`;
  return html`<div class="seen" role="group" aria-label=${label}>
    ${look(seen, { lang: words.lang, locale, port, me, headingLevel: Math.min(6, headingLevel + 1) })}
  </div>`;
}
