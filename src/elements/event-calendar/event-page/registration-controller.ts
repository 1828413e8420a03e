import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AccountPort, EventsPort, EventVocabulary } from '../../../backend/ports.ts';
import { usableStorage, type StorageKind } from '../../../internal/device-store.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import type { RegistrationInput } from '../../../model/event-input.ts';
import { nextRegistrationChange, readerPhase } from '../../../model/registration.ts';
import { eventVocabulary } from './event-vocabulary.ts';
import {
  registrationOrders,
  type ArrivalListener,
  type RegistrationEntry,
  type RegistrationOrder,
  type RegistrationOrders,
} from './registration-orders.ts';

/** What the element gives the controller. */
export interface RegistrationHost extends ReactiveControllerHost {
  readonly event: CalendarEvent | undefined;
  readonly port: EventsPort | undefined;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  readonly storage: string;
  readonly isConnected: boolean;
}

/** Timers of browsers go wrong beyond; a dialog is not open that long. */
const LONGEST_TIMER = 24 * 3_600_000;

const refOf = ({ id, uid, recurrenceId }: CalendarEvent): Pick<RegistrationOrder, 'id' | 'recurrenceId'> => ({
  id: id ?? uid,
  ...(recurrenceId && { recurrenceId }),
});

/**
 * What is under way between a reader and an event: the orders of whoever reads now, what the source says of its events, and
 * the moment at which the registration opens or closes by itself.
 */
export class RegistrationController implements ReactiveController {
  vocabulary: EventVocabulary | undefined;

  readonly #host: RegistrationHost;
  readonly #onArrival: ArrivalListener;
  #orders: RegistrationOrders | undefined;
  #unsubscribe: (() => void) | undefined;
  #port: EventsPort | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onArrival called with the source's answer to an order of the event that is shown */
  constructor(host: RegistrationHost, onArrival: ArrivalListener) {
    this.#host = host;
    this.#onArrival = (order, answer) => {
      const { event } = host;
      if (!event) return;
      const { id, recurrenceId } = refOf(event);
      if (order.id === id && order.recurrenceId === recurrenceId) onArrival(order, answer);
    };
    host.addController(this);
  }

  get user(): string | undefined {
    return this.#host.me?.person?.id;
  }

  get storage(): StorageKind {
    return usableStorage(this.#host.storage);
  }

  /** What is under way for the event, or was refused. */
  get entry(): RegistrationEntry | undefined {
    const { event } = this.#host;
    return event && this.#orders?.of(refOf(event));
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  hostUpdate(): void {
    const { port, account, me } = this.#host;
    if (port !== this.#port) this.vocabulary = undefined;
    this.#port = port;
    // A source without accounts may take registrations, too; strangers of one with accounts have none.
    const orders =
      port?.register && !me?.anonymous
        ? registrationOrders({ port, account, user: this.user, storage: this.storage })
        : undefined;
    if (orders === this.#orders) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#orders = orders;
    this.#listen();
  }

  /** At the moment that the registration opens or closes, the host is drawn anew. */
  hostUpdated(): void {
    clearTimeout(this.#timer);
    const { event } = this.#host;
    const at = event && nextRegistrationChange(event, Date.now());
    if (at === undefined || at - Date.now() > LONGEST_TIMER) return;
    this.#timer = setTimeout(() => this.#host.requestUpdate(), at - Date.now() + 50);
  }

  /** Sends that the reader comes, or without `input` that the reader comes no more. Once, however often it is asked for. */
  send(input: RegistrationInput | undefined): void {
    const { event } = this.#host;
    if (!event || this.entry?.state === 'sending') return;
    const { registered, waitingPosition } = event.me ?? {};
    const full = readerPhase(event, Date.now()) === 'full';
    const stood = registered ? 'registered' : waitingPosition !== undefined ? 'waiting' : full ? 'full' : 'free';
    this.#orders?.send({ ...refOf(event), ...(input && { input }), stood });
  }

  retry(entry: RegistrationEntry): void {
    this.#orders?.retry(entry);
  }

  giveUp(entry: RegistrationEntry): void {
    this.#orders?.giveUp(entry);
  }

  /** Asks what the source says of its events; what it promises stands in the words. */
  askVocabulary(): void {
    const { port } = this.#host;
    if (!port || this.vocabulary) return;
    void eventVocabulary(port).then((vocabulary) => {
      if (!vocabulary || port !== this.#host.port) return;
      this.vocabulary = vocabulary;
      this.#host.requestUpdate();
    });
  }

  #listen(): void {
    if (!this.#host.isConnected) return;
    this.#unsubscribe ??= this.#orders?.subscribe(() => this.#host.requestUpdate(), this.#onArrival);
  }
}
