/** Outlines of the event's page, on a 24 by 24 grid. */
export const PAGE_ICONS = {
  share: 'M12 15V4M8 7l4-4 4 4M6 11H5v9h14v-9h-1',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4l3 2',
  people:
    'M9 12a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 19c.5-3 3-4.500 6-4.500s5.500 1.500 6 4.500M16 5.500a3 3 0 0 1 0 6M17.500 14.800c2 .5 3.200 2 3.500 4.200',
  table: 'M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14',
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z',
  refresh: 'M19 12a7 7 0 1 1-2-5M19 4v4h-4',
  edit: 'M5 19l1-4L16.500 4.500l3 3L9 18z',
  minus: 'M6 12h12',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
} as const;
