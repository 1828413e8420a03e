import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { usableStorage } from '../../../internal/device-store.ts';
import { draftScope } from '../../../internal/draft-scope.ts';
import type { EventsPort } from '../../../backend/ports.ts';
import type { Me } from '../../../model/account.ts';
import type { CalendarEvent } from '../../../model/calendar-event.ts';
import { boundToInstant } from '../../../model/time-zone.ts';
import { OwnProgramme } from './own-programme.ts';

export interface OwnHost extends ReactiveControllerHost {
  readonly event: CalendarEvent | undefined;
  readonly port: EventsPort | undefined;
  readonly me: Me | undefined;
  readonly storage: string;
  readonly timeZone: string;
  readonly isConnected: boolean;
}

/** Finds the own programme of whoever reads now, and draws its host anew when it changes. */
export class OwnController implements ReactiveController {
  programme: OwnProgramme | undefined;
  readonly #host: OwnHost;
  #unhear: (() => void) | undefined;

  constructor(host: OwnHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#unhear?.();
    this.#unhear = this.programme = undefined;
  }

  hostUpdate(): void {
    const { event, port, me, storage, timeZone, isConnected } = this.#host;
    if (!event || !isConnected) return;
    const own = OwnProgramme.of({
      source: port ?? event,
      storage: usableStorage(storage),
      scope: draftScope({
        endpoint: event.source?.id ?? location.pathname,
        user: me?.person?.id,
        form: `programme/${event.id ?? event.uid}`,
      }),
      end: boundToInstant(event.end, timeZone),
    });
    if (own === this.programme) return;
    this.#unhear?.();
    this.programme = own;
    this.#unhear = own.subscribe(() => this.#host.requestUpdate());
  }
}
