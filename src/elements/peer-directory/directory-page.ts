import './peer-page/vr-peer-page.define.ts';
import { html, type TemplateResult } from 'lit';
import type { Peer } from '../../model/peer.ts';
import type { ContactAbout } from './peer-offers/events.ts';
import type { VrContactSentEvent } from './peer-contact/events.ts';
import type { PartContext } from './directory-part.ts';

export interface PageContext extends PartContext {
  readonly peer: Peer;
  /** The rest of the entry is on its way. */
  readonly partial: boolean;
  /** Why the rest did not come; empty when it has. */
  readonly problem: string;
  /** Why the reader and the person fit, in words. */
  readonly why: string;
  /** The reader wants to ask for contact. */
  readonly contact: boolean;
  readonly about: ContactAbout | undefined;
  readonly ideaUrl: string | undefined;
  readonly eventUrl: string | undefined;
  readonly profileUrl: string | undefined;
  readonly onSent: (event: VrContactSentEvent) => void;
  readonly onClose: () => void;
}

/** One person with everything that the reader may see of them. */
export const renderPage = (context: PageContext): TemplateResult =>
  html`<vr-peer-page
    .peer=${context.peer}
    .partial=${context.partial}
    .problem=${context.problem}
    .why=${context.why}
    .contact=${context.contact}
    .about=${context.about}
    .port=${context.port}
    .account=${context.account}
    .me=${context.me}
    .storage=${context.storage}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .headingLevel=${context.headingLevel}
    .ideaUrl=${context.ideaUrl}
    .eventUrl=${context.eventUrl}
    .profileUrl=${context.profileUrl}
    @vr-contact-sent=${context.onSent}
    @vr-peer-close=${context.onClose}
  ></vr-peer-page>`;
