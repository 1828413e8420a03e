/** Programs of others that the heavier tests start. Node built-ins only. */
import { existsSync } from 'node:fs';
import { apt, aptIsUsable, findOnPath } from './system.mjs';

/** By what each is told to be there: a program, or a file; and the packages that bring it. */
const SERVERS = {
  radicale: ['radicale', 'radicale'],
  php: ['php', 'php-cli php-mysql php-sqlite3 php-gd php-xml php-mbstring php-curl php-intl'],
  database: ['mariadbd', 'mariadb-server'],
  // Without a theme, which Debian only recommends, its pages are empty.
  wordpress: [
    '/usr/share/wordpress/wp-content/themes/twentytwentythree',
    'wordpress wordpress-theme-twentytwentythree php-mysql',
  ],
  mediawiki: ['/usr/share/mediawiki', 'mediawiki php-sqlite3 php-intl'],
  dokuwiki: ['/usr/share/dokuwiki', 'dokuwiki'],
};

const isThere = (name) => (name.startsWith('/') ? existsSync(name) : findOnPath([name]) !== undefined);

/**
 * Installs Debian's packages of these servers where this machine lets us; what stays missing is for the tests to skip.
 * @param {...keyof typeof SERVERS} names
 */
export function ensureServers(...names) {
  const missing = names.map((name) => SERVERS[name]).filter(([sign]) => !isThere(sign));
  if (missing.length === 0 || !aptIsUsable()) return;
  const packages = [...new Set(missing.flatMap(([, list]) => list.split(' ')))];
  console.log(`Installing ${packages.join(', ')} (apt-get) ...`);
  apt(...packages);
}
