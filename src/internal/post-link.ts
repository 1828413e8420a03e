import { decoded, fragment } from './deep-link.ts';

const here = (): string => location.href.split('#')[0]!;

/** Id of the post that the address of the page names, `#vr-post=ID`. */
export const linkedPost = (): string | undefined => decoded(fragment('post'));

/** Address of a page, by default this one, with one post opened. */
export const postLink = (id: string, page = here()): string =>
  `${page.split('#')[0]}#vr-post=${encodeURIComponent(id)}`;

/** Id of the idea that a report is to be written of, `#vr-new-report=IDEA`; empty: a report of nothing yet. */
export const linkedNewReport = (): string | undefined => decoded(fragment('new-report'));

/** Address of a page, by default this one, with the form for a report of an idea. */
export const newReportLink = (ideaId = '', page = here()): string =>
  `${page.split('#')[0]}#vr-new-report=${encodeURIComponent(ideaId)}`;
