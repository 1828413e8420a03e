import { type CSSResultGroup, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { nextTask } from '../backend/next-task.ts';
import type { Backend } from '../backend/ports.ts';
import type { Messages } from '../i18n/de/words.ts';
import type { Dictionary } from '../i18n/language.ts';
import { LocalizeController } from '../i18n/localize-controller.ts';
import { plainDateAt, isTimeZone } from '../model/time-zone.ts';
import { controls } from '../styles/controls.styles.ts';
import { host } from '../styles/host.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { keepTyping } from './keep-typing.ts';
import { StyledElement } from './styled-element.ts';
import { warnOnce } from './warn.ts';

const DEFAULT_ZONE = 'Europe/Berlin';

/**
 * The first time zone that a page asks for makes the platform read its list of zones, which takes as long as setting up
 * a widget or drawing it does. Each gets a task of its own, so that the page can answer in between.
 */
async function openZones(zone: string): Promise<void> {
  await nextTask();
  isTimeZone(zone);
  await nextTask();
}

let zonesReady: Promise<unknown> | true | undefined;

/** What every widget has in common with every other: the attributes an editor can set on it, its language, its start. */
export abstract class WidgetElement<M extends Messages = Messages> extends StyledElement {
  static override styles: CSSResultGroup = [host, tokens, controls];

  /** Where the data come from: `[kind+]URL`, several parted by white space. */
  @property() src: string | undefined;
  /** The editor's names for the sources, in their order, parted by semicolons. */
  @property() labels: string | undefined;
  /** `#id` of a `<vr-backend>`; as a property also a ready-made backend. */
  @property() backend: string | Backend | null | undefined;
  /** Level of the widget's own heading, 1 to 6. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 2;
  /** IANA zone that dates and times are shown in. */
  @property({ attribute: 'time-zone' }) timeZone = DEFAULT_ZONE;
  /** `light`, `dark` or `contrast`; without it the widget follows the page. */
  @property({ reflect: true }) theme: string | undefined;
  /** `card` gives the widget a background and a border of its own. */
  @property({ reflect: true }) surface: string | undefined;
  /** `lazy` (default) starts when the reader comes near, `eager` at once. */
  @property() loading = 'lazy';
  /** What may be kept on the reader's device: `none` (default), `session` or `local`. */
  @property() storage = 'none';

  /** Whether the reader is near enough for the widget to work. */
  @state() protected near = false;
  protected readonly localize: LocalizeController<M>;
  #observer: IntersectionObserver | undefined;

  /** @param dictionary the words of the widget's family */
  constructor(dictionary: Dictionary<M>) {
    super();
    this.localize = new LocalizeController<M>(this, dictionary);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#onNear);
    if (this.near) return;
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#onNear();
      },
      { rootMargin: '100% 0px' },
    );
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#onNear);
    this.#observer?.disconnect();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepTyping(root);
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    // Nobody shall see German for a blink where English belongs.
    if (this.localize.pending) await this.localize.pending;
    zonesReady ??= openZones(this.timeZone).finally(() => (zonesReady = true));
    if (zonesReady !== true) await zonesReady;
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('loading') && this.loading === 'eager') this.#onNear();
    if (changed.has('timeZone') && !isTimeZone(this.timeZone)) {
      this.warnValue('time-zone', this.timeZone, DEFAULT_ZONE);
      this.timeZone = DEFAULT_ZONE;
    }
    this.headingLevel = this.knownNumber('heading-level', this.headingLevel, 1, 6, 2);
  }

  /** Today in the widget's zone. */
  protected today(): string {
    return plainDateAt(this.timeZone, Date.now());
  }

  /** The value of a numeric attribute, or what holds in its place where it is none of the allowed. */
  protected knownNumber(attribute: string, value: number, min: number, max: number, fallback: number): number {
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.warnValue(attribute, this.getAttribute(attribute) ?? String(value), String(fallback));
    return fallback;
  }

  /** The value of an attribute with a closed list of words, or what holds in its place where it is none of them. */
  protected knownWord<T extends string>(attribute: string, value: string, known: readonly T[], fallback: T): T {
    const found = known.find((word) => word === value);
    if (!found) this.warnValue(attribute, value, fallback);
    return found ?? fallback;
  }

  /** Tells the editor that an attribute's value is not known and what holds in its place. */
  protected warnValue(attribute: string, value: string, fallback: string): void {
    warnOnce(
      'VR005',
      `<${this.localName} ${attribute}="${value}"> is not a value this attribute knows; "${fallback}" holds.`,
      this,
    );
  }

  /**
   * Whether what stands inside the tag is what an editor put there for pages without the script. A tag that was closed
   * as `<vr-x/>` swallows what follows it on the page; that must stay visible. Pages that are whole without the script
   * mark what makes way, however long: `data-vr-fallback`.
   */
  protected get hasOnlyFallback(): boolean {
    let length = this.textContent.length;
    for (const known of this.querySelectorAll(':scope>:is([slot=vr-data],[data-vr-fallback])')) {
      length -= known.textContent.length;
    }
    return (
      length < 400 &&
      !this.querySelector(':is(h1,h2,h3,form,main,nav,section,article,footer):not([data-vr-fallback] *)')
    );
  }

  readonly #onNear = (): void => {
    this.near = true;
    this.#observer?.disconnect();
    this.#observer = undefined;
  };
}
