import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AccountPort, PeersPort } from '../../../backend/ports.ts';
import { usableStorage, type StorageKind } from '../../../internal/device-store.ts';
import type { Me } from '../../../model/account.ts';
import { contactOrders, type ContactArrival, type ContactEntry, type ContactOrders } from './contact-orders.ts';

/** What the element gives the controller. */
export interface OrdersHost extends ReactiveControllerHost {
  readonly port: PeersPort | undefined;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  readonly storage: string;
  readonly isConnected: boolean;
}

/** Keeps an element in step with the requests on their way of whoever reads now. */
export class OrdersController implements ReactiveController {
  orders: ContactOrders | undefined;

  readonly #host: OrdersHost;
  readonly #onArrival: ContactArrival;
  #unsubscribe: (() => void) | undefined;

  constructor(host: OrdersHost, onArrival: ContactArrival) {
    this.#host = host;
    this.#onArrival = onArrival;
    host.addController(this);
  }

  get storage(): StorageKind {
    return usableStorage(this.#host.storage);
  }

  get entries(): readonly ContactEntry[] {
    return this.orders?.entries ?? [];
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  hostUpdate(): void {
    const { port, account, me } = this.#host;
    const user = me?.person?.id;
    const orders =
      port?.requestContact && me && !me.anonymous
        ? contactOrders({ port, account, user, storage: this.storage })
        : undefined;
    if (orders === this.orders) return;
    this.hostDisconnected();
    this.orders = orders;
    this.#listen();
  }

  #listen(): void {
    if (!this.#host.isConnected) return;
    this.#unsubscribe ??= this.orders?.subscribe(() => this.#host.requestUpdate(), this.#onArrival);
  }
}
