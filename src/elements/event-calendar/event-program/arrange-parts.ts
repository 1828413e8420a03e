/** What only those need who arrange a plan; loaded when they begin. */
export { Arranger } from './arranger.ts';
export { renderPlaceForm } from './place-form.ts';
export { moveBetweenSpots, renderPick, renderSpot, tabKey } from './place-spots.ts';
