/** Outlines on a 24 by 24 grid for how a request stands. They stand beside words. */
export const CONTACT_ICONS = {
  sent: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2',
  accepted: 'M5 12.500l4.500 4.500L19 7.500',
  declined: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8.500 12h7',
  expired: 'M7 4h10M7 20h10M8 4c0 4 8 6 8 8s-8 4-8 8M16 4c0 4-8 6-8 8s8 4 8 8',
  blocked: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.500 6.500l11 11',
  withdrawn: 'M9 7L4 12l5 5M4 12h10a5 5 0 0 1 5 5v2',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
} as const;
