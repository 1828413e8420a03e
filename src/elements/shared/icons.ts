import { html, type TemplateResult } from 'lit';

/** Outlines on a 24 by 24 grid. They stand beside words, never in their place. */
export const ICONS = {
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4',
  filter: 'M4 6h16M7 12h10M10 18h4',
  external: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  save: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4M12 12.5v5M9.5 15h5',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.6L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.6L12 17',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.2',
  cloud: 'M7 18a4 4 0 0 1-.5-8A6 6 0 0 1 18 9.500a4.300 4.300 0 0 1-.5 8.500zM9 22l6-12',
  empty: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4',
} as const;

export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
