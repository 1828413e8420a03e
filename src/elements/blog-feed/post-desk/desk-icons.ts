/** Outlines on a 24 by 24 grid for where a post stands. They stand beside words. */
export const STATE_ICONS = {
  draft: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  pending: 'M7 4h10M7 20h10M8 4c0 4 8 6 8 8s-8 4-8 8M16 4c0 4-8 6-8 8s8 4 8 8',
  returned: 'M9 7L4 12l5 5M4 12h10a5 5 0 0 1 5 5v2',
  scheduled: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2',
  published: 'M5 12.500l4.500 4.500L19 7.500',
  withdrawn: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8.500 12h7',
} as const;
