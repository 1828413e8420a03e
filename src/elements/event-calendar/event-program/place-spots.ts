import { html, nothing, type TemplateResult } from 'lit';
import type { EventProgramMessages } from '../../../i18n/de/event-program.ts';
import type { Session } from '../../../model/calendar-event.ts';
import type { GridCell, GridDay, GridRow } from '../../../model/session-grid.ts';
import { endOfPlace, type SessionPlace } from '../../../model/session-places.ts';
import { placeKey, type Arranger } from './arranger.ts';
import { icon } from '../../shared/icons.ts';
import { beginDrag } from './drag-session.ts';
import { rangeOf, type ProgramContext } from './program-context.ts';
import { PROGRAM_ICONS } from './program-icons.ts';

/** What takes a session: a button, and for pointers a handle to drag it by. */
export function renderPick(
  session: Session,
  arranger: Arranger,
  root: ShadowRoot,
  words: EventProgramMessages,
): TemplateResult | typeof nothing {
  if (!session.can?.includes('place')) return nothing;
  const { arrange } = words;
  return html`${
    arranger.takesDrags
      ? html`<span
      class="grip"
      aria-hidden="true"
      title=${arrange.drag}
      @pointerdown=${(event: PointerEvent) => beginDrag(event, session, arranger, root)}
      >${icon(PROGRAM_ICONS.grip)}</span
    >`
      : nothing
  }
    <button type="button" class="button small" data-pick=${session.id} @click=${() => arranger.pick(session)}>
      ${session.state === 'scheduled' ? arrange.move : arrange.place}<span class="visually-hidden">: ${session.title}</span>
    </button>`;
}

/** The place that a field of the plan stands for. */
export const placeOf = (row: GridRow, cell: Pick<GridCell, 'room'>, arranger: Arranger): SessionPlace => ({
  start: row.start,
  room: cell.room,
  end: endOfPlace(row.start, arranger.picked ?? {}, arranger.times),
});

/** The one field of the day that the tab key reaches. */
export function tabKey({ rows }: GridDay, { place }: Arranger): string {
  const keys = rows.flatMap((row) =>
    row.cells.filter(({ open }) => open).map(({ room }) => placeKey({ start: row.start, room })),
  );
  const wanted = place ? placeKey(place) : '';
  return keys.includes(wanted) ? wanted : (keys[0] ?? '');
}

/** A field of the plan that takes the picked session. */
export function renderSpot(
  row: GridRow,
  cell: GridCell,
  column: number,
  reach: string,
  context: ProgramContext,
): TemplateResult | typeof nothing {
  const { arranger, words } = context;
  if (!arranger?.picked || !cell.open) return nothing;
  const { arrange, program } = words;
  const key = placeKey({ start: row.start, room: cell.room });
  const isTarget = arranger.place !== undefined && placeKey(arranger.place) === key;
  const look = (): void => arranger.lookAt(row.start, cell.room);
  const titles = cell.sessions.map(({ session }) => session.title).join(', ');
  return html`<button
    type="button"
    class="spot"
    data-spot=${key}
    data-column=${column}
    data-target=${isTarget ? '' : nothing}
    tabindex=${key === reach ? 0 : -1}
    @focus=${look}
    @click=${() => {
      look();
      arranger.put();
    }}
  >
    ${arrange.here}<span class="visually-hidden"
      >: ${rangeOf(row, context)}, ${cell.room ?? program.noRoom}, ${titles || arrange.isFree}</span
    >
  </button>`;
}

/** Moves the focus from field to field, as in any grid; gives false where the key means something else. */
export function moveBetweenSpots(
  event: KeyboardEvent,
  context: ProgramContext,
  turnDay: (by: number) => void,
): boolean {
  const { arranger } = context;
  const at = (event.target as Element).closest<HTMLElement>('.spot');
  if (!arranger?.picked || event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.key === 'Escape') {
    arranger.cancel();
    return true;
  }
  if (!at) return false;
  if (event.key === 'PageUp' || event.key === 'PageDown') {
    turnDay(event.key === 'PageUp' ? -1 : 1);
    return true;
  }
  const next = nextSpot(at, event.key);
  next?.focus();
  return next !== undefined;
}

function nextSpot(at: HTMLElement, key: string): HTMLElement | undefined {
  const rows = [...(at.closest('tbody')?.rows ?? [])].map((row) => [...row.querySelectorAll<HTMLElement>('.spot')]);
  const row = rows.findIndex((spots) => spots.includes(at));
  const own = rows[row] ?? [];
  const index = own.indexOf(at);
  const isRtl = getComputedStyle(at).direction === 'rtl';
  switch (key) {
    case 'ArrowLeft':
      return own[index + (isRtl ? 1 : -1)] ?? at;
    case 'ArrowRight':
      return own[index + (isRtl ? -1 : 1)] ?? at;
    case 'Home':
      return own[0];
    case 'End':
      return own.at(-1);
    case 'ArrowUp':
      return rows.slice(0, row).reverse().find(hasSpots)?.reduce(nearest(at)) ?? at;
    case 'ArrowDown':
      return (
        rows
          .slice(row + 1)
          .find(hasSpots)
          ?.reduce(nearest(at)) ?? at
      );
    default:
      return undefined;
  }
}

const hasSpots = (spots: readonly HTMLElement[]): boolean => spots.length > 0;

const columnOf = (spot: HTMLElement): number => Number(spot.dataset['column']);

/** The spot whose column is nearest. */
const nearest =
  (at: HTMLElement) =>
  (best: HTMLElement, spot: HTMLElement): HTMLElement =>
    Math.abs(columnOf(spot) - columnOf(at)) < Math.abs(columnOf(best) - columnOf(at)) ? spot : best;
