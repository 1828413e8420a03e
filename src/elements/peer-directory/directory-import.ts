import '../peer-profile/peer-import/vr-peer-import.define.ts';
import { html, type TemplateResult } from 'lit';
import type { PartContext } from './directory-part.ts';

/** People from a file, for organisers. It is a part of the family of entries, and loaded only where it is opened. */
export const renderImport = (context: PartContext): TemplateResult =>
  html`<vr-peer-import
    .port=${context.port}
    .me=${context.me}
    .locale=${context.locale}
    .headingLevel=${context.headingLevel}
  ></vr-peer-import>`;
