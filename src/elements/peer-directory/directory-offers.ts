import './peer-offers/vr-peer-offers.define.ts';
import { html, type TemplateResult } from 'lit';
import type { PartContext } from './directory-part.ts';
import type { VrContactOpenEvent, VrPeerOpenEvent } from './peer-offers/events.ts';

export interface OffersContext extends PartContext {
  readonly onOpen: (event: VrPeerOpenEvent) => void;
  readonly onContact: (event: VrContactOpenEvent) => void;
}

/** What people offer and seek. */
export const renderOffers = (context: OffersContext): TemplateResult =>
  html`<vr-peer-offers
    .port=${context.port}
    .account=${context.account}
    .me=${context.me}
    .storage=${context.storage}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .headingLevel=${context.headingLevel}
    .profileUrl=${context.profileUrl}
    .eventUrl=${context.eventUrl}
    @vr-peer-open=${context.onOpen}
    @vr-contact-open=${context.onContact}
  ></vr-peer-offers>`;
