import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PeerEntryMessages } from '../../../i18n/de/peer-entry.ts';
import {
  mostZoom,
  moveCrop,
  placeOf,
  zoomCrop,
  zoomOf,
  type PhotoCrop,
  type PictureSize,
} from '../../../model/photo-crop.ts';
import type { ChosenPhoto } from './photo-file.ts';

/** Pixels of the square as it is drawn. */
const SQUARE = 512;
/** Share of the square that an arrow key moves, and how much plus and minus zoom. */
const STEP = 0.05;
const ZOOM_STEP = 1.1;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface CropContext {
  readonly size: PictureSize;
  readonly crop: PhotoCrop;
  readonly words: PeerEntryMessages;
  readonly onCrop: (crop: PhotoCrop) => void;
}

/** Draws the square of the small copy. */
export function drawCrop(canvas: HTMLCanvasElement, { size, copy }: ChosenPhoto, crop: PhotoCrop): void {
  const share = copy.width / size.width;
  const context = canvas.getContext('2d');
  context?.clearRect(0, 0, SQUARE, SQUARE);
  const [x, y, edge] = [crop.x * share, crop.y * share, crop.size * share];
  context?.drawImage(copy, x, y, edge, edge, 0, 0, SQUARE, SQUARE);
}

/** The square to keep: moved by pointer, by arrow keys, or by ranges that say where it is. */
export function renderCrop(context: CropContext): TemplateResult {
  const { size, crop, words, onCrop } = context;
  const { photo } = words.entry;
  const { across, down } = placeOf(crop, size);
  const [right, bottom] = [size.width - crop.size, size.height - crop.size];
  const most = mostZoom(size);
  return html`<div class="crop">
    <div
      class="square"
      role="group"
      tabindex="0"
      aria-label=${photo.crop}
      aria-describedby="crop-hint"
      @keydown=${(event: KeyboardEvent) => onKey(event, context)}
      @pointerdown=${onGrab}
      @pointermove=${(event: PointerEvent) => onDrag(event, context)}
    >
      <canvas width=${SQUARE} height=${SQUARE} aria-hidden="true"></canvas>
    </div>
    <div class="text">
      <p class="hint" id="crop-hint">${photo.cropHint}</p>
      ${
        most > 1
          ? renderRange(photo.zoom, (zoomOf(crop, size) - 1) / (most - 1), words, (share) =>
              onCrop(zoomCrop(crop, size, 1 + share * (most - 1))),
            )
          : nothing
      }
      ${
        right > 0
          ? renderRange(photo.across, across, words, (share) => onCrop({ ...crop, x: Math.round(share * right) }))
          : nothing
      }
      ${
        bottom > 0
          ? renderRange(photo.down, down, words, (share) => onCrop({ ...crop, y: Math.round(share * bottom) }))
          : nothing
      }
    </div>
  </div>`;
}

/** A share from 0 to 1 in steps of a hundredth. */
function renderRange(
  label: string,
  share: number,
  { entry }: PeerEntryMessages,
  to: (share: number) => void,
): TemplateResult {
  const value = Math.round(share * 100);
  return html`<label class="range"
    ><span>${label}</span
    ><input
      type="range"
      min="0"
      max="100"
      aria-valuetext=${entry.photo.percent(value)}
      .value=${live(String(value))}
      @input=${(event: Event) => to(Number((event.target as HTMLInputElement).value) / 100)}
  /></label>`;
}

function onKey(event: KeyboardEvent, { size, crop, onCrop }: CropContext): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  const zoom = event.key === '+' ? ZOOM_STEP : event.key === '-' ? 1 / ZOOM_STEP : undefined;
  if (!arrow && !zoom) return;
  event.preventDefault();
  const step = Math.max(1, crop.size * STEP);
  // The picture follows the arrow: what is seen of it lies on the other side.
  if (arrow) onCrop(moveCrop(crop, size, -arrow[0] * step, -arrow[1] * step));
  else if (zoom) onCrop(zoomCrop(crop, size, zoomOf(crop, size) * zoom));
}

const onGrab = (event: PointerEvent): void => (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);

function onDrag(event: PointerEvent, { size, crop, onCrop }: CropContext): void {
  const square = event.currentTarget as HTMLElement;
  if (!square.hasPointerCapture(event.pointerId)) return;
  const share = crop.size / (square.clientWidth || 1);
  onCrop(moveCrop(crop, size, -event.movementX * share, -event.movementY * share));
}
