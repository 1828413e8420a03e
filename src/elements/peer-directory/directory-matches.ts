import './peer-offers/vr-peer-matches.define.ts';
import { html, type TemplateResult } from 'lit';
import type { OffersContext } from './directory-offers.ts';

/** People who fit the reader that the part shows. */
const MOST = 24;

/** People who fit the reader. */
export const renderMatches = (context: OffersContext): TemplateResult =>
  html`<vr-peer-matches
    .port=${context.port}
    .account=${context.account}
    .me=${context.me}
    .storage=${context.storage}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .headingLevel=${context.headingLevel}
    .profileUrl=${context.profileUrl}
    .limit=${MOST}
    @vr-peer-open=${context.onOpen}
    @vr-contact-open=${context.onContact}
  ></vr-peer-matches>`;
