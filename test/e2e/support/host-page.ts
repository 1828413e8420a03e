import type { Answer } from './host-site.ts';

/** The two ways a page loads the library. */
export const BUILDS = ['autoload.js', 'bausteine.js'] as const;
export type Build = (typeof BUILDS)[number];

/** The script tag that editors paste; `more` are further attributes. */
export const scriptTag = (build: Build, more = ''): string =>
  build === 'autoload.js'
    ? `<script type="module" src="/dist/autoload.js" ${more}></script>`
    : `<script defer src="/dist/bausteine.js" ${more}></script>`;

export interface HostPage {
  readonly head?: string;
  readonly body: string;
  readonly lang?: string;
  /** Content-Security-Policy. */
  readonly policy?: string;
}

/** Somebody's page: a heading, the widget's place, and a paragraph behind it that must stay whatever happens. */
export const hostPage = ({ head = '', body, lang = 'de', policy }: HostPage): Answer & { readonly body: string } => ({
  headers: { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) },
  body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Kreis Auental</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
<body><h1>Kreis Auental</h1>${body}<p id="behind">Öffnungszeiten: Mo bis Fr</p></body></html>`,
});

export const LINK = '<a href="/kalender.ics">Termine als Datei</a>';
export const TAG = `<vr-event-calendar src="/kalender.ics">${LINK}</vr-event-calendar>`;
