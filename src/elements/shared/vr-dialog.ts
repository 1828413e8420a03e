import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { de, type Messages } from '../../i18n/de/words.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { tokens } from '../../styles/tokens.styles.ts';
import { VrDialogClosedEvent } from './events.ts';
import { icon, ICONS } from './icons.ts';
import { dialogStyles } from './vr-dialog.styles.ts';

/**
 * A modal dialog on the platform's own `<dialog>`: in the top layer above whatever the page stacks, Escape and a click
 * beside it close it, and the focus returns to where it was.
 *
 * @summary A modal dialog with a title and a button to close it.
 * @status stable
 * @since 0.1
 *
 * @slot - contents
 *
 * @fires {VrDialogClosedEvent} vr-dialog-closed - the dialog was closed
 *
 * @csspart dialog - the box
 */
export class VrDialog extends StyledElement {
  static override styles = [host, tokens, controls, dialogStyles];

  /** Whether it is shown. */
  @property({ attribute: false }) open = false;
  /** What it is about; its name for screen readers. */
  @property({ attribute: false }) label = '';
  @property({ attribute: false }) words: Messages = de;

  #returnTo: Element | null = null;
  #isShown = false;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.#show(this.open);
  }

  protected override render(): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-label=${this.label}
      @cancel=${this.#onCancel}
      @close=${this.#onClosed}
      @click=${this.#onClick}
      @keydown=${this.#onKeydown}
    >
      <div class="box" tabindex="-1" autofocus>
        <button
          type="button"
          class="button icon quiet close"
          aria-label=${this.words.common.close}
          @click=${this.#dismiss}
        >
          ${icon(ICONS.close)}
        </button>
        <slot></slot>
      </div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #show(open: boolean): void {
    const dialog = this.#dialog;
    if (!dialog || dialog.open === open) return;
    if (open) {
      this.#returnTo = deepActiveElement();
      this.#isShown = true;
      dialog.showModal();
    } else {
      dialog.close();
    }
  }

  /**
   * Closed by the reader. The platform tells of it a task later: who opened it again until then would have asked an element
   * that is still open by its own account.
   */
  #dismiss(): void {
    this.#show(false);
    this.#onClosed();
  }

  /** Told once for each time it was shown, and not by what a closing before left to tell. */
  #onClosed(): void {
    if (!this.#isShown || this.#dialog?.open) return;
    this.#isShown = false;
    this.open = false;
    this.dispatchEvent(new VrDialogClosedEvent());
    // The browser returns the focus to an element only within one tree; ours was opened from another shadow root.
    if (this.#returnTo instanceof HTMLElement && this.#returnTo.isConnected) this.#returnTo.focus();
    this.#returnTo = null;
  }

  /** Escape, and the gesture for going back; a file chooser left without a file cancels, too, and means itself. */
  #onCancel(event: Event): void {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.#dismiss();
  }

  #onClick(event: MouseEvent): void {
    if (event.target === event.currentTarget) this.#dismiss();
  }

  /** Pages listen for keys on the document; what is typed in a dialog is not meant for them. */
  #onKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
  }
}

function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
