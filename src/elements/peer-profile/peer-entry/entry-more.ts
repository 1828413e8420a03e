import { html, nothing, type TemplateResult } from 'lit';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import type { PeerEntryMessages } from '../../../i18n/de/peer-entry.ts';
import type { Me } from '../../../model/account.ts';
import type { PeerProfile } from '../../../model/peer-profile.ts';
import type { ProfileEnd, VrProfileEndedEvent } from '../events.ts';

/** What few need and is loaded when it is opened. */
export type MorePart = 'data' | 'import';

export interface MoreContext {
  readonly words: PeerEntryMessages;
  readonly profile: PeerProfile;
  readonly headingLevel: number;
  readonly locale: string;
  readonly port: PeersPort | undefined;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  /** The part is open and there. */
  readonly data: boolean;
  readonly import: boolean;
  readonly onOpen: (part: MorePart) => void;
  readonly onEnded: (how: ProfileEnd) => void;
}

/** The reader's data, and for organisers the way to bring people in. */
export function renderMore(context: MoreContext): TemplateResult {
  const { words, profile, port } = context;
  const { sections, mine } = words.entry;
  return html`${renderPart('data', sections.data, context, html`<p class="quiet">${mine.intro}</p> ${renderData(context)}`)}
  ${
    port?.previewImport && profile.can.includes('import')
      ? renderPart('import', sections.import, context, renderImport(context))
      : nothing
  }`;
}

function renderPart(
  part: MorePart,
  title: string,
  { headingLevel, onOpen }: MoreContext,
  body: TemplateResult | typeof nothing,
): TemplateResult {
  const onToggle = ({ target }: Event): void => {
    if ((target as HTMLDetailsElement).open) onOpen(part);
  };
  return html`<details class="more" data-part=${part} @toggle=${onToggle}>
    <summary><span role="heading" aria-level=${headingLevel}>${title}</span></summary>
    ${body}
  </details>`;
}

function renderData({
  data,
  port,
  account,
  profile,
  headingLevel,
  onEnded,
}: MoreContext): TemplateResult | typeof nothing {
  if (!data) return nothing;
  return html`<vr-peer-data
    .port=${port}
    .account=${account}
    .profile=${profile}
    .headingLevel=${Math.min(6, headingLevel + 1)}
    @vr-profile-ended=${({ detail: { how } }: VrProfileEndedEvent) => onEnded(how)}
  ></vr-peer-data>`;
}

function renderImport({ port, me, locale, headingLevel, ...context }: MoreContext): TemplateResult | typeof nothing {
  if (!context.import) return nothing;
  return html`<vr-peer-import
    .port=${port}
    .me=${me}
    .locale=${locale}
    .headingLevel=${Math.min(6, headingLevel + 1)}
  ></vr-peer-import>`;
}
