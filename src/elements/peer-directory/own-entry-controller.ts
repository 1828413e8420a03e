import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Events of `<vr-peer-profile>`, which may stand anywhere on the page. */
const OWN_ENTRY = ['vr-profile-changed', 'vr-profile-ended'] as const;

/** Tells the directory that the reader's own entry is another one now. */
export class OwnEntryController implements ReactiveController {
  readonly #onChange: () => void;

  constructor(host: ReactiveControllerHost, onChange: () => void) {
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    for (const name of OWN_ENTRY) document.addEventListener(name, this.#onChange);
  }

  hostDisconnected(): void {
    for (const name of OWN_ENTRY) document.removeEventListener(name, this.#onChange);
  }
}
