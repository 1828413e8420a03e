const LOWEST = 150;
/** Smaller changes are the rounding of some browser's, and would go to and fro. */
const TOLERANCE = 2;
/** Pixels that a dialog needs to be read in. */
const DIALOG = 560;

/** Measures the contents of the page, and tells a height each time that it has changed. */
export class Height {
  #value = 0;
  #waiting = 0;
  readonly #tell: (value: number) => void;

  constructor(tell: (value: number) => void) {
    this.#tell = tell;
    new ResizeObserver(() => this.#look()).observe(document.documentElement);
    document.addEventListener('focusin', this.#onFocus);
  }

  /** Tells it again: somebody has begun to listen. */
  again(): void {
    if (this.#value > 0) this.#tell(this.#value);
    else this.#look();
  }

  #look(): void {
    this.#waiting ||= requestAnimationFrame(() => {
      this.#waiting = 0;
      const height = Math.max(LOWEST, Math.ceil(document.documentElement.getBoundingClientRect().height));
      if (Math.abs(height - this.#value) <= TOLERANCE) return;
      this.#value = height;
      this.#tell(height);
    });
  }

  /** A dialog lies over the page and makes it no higher: in a low frame there would be no room for it. */
  readonly #onFocus = (event: FocusEvent): void => {
    const dialog = event.composedPath().find((node) => node instanceof HTMLDialogElement);
    if (!dialog?.open) return;
    const { style } = document.documentElement;
    style.setProperty('min-block-size', `${DIALOG}px`);
    dialog.addEventListener('close', () => style.removeProperty('min-block-size'), { once: true });
  };
}
