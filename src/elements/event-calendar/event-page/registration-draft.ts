import type { EventsPort } from '../../../backend/ports.ts';
import type { StorageKind } from '../../../internal/device-store.ts';
import { draftScope } from '../../../internal/draft-scope.ts';
import { DraftStore } from '../../../internal/draft-store.ts';

/** What the form of a registration holds, as it is typed. */
export interface RegistrationTexts {
  readonly note: string;
  readonly needs: string;
}

export interface DraftOf {
  readonly port: EventsPort;
  readonly eventId: string;
  readonly recurrenceId: string | undefined;
  readonly user: string | undefined;
  readonly storage: StorageKind;
}

/** Who closes an event and comes back to it finds what was typed, as long as its source is the same. */
const kept = new WeakMap<EventsPort, Map<string, RegistrationTexts>>();

/** What was typed for a registration and has not been sent; it survives the dialog, and a sign-in on another page. */
export class RegistrationDraft {
  #store: DraftStore<RegistrationTexts> | undefined;
  #port: EventsPort | undefined;
  #scope = '';
  #value: RegistrationTexts | undefined;

  /** Turns to an event and a reader. What was typed before, where there is something that the form does not show yet. */
  use({ port, eventId, recurrenceId = '', user, storage }: DraftOf): RegistrationTexts | undefined {
    const scope = draftScope({
      endpoint: location.pathname,
      user,
      form: `event-registration/${eventId}/${recurrenceId}`,
    });
    if (scope === this.#scope && port === this.#port) return undefined;
    const [, , form] = this.#scope.split('|');
    // The same form of a reader who has signed in meanwhile: what stands in it goes along.
    const carried = port === this.#port && form === scope.split('|')[2] ? this.#value : undefined;
    if (carried) this.drop();
    this.#store?.dispose();
    this.#port = port;
    this.#scope = scope;
    this.#store = new DraftStore<RegistrationTexts>({ storage, scope, read });
    if (carried) {
      this.keep(carried);
      return undefined;
    }
    this.#value = kept.get(port)?.get(scope) ?? this.#store.open()?.value;
    if (this.#value) this.#store.save(this.#value);
    return this.#value;
  }

  keep(value: RegistrationTexts): void {
    if (value.note === '' && value.needs === '') {
      this.drop();
      return;
    }
    this.#value = value;
    this.#store?.save(value);
    if (!this.#port) return;
    const texts = kept.get(this.#port) ?? new Map<string, RegistrationTexts>();
    kept.set(this.#port, texts.set(this.#scope, value));
  }

  /** It has been sent, or was given up. */
  drop(): void {
    this.#value = undefined;
    this.#store?.erase();
    if (this.#port) kept.get(this.#port)?.delete(this.#scope);
  }

  /** Right before a sign-in that may leave the page. Without a word typed, too: the form is to be open again. */
  handOver(value: RegistrationTexts): void {
    this.#store?.save(value);
    this.#store?.handOver();
  }

  /** The dialog is closed. */
  leave(): void {
    this.#store?.dispose();
    this.#store = undefined;
    this.#scope = '';
    this.#port = undefined;
    this.#value = undefined;
  }
}

/** A draft as a device gives it: anybody's text. */
function read(value: unknown): RegistrationTexts | undefined {
  const { note, needs } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof note === 'string' && typeof needs === 'string' ? { note, needs } : undefined;
}
