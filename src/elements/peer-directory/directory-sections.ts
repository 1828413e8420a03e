import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { html } from 'lit';
import type { PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import type { Section } from '../../internal/directory-link.ts';
import { LazyPart } from '../../internal/lazy-part.ts';
import type { ContactsContext } from './directory-contacts.ts';
import type { OffersContext } from './directory-offers.ts';
import type { DirectorySource } from './directory-source.ts';

/** Sections that the source has and the reader may use, in the order in which they stand. */
export function sectionsOf({ port, account, mayImport }: DirectorySource): readonly Section[] {
  const { signedIn } = account;
  return [
    'people',
    ...(port?.offers ? (['offers'] as const) : []),
    ...(signedIn && port?.matches ? (['matches'] as const) : []),
    ...(signedIn && port?.requests ? (['contacts'] as const) : []),
    ...(mayImport ? (['import'] as const) : []),
  ];
}

/** What is open tells strangers why they should log in, and has the way in beside it. */
export function hasWayIn(source: DirectorySource, section: Section, isOpened: boolean): boolean {
  const { query, people, port, opened: peer } = source;
  if (isOpened) return peer !== undefined && port?.requestContact !== undefined;
  switch (section) {
    case 'people':
      return query.error?.kind === 'denied' || (query.value !== undefined && people.total > 0);
    case 'offers':
      return port?.offers !== undefined;
    case 'contacts':
      return port?.requests !== undefined;
    case 'matches':
      return true;
    case 'import':
      return false;
  }
}

/** The parts of the directory beside the list, each loaded when it is first opened. */
export class DirectorySections {
  readonly #offers;
  readonly #matches;
  readonly #contacts;
  readonly #import;

  constructor(host: ReactiveControllerHost) {
    this.#offers = new LazyPart(host, () => import('./directory-offers.ts'));
    this.#matches = new LazyPart(host, () => import('./directory-matches.ts'));
    this.#contacts = new LazyPart(host, () => import('./directory-contacts.ts'));
    this.#import = new LazyPart(host, () => import('./directory-import.ts'));
  }

  render(
    section: Exclude<Section, 'people'>,
    { directory }: PeerDirectoryMessages,
    context: OffersContext & ContactsContext,
  ): TemplateResult {
    const part =
      section === 'offers'
        ? this.#offers.get()?.renderOffers(context)
        : section === 'matches'
          ? this.#matches.get()?.renderMatches(context)
          : section === 'contacts'
            ? this.#contacts.get()?.renderContacts(context)
            : this.#import.get()?.renderImport(context);
    return part ?? html`<p role="status">${directory.partLoading}</p>`;
  }
}
