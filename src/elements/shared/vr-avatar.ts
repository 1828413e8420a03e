import { html, svg, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import { initialsOf } from '../../model/initials.ts';
import { host } from '../../styles/host.styles.ts';
import { personTones, TONES } from '../../styles/person-tones.styles.ts';
import { avatarStyles } from './vr-avatar.styles.ts';

/** The same for a person everywhere and always; ids that differ by one letter lie far apart. */
function toneOf(id: string): number {
  let hash = 0;
  for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
  return (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 16) % TONES;
}

/**
 * A person's portrait, or their initials in a colour of their own. It stands beside the name and says nothing to a
 * screen reader. Addresses are shown as they are given: readers of sources let no foreign house's pictures through.
 *
 * @summary Portrait or initials of a person, beside their name.
 * @status stable
 * @since 0.3
 *
 * @cssproperty [--vr-avatar-size=40px] - width and height
 */
export class VrAvatar extends StyledElement {
  static override styles = [host, personTones, avatarStyles];

  /** Id of the person; it chooses the colour. Default: the name does. */
  @property({ attribute: false }) personId = '';
  @property({ attribute: false }) name = '';
  /** Address of a portrait; undefined shows the initials. */
  @property({ attribute: false }) photo: string | undefined;
  /** Width and height: `small` 32, `medium` 40, `large` 96 pixels. */
  @property({ reflect: true }) size: 'small' | 'medium' | 'large' = 'medium';

  /** The portrait did not arrive. */
  @state() private broken = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('photo')) this.broken = false;
  }

  protected override render(): TemplateResult {
    const initials = initialsOf(this.name);
    return html`<span class="disc" data-tone=${toneOf(this.personId || this.name)} aria-hidden="true">
      ${
        this.photo && !this.broken
          ? html`<img
              src=${this.photo}
              alt=""
              width="40"
              height="40"
              loading="lazy"
              decoding="async"
              referrerpolicy="no-referrer"
              @error=${() => (this.broken = true)}
            />`
          : initials
            ? html`<bdi>${initials}</bdi>`
            : PERSON
      }
    </span>`;
  }
}

const PERSON = html`<svg viewBox="0 0 24 24">
  ${svg`<path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20a7.500 7.500 0 0 1 15 0"></path>`}
</svg>`;
