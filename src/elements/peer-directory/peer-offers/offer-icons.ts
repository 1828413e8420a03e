/** Outlines on a 24 by 24 grid for offers. They stand beside words. */
export const OFFER_ICONS = {
  offer: 'M4 13h3l4 3h4a1.500 1.500 0 0 0 0-3h-3M15 14l4-3a1.500 1.500 0 0 1 1.500 2.500L15 19H9l-2-1H4zM12 3v6M9 6h6',
  seek: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4',
} as const;
