import { expect } from '@open-wc/testing';
import '../../../src/elements/shared/vr-avatar.define.ts';
import type { VrAvatar } from '../../../src/elements/shared/vr-avatar.ts';
import { one } from '../support/deep.ts';
import { waitUntil } from '../support/wait-until.ts';

const placed: HTMLElement[] = [];

async function put(values: Partial<Pick<VrAvatar, 'name' | 'personId' | 'photo' | 'size'>>): Promise<VrAvatar> {
  const avatar = Object.assign(document.createElement('vr-avatar'), values);
  document.body.append(avatar);
  placed.push(avatar);
  await avatar.updateComplete;
  return avatar;
}

/** A colour as the screen has it, 0 to 255. */
function pixel(colour: string): readonly [number, number, number] {
  const context = document.createElement('canvas').getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = pixel(colour).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** One red pixel. */
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAPAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==';

describe('<vr-avatar>', () => {
  afterEach(() => {
    for (const element of placed.splice(0)) element.remove();
    document.documentElement.style.removeProperty('color-scheme');
  });

  it('says nothing to a screen reader: the name stands beside it', async () => {
    const avatar = await put({ name: 'Mara Kestner', personId: 'mara' });
    expect(one(avatar, '.disc').getAttribute('aria-hidden')).to.equal('true');
    await expect(avatar).to.be.accessible();
  });

  it('keeps its letters legible in every colour, in light and dark', async () => {
    for (const scheme of ['light', 'dark']) {
      document.documentElement.style.setProperty('color-scheme', scheme);
      const tones = new Map<string, number>();
      for (let at = 0; at < 120; at++) {
        const disc = one(await put({ name: 'Mara Kestner', personId: `person-${at}` }), '.disc');
        const { color, backgroundColor } = getComputedStyle(disc);
        tones.set(disc.dataset['tone']!, contrast(color, backgroundColor));
      }
      expect(tones.size, 'all colours are in use').to.equal(12);
      expect(Math.min(...tones.values()), scheme).to.be.at.least(4.5);
    }
  });

  it('gives a person the same colour everywhere, whatever they are called', async () => {
    const tone = async (name: string): Promise<string | undefined> =>
      one(await put({ name, personId: 'mara' }), '.disc').dataset['tone'];
    expect(await tone('Mara Kestner')).to.equal(await tone('Mara Neu'));
  });

  it('shows a portrait, and the initials when it does not arrive', async () => {
    const avatar = await put({ name: 'Mara Kestner', photo: PICTURE });
    expect(one<HTMLImageElement>(avatar, 'img').alt).to.equal('');
    expect(avatar.shadowRoot?.textContent?.trim()).to.equal('');
    avatar.photo = 'data:image/png;base64,AAAA';
    await waitUntil(() => avatar.shadowRoot?.textContent?.includes('MK'), 'initials');
  });

  it('shows an outline for somebody without a name', async () => {
    const avatar = await put({ name: ' ' });
    expect(one(avatar, 'svg').getBoundingClientRect().width).to.be.greaterThan(10);
  });
});
