/** Outlines of the ways to hand something on, on a 24 by 24 grid. Signs of what is done, not marks of companies. */
export const SHARE_ICONS = {
  device: 'M12 15V4M8 7l4-4 4 4M6 11H5v9h14v-9h-1',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  mastodon: 'M12 5a7 7 0 1 0 0 14M12 5a7 7 0 0 1 7 7v1.500a2.500 2.500 0 0 1-5 0V12a2 2 0 1 0-4 0 2 2 0 0 0 4 0',
  linkedin: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16',
  threema: 'M6 11h12v8H6zM9 11V8a3 3 0 0 1 6 0v3',
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z',
} as const;
