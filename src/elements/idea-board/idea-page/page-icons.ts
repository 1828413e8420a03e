import { ICONS } from '../../shared/icons.ts';

/** Outlines on a 24 by 24 grid that only an idea's page needs. They stand beside words. */
export const PAGE_ICONS = {
  back: ICONS.previous,
  link: ICONS.link,
  print: 'M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M7 14h10v6H7z',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.500 2h-15zM10 21.500h4',
  flag: 'M6 21V4M6 4h11l-2 4 2 4H6',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  done: 'M5 12.500l4.500 4.500L19 7.500',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM5 20c.5-3.500 3.500-5.500 7-5.500s6.500 2 7 5.500',
  hands: 'M4 12.500l4-4 4 3 3-3 5 4.500M8 8.500L6 6.500M12 11.500l4.500 5-2 2-6-6M20 13l-2 3',
  question:
    'M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.300-1 .8-1 1.700M12 16.500v.2M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17z',
  concern: ICONS.warning,
  experience:
    'M12 4l2.300 5 5.200.600-3.900 3.600 1.100 5.300L12 15.800l-4.700 2.700 1.100-5.300-3.900-3.600 5.200-.6z',
  comment: 'M5 5h14v10H11l-4 4v-4H5z',
  answer: 'M9 7L4 12l5 5M4 12h10a5 5 0 0 1 5 5v2',
  interesting: 'M12 4a5.500 5.500 0 0 0-3 10.100V16h6v-1.900A5.500 5.500 0 0 0 12 4zM9.500 19h5',
  'useful-here': 'M4 20V9l8-5 8 5v11M4 20h16M9 20v-6h6v6',
  'i-join': 'M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.500 19c.4-3 2.600-5 5.500-5s5.100 2 5.500 5M18 8v6M15 11h6',
  thanks: 'M12 20s-7-4.300-7-9.500A3.800 3.800 0 0 1 12 8a3.800 3.800 0 0 1 7 2.500C19 15.700 12 20 12 20z',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
} as const;
