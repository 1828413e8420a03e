import type { HubConfig } from '../config/config.ts';
import type { Settings } from './account-tables.ts';

/** What holds for people who have chosen nothing. */
export const defaultSettings = (config: Pick<HubConfig, 'language' | 'mail'>): Settings => ({
  locale: config.language,
  digest: config.mail.digest,
  muted: [],
});
