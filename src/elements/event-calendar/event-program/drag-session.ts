import type { Session } from '../../../model/calendar-event.ts';
import type { Arranger } from './arranger.ts';

/** Pixels that a pointer moves before it drags: less is a click. */
const SLACK = 5;
/** Pixels from an edge within which the page scrolls along. */
const EDGE = 48;

/** Whatever scrolls around an element, through shadow roots. */
function scrollerOf(element: Element): Element {
  for (let at: Node | null = element; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) {
    if (!(at instanceof Element) || at.scrollHeight <= at.clientHeight + 1) continue;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * Drags a session onto the plan with mouse, pen or finger, from its handle. Fields that keys and clicks use take it, too;
 * what is let go elsewhere stays where it was.
 */
export function beginDrag(down: PointerEvent, session: Session, arranger: Arranger, root: ShadowRoot): void {
  if (down.button !== 0 || !down.isPrimary) return;
  down.preventDefault();
  const ghost = document.createElement('div');
  ghost.className = 'ghost';
  ghost.textContent = session.title;
  ghost.setAttribute('aria-hidden', 'true');
  // In the top layer it is placed by the window, also where the page contains the layout of what is around it.
  ghost.setAttribute('popover', 'manual');
  let dragging = false;

  const spotAt = (x: number, y: number): HTMLElement | undefined =>
    root.elementFromPoint(x, y)?.closest('td')?.querySelector<HTMLElement>('.spot') ?? undefined;

  const onMove = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    const { clientX: x, clientY: y } = event;
    if (!dragging) {
      if (Math.hypot(x - down.clientX, y - down.clientY) < SLACK) return;
      dragging = true;
      root.append(ghost);
      if ('showPopover' in ghost) ghost.showPopover();
      arranger.pick(session, true);
    }
    ghost.style.setProperty('translate', `${x + 8}px ${y + 8}px`);
    const spot = spotAt(x, y);
    if (spot) look(spot);
    const scroller = scrollerOf(root.host);
    const box =
      scroller === document.scrollingElement ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
    if (y < box.top + EDGE) scroller.scrollBy(0, -16);
    else if (y > box.bottom - EDGE) scroller.scrollBy(0, 16);
  };
  const look = (spot: HTMLElement): void => {
    const [start = '', ...room] = (spot.dataset['spot'] ?? '').split('|');
    arranger.lookAt(Number(start), room.join('|') || undefined);
  };
  const finish = (): void => {
    ghost.remove();
    removeEventListener('pointermove', onMove);
    removeEventListener('pointerup', onUp);
    removeEventListener('pointercancel', onCancel);
  };
  const onUp = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    finish();
    if (!dragging) return arranger.pick(session);
    const spot = spotAt(event.clientX, event.clientY);
    if (!spot) return arranger.cancel();
    look(spot);
    arranger.put();
  };
  const onCancel = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    finish();
    if (dragging) arranger.cancel();
  };
  addEventListener('pointermove', onMove);
  addEventListener('pointerup', onUp);
  addEventListener('pointercancel', onCancel);
}
