import type { EventsPort, EventVocabulary } from '../../backend/ports.ts';
import { AccountController } from '../../internal/account-controller.ts';
import type { PortHost } from '../../internal/port-controller.ts';
import { QueryController } from '../../internal/query-controller.ts';

/** Who reads the calendar, and what that person may do here beyond reading. */
export class CalendarReader {
  readonly account: AccountController;
  readonly #vocabulary: QueryController<EventsPort, { readonly of: string }, EventVocabulary>;

  /** @param onChange called when another person may be reading than the one before */
  constructor(
    host: PortHost & { readonly isConnected: boolean },
    port: () => EventsPort | undefined,
    onChange: () => void,
  ) {
    this.account = new AccountController(host, () => port() !== undefined, onChange);
    this.#vocabulary = new QueryController(host, {
      port: () => (port()?.vocabulary ? port() : undefined),
      // Strangers may do nothing that it would tell of.
      query: () => (this.account.signedIn ? { of: this.account.me?.person?.id ?? '' } : undefined),
      run: async (events, _, signal) =>
        (await events.vocabulary?.({ signal })) ?? { topics: [], orgs: [], offers: false, mails: false },
      isEmpty: () => false,
    });
  }

  /** There is an organisation that the reader may invite for. */
  get mayCreate(): boolean {
    return this.account.signedIn && (this.#vocabulary.value?.orgs.length ?? 0) > 0;
  }
}
