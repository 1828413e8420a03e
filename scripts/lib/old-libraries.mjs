/** Old libraries of others that pages of the gallery are tested with, from Debian's packages. Node built-ins only. */
import { existsSync } from 'node:fs';
import { apt, aptIsUsable } from './system.mjs';

const PACKAGES = ['libjs-prototype', 'libjs-mootools'];

/** Installs what is missing where this machine lets us; elsewhere the tests that need it say so and are skipped. */
export function ensureOldLibraries() {
  const missing = PACKAGES.filter((name) => !existsSync(`/usr/share/javascript/${name.replace('libjs-', '')}`));
  if (missing.length === 0 || !aptIsUsable()) return;
  console.log(`Installing ${missing.join(', ')} (apt-get) ...`);
  apt(...missing);
}
