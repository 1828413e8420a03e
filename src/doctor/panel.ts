import type { DoctorWords } from '../i18n/de/doctor.ts';
import { doctorWords } from '../i18n/doctor-words.ts';
import { copyText } from '../internal/copy-text.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Finding, Severity } from './finding.ts';
import { wordsLanguage } from './language.ts';
import { button, make, outline } from './panel-parts.ts';
import { PANEL_STYLES } from './panel-styles.ts';

const MARKS: Readonly<Record<Severity, string>> = {
  fault: 'M6 6l12 12M18 6L6 18',
  hint: 'M12 4l9 16H3zM12 10v4M12 17v.2',
  ok: 'M5 13l4 4L19 7',
};
const CLOSE = 'M6 6l12 12M18 6L6 18';
const HOST = 'data-vr-doctor';

/** Opens the panel; there is one a page. `check` stands in for looking at this page. */
export async function openPanel(check: () => Promise<Diagnosis> = diagnose): Promise<void> {
  if (document.querySelector(`[${HOST}]`)) return;
  const language = wordsLanguage();
  const host = make('div', { [HOST]: '', lang: language });
  document.body.append(host);
  await new DoctorPanel(host, await doctorWords(language), check).open();
}

/**
 * What the doctor found, above the page, which stays usable beside it. Plain elements and a constructed style sheet:
 * it must draw under the strictest policy, and where custom elements are broken.
 */
class DoctorPanel {
  readonly #host: HTMLElement;
  readonly #words: DoctorWords;
  readonly #look: () => Promise<Diagnosis>;
  readonly #panel: HTMLDialogElement;
  readonly #title: HTMLElement;
  readonly #summary = make('p', { class: 'summary', role: 'status' });
  readonly #list = make('ul');
  readonly #findings: HTMLElement;
  readonly #said = make('p', { class: 'said', role: 'status' });
  readonly #byHand = make('div', { class: 'by-hand', hidden: '' });
  readonly #text: HTMLTextAreaElement;
  readonly #copyAll: HTMLButtonElement;
  #diagnosis: Diagnosis | undefined;

  constructor(host: HTMLElement, words: DoctorWords, look: () => Promise<Diagnosis>) {
    this.#host = host;
    this.#look = look;
    this.#words = words;
    const { panel } = words;
    this.#title = make('h2', { id: 'title', tabindex: '-1' }, panel.title);
    this.#text = make('textarea', { 'aria-label': panel.textLabel, readonly: '' });
    this.#byHand.append(this.#text);
    this.#copyAll = button(panel.copyAll, () => void this.#copy(this.#diagnosis?.text ?? ''));
    this.#findings = make(
      'div',
      { class: 'findings', tabindex: '0', role: 'group', 'aria-label': panel.title },
      this.#list,
    );
    const close = button('', () => this.#close(), { class: 'close', 'aria-label': panel.close });
    close.append(outline(CLOSE));
    this.#panel = make(
      'dialog',
      { class: 'panel', popover: 'manual', 'aria-labelledby': 'title' },
      make(
        'header',
        {},
        make('div', { class: 'title' }, this.#title, close),
        this.#summary,
        make(
          'div',
          { class: 'actions' },
          this.#copyAll,
          button(panel.again, () => void this.#check()),
        ),
      ),
      this.#findings,
      this.#byHand,
      this.#said,
      make('p', { class: 'quiet' }, panel.quiet),
    );
    this.#panel.addEventListener('keydown', this.#onKeydown);
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(PANEL_STYLES);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#panel);
  }

  async open(): Promise<void> {
    this.#panel.showPopover();
    this.#title.focus();
    await this.#check();
  }

  #close(): void {
    this.#panel.hidePopover();
    this.#host.remove();
  }

  async #check(): Promise<void> {
    const { panel } = this.#words;
    this.#summary.textContent = panel.checking;
    this.#said.textContent = '';
    this.#byHand.hidden = true;
    this.#findings.setAttribute('aria-busy', 'true');
    this.#copyAll.hidden = true;
    try {
      this.#show((this.#diagnosis = await this.#look()));
    } catch (error) {
      console.error(error);
      this.#summary.textContent = panel.failed;
    } finally {
      this.#findings.removeAttribute('aria-busy');
    }
  }

  #show({ findings }: Diagnosis): void {
    const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
    this.#summary.textContent = this.#words.panel.summary(count('fault'), count('hint'), count('ok'));
    this.#list.replaceChildren(...findings.map((finding) => this.#item(finding)));
    this.#copyAll.hidden = false;
  }

  #item({ severity, subject, cause, cure, copy, technical }: Finding): HTMLElement {
    const { severity: names, panel, text } = this.#words;
    const item = make(
      'li',
      { class: severity },
      make('p', { class: 'mark' }, outline(MARKS[severity]), names[severity]),
      make('h3', {}, subject),
      make('p', { class: 'told' }, cause),
    );
    if (cure) item.append(make('p', { class: 'told' }, make('strong', {}, `${text.cure}: `), cure));
    if (copy) {
      const take = button(panel.copyShort, () => void this.#copy(copy), { 'aria-label': panel.copyLine(copy) });
      item.append(make('div', { class: 'line' }, make('code', { translate: 'no' }, copy), take));
    }
    if (technical) item.append(make('p', { class: 'told technical', lang: 'en' }, technical));
    return item;
  }

  async #copy(text: string): Promise<void> {
    const { panel } = this.#words;
    // The old way of copying takes what a visible field has selected.
    this.#byHand.hidden = false;
    const back = this.#host.shadowRoot?.activeElement;
    const isDone = await copyText(text, this.#text);
    this.#said.textContent = isDone ? panel.copied : panel.byHand;
    this.#byHand.hidden = isDone;
    if (isDone && back instanceof HTMLElement) back.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Pages listen for keys on the document; what is typed here is not meant for them.
    event.stopPropagation();
    if (event.key === 'Escape') this.#close();
  };
}
