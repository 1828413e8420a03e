import './peer-contact/vr-contact-inbox.define.ts';
import { html, type TemplateResult } from 'lit';
import type { PartContext } from './directory-part.ts';
import type { VrContactWaitingEvent } from './peer-contact/events.ts';
import type { VrContactOpenEvent, VrPeerOpenEvent } from './peer-offers/events.ts';

export interface ContactsContext extends PartContext {
  /** The request to open. */
  readonly requestId: string | undefined;
  readonly onOpen: (event: VrPeerOpenEvent) => void;
  /** A request that did not go through is written again. */
  readonly onContact: (event: VrContactOpenEvent) => void;
  readonly onWaiting: (event: VrContactWaitingEvent) => void;
}

/** Requests for contact, received and sent. */
export const renderContacts = (context: ContactsContext): TemplateResult =>
  html`<vr-contact-inbox
    .port=${context.port}
    .account=${context.account}
    .me=${context.me}
    .storage=${context.storage}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .headingLevel=${context.headingLevel}
    .profileUrl=${context.profileUrl}
    .requestId=${context.requestId}
    @vr-peer-open=${context.onOpen}
    @vr-contact-open=${context.onContact}
    @vr-contact-waiting=${context.onWaiting}
  ></vr-contact-inbox>`;
