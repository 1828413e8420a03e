/** Outlines beside words; drawn by `icon`. */
export const PROGRAM_ICONS = {
  bookmark: 'M7 4h10v16l-5-4-5 4z',
  now: 'M8 5.500v13l10-6.500z',
  chevron: 'M6 9l6 6 6-6',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z',
  idea: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.500 10.900V15h7v-1.100A6 6 0 0 0 12 3z',
  heart: 'M12 20s-7-4.500-7-10a4 4 0 0 1 7-2.500A4 4 0 0 1 19 10c0 5.500-7 10-7 10z',
  place: 'M12 21s-6-6-6-11a6 6 0 0 1 12 0c0 5-6 11-6 11zM12 8.500v3M10.500 10h3',
  undo: 'M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 9h-3',
  plus: 'M12 5v14M5 12h14',
} as const;

/** Marks of tracks, in their order: their form tells them apart, colour does not. */
export const TRACK_MARKS = [
  'M5 5h14v14H5z',
  'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  'M12 4l9 16H3z',
  'M12 3l9 9-9 9-9-9z',
  'M3 5h18l-9 16z',
  'M8 3h8v5h5v8h-5v5H8v-5H3V8h5z',
] as const;
