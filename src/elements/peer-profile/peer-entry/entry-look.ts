import '../../peer-directory/peer-page/vr-peer-page.define.ts';
import '../../peer-directory/vr-peer-list.define.ts';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import type { PeersPort } from '../../../backend/ports.ts';
import { messagesOf } from '../../../i18n/language.ts';
import { peerDirectoryWords } from '../../../i18n/peer-directory-words.ts';
import type { Me } from '../../../model/account.ts';
import type { Peer } from '../../../model/peer.ts';

export interface LookContext {
  readonly lang: string;
  readonly locale: string;
  readonly port: PeersPort | undefined;
  readonly me: Me | undefined;
  /** Level of the name as a heading, 1 to 6. */
  readonly headingLevel: number;
}

export type RenderLook = (seen: Omit<Peer, 'me' | 'can'>, context: LookContext) => TemplateResult;

/**
 * The card and the page of a person, by the views that others get them from. The card is a picture of one: everything on
 * it stands on the page below as well, and its link would lead to what is stored, not to what is typed.
 */
export const renderLook: RenderLook = (seen, { lang, locale, port, me, headingLevel }) => {
  const peer: Peer = { ...seen, can: [] };
  return html`<vr-peer-list
      inert
      .peers=${[peer]}
      .headingLevel=${headingLevel}
      .locale=${locale}
      .words=${until(messagesOf(lang, peerDirectoryWords), peerDirectoryWords.de)}
    ></vr-peer-list>
    <div class="look">
      <vr-peer-page
        .peer=${peer}
        .port=${port}
        .me=${me}
        .locale=${locale}
        .headingLevel=${headingLevel}
      ></vr-peer-page>
    </div>`;
};
