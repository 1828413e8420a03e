import { html, type Html } from '../sign-in/page/html.ts';

export const OEMBED_FORMATS = ['json', 'xml'] as const;
export type OembedFormat = (typeof OEMBED_FORMATS)[number];

const OEMBED_TYPES = { json: 'application/json+oembed', xml: 'text/xml+oembed' } as const;

/** Where programs learn how a page is embedded (oEmbed 1.0, 4: discovery). */
export const oembedLinks = (base: string, page: string, title: string): readonly Html[] =>
  OEMBED_FORMATS.map(
    (format) =>
      html`<link rel="alternate" type="${OEMBED_TYPES[format]}" href="${base}/oembed?${new URLSearchParams({ url: page, format }).toString()}" title="${title}" />`,
  );
