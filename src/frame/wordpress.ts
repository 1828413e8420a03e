/** Speaks as WordPress' own embedded posts do: its pages take nothing else (wp-embed.js). */
export class WordPress {
  /** The name that the page has given to this frame, in its address. */
  readonly #secret = /[#&?]secret=([A-Za-z0-9]{1,64})\b/.exec(location.hash)?.[1];

  constructor() {
    if (this.#secret) document.addEventListener('click', this.#onClick);
  }

  tellHeight(value: number): void {
    this.#say('height', value);
  }

  /** Whether the page asks to be told the height again. */
  isCall(data: unknown): boolean {
    const { message, secret } = (data ?? {}) as { readonly message?: unknown; readonly secret?: unknown };
    return this.#secret !== undefined && message === 'ready' && secret === this.#secret;
  }

  #say(message: 'height' | 'link', value: number | string): void {
    if (this.#secret) parent.postMessage({ message, value, secret: this.#secret }, '*');
  }

  /** Its sandbox opens no windows; the page itself goes where a link leads, as long as that is this server. */
  readonly #onClick = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || link.host !== location.host || !/^https?:$/.test(link.protocol)) return;
    event.preventDefault();
    this.#say('link', link.href);
  };
}
