import type { CategoryIcon } from 'strapi-plugin-ticketing/domain';

/** Outlines on a 24-unit grid, drawn for this portal. Names below the line are those the catalogue uses. */
export const ICONS = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15L6 16ZM10 20.5a2 2 0 0 0 4 0',
  plus: 'M12 5v14M5 12h14',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5M12 7.8v.1',
  alert: 'M12 4 2.8 19.5h18.4L12 4ZM12 10v4.5M12 17v.1',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5V12l3 2',
  clip: 'M19 11.5 12 18.3a4.3 4.3 0 0 1-6-6.1l7.3-7.2a2.9 2.9 0 0 1 4.1 4.1l-7.3 7.1a1.4 1.4 0 0 1-2-2l6.5-6.4',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  share:
    'M6.5 9.8a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6ZM17.5 4a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6ZM17.5 ' +
    '15.4a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6ZM8.6 11l6.8-3.6M8.6 13.2l6.8 3.6',
  link:
    'M10 14a4 4 0 0 0 6 .4l3-3a4.1 4.1 0 0 0-5.8-5.8L11.5 7.3M14 10a4 4 0 0 0-6-.4l-3 3a4.1 4.1 0 0 0 5.8 ' +
    '5.8l1.7-1.7',
  refresh: 'M19 12a7 7 0 1 1-2-4.9L19 9M19 4v5h-5',
  mark: 'M7 4h10v16l-5-4-5 4V4Z',
  send: 'M4 12 20 5l-5 15-3.5-6.5L4 12ZM11.5 13.5 20 5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.8-4 3.7-6 7.5-6s6.7 2 7.5 6',
  people:
    'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5ZM3 19c.6-3.4 2.9-5 6-5s5.4 1.6 6 5M15.5 5.4a3 3 0 0 1 0 ' +
    '5.7M17 14.4c2 .6 3.4 2.1 4 4.6',
  eye:
    'M2.5 12c2.5-4.3 5.7-6.5 9.5-6.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12ZM12 9.5a2.5 2.5 0 1 ' +
    '0 0 5 2.5 2.5 0 0 0 0-5Z',
  leave: 'M10 5H5v14h5M15 8l4 4-4 4M19 12H9',
  sort: 'M7 5v14M3.5 15.5 7 19l3.5-3.5M13 7h7M13 12h5M13 17h3',
  filter: 'M4 6h16M7 12h10M10 18h4',
  question: 'M5 5h14v11h-8l-4 3.5V16H5V5ZM10 9a2 2 0 1 1 2.6 1.9c-.4.1-.6.4-.6.8M12 13.7v.1',
  hourglass: 'M7 4h10M7 20h10M8 4c0 4 1.5 6 4 8-2.5 2-4 4-4 8M16 4c0 4-1.5 6-4 8 2.5 2 4 4 4 8',
  fresh: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  progress: 'M12 4a8 8 0 1 0 8 8M12 4a8 8 0 0 1 8 8h-8V4Z',
  done: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM8.5 12.3l2.5 2.5 4.7-5',
  refused: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM9 9l6 6M15 9l-6 6',
  dropped: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM8 12h8',
  highest: 'M6 12l6-6 6 6M6 18l6-6 6 6',
  high: 'M6 15l6-6 6 6',
  middle: 'M6 9.5h12M6 14.5h12',
  low: 'M6 9l6 6 6-6',
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5',
  book: 'M5 4.5h11a3 3 0 0 1 3 3V20H8a3 3 0 0 1-3-3V4.5ZM5 17a3 3 0 0 1 3-3h11M9 8.5h6',
  print: 'M7 8V4h10v4M7 16H4V8h16v8h-3M7 13h10v7H7v-7Z',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.1M4.5 12h.1M4.5 17.5h.1',
  wifi: 'M3 9.5c5.5-5 12.5-5 18 0M6 13c3.7-3.3 8.3-3.3 12 0M9 16.3c1.9-1.6 4.1-1.6 6 0M12 19.5v.1',
  server: 'M4 5h16v6H4V5ZM4 13h16v6H4v-6ZM7.5 8h.1M7.5 16h.1M11 8h6M11 16h6',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c3 3 3.8 6 3.8 9s-.8 6-3.8 9c-3-3-3.8-6-3.8-9s.8-6 3.8-9Z',
  mail: 'M3.5 6h17v12h-17V6ZM4 6.5l8 6.5 8-6.5',
  app: 'M4 4h6.5v6.5H4V4ZM13.5 4H20v6.5h-6.5V4ZM4 13.5h6.5V20H4v-6.5ZM13.5 13.5H20V20h-6.5v-6.5Z',
  browser: 'M3.5 5h17v14h-17V5ZM3.5 9.5h17M6.5 7.3h.1M9 7.3h.1',
  video: 'M3.5 7h11v10h-11V7ZM14.5 11l6-3v8l-6-3v-2Z',
  camera: 'M4 7l12.5-3 2 6L6 13.5 4 7ZM10 12.5V17H4M4 14.5V20M18 8.3l3-.8',
  signature: 'M3.5 17c3 0 4.5-12 7-12s0 11 2.5 11 2-4 3.5-4 1 3 4 3M4 20.5h16',
  shield: 'M12 3l7.5 2.5v6c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5v-6L12 3ZM9 11.8l2.2 2.2 4-4.2',
  chart: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6',
  plug: 'M9 3v5M15 3v5M6.5 8h11v3a5.5 5.5 0 0 1-11 0V8ZM12 16.5V21',
  laptop: 'M5.5 5h13v10h-13V5ZM3 18.5h18',
  school: 'M12 5 2.5 9.5 12 14l9.5-4.5L12 5ZM6.5 11.5V16c3 2.7 8 2.7 11 0v-4.5M21.5 9.5V15',
  megaphone: 'M4 10v4h3l9 4.5v-13L7 10H4ZM7.5 14l1.5 5.5h2.5L10 15.3M19 9.5c1.3 1.5 1.3 3.5 0 5',
  lock: 'M6 11h12v9H6v-9ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2',
  clipboard: 'M6 5.5h12V20H6V5.5ZM9.5 4h5v3h-5V4ZM9 11.5h6M9 15h4',
  dots: 'M6 12h.1M12 12h.1M18 12h.1',
} as const satisfies Record<CategoryIcon, string> & Record<string, string>;

export type IconName = keyof typeof ICONS;
export const isIcon = (name: string): name is IconName => Object.hasOwn(ICONS, name);
