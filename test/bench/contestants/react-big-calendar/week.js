/** react-big-calendar 1.20 in its week by the hour. */
import { mountView } from './mount.js';

export const mount = (place, events, { date }) => void mountView(place, events, { date, view: 'week' });
