import type { HubConfig } from '../config/config.ts';
import { sitePolicy, type PolicyChanges } from './security-headers.ts';

/** A site's own styles, and those that old systems write into the page itself. */
const OLD_STYLES: PolicyChanges = { 'style-src': "'self' 'unsafe-inline'" };

/** What libraries of 2010 need: they make functions from texts, and write HTML and scripts as they please. */
const OLD_SCRIPTS: PolicyChanges = {
  ...OLD_STYLES,
  'script-src': "'self' 'unsafe-eval' 'unsafe-inline'",
  'require-trusted-types-for': null,
};
const OTHER_SOURCES: PolicyChanges = { 'connect-src': "'self' https: http:" };

/**
 * Pages of the site whose policy differs from that of all others, by their path below the site's folder. A page of the
 * gallery stands for somebody's page as it is: what it needs that ours never would is named here, and nowhere else.
 */
const CHANGES: Readonly<Record<string, PolicyChanges>> = {
  // The check of feeds asks the address that it is given; all else is as strict as elsewhere.
  'feed-pruefen.html': OTHER_SOURCES,
  // So does the embed builder; its preview stands in a frame of it and shows the pictures that an editor allows.
  'einbetten.html': OTHER_SOURCES,
  'builder/vorschau.html': { ...OTHER_SOURCES, 'img-src': "'self' https: http:", 'frame-ancestors': "'self'" },
  'gallery/amd.html': OLD_SCRIPTS,
  'gallery/base-href.html': { 'base-uri': "'self'" },
  'gallery/document-write.html': OLD_SCRIPTS,
  'gallery/early-settings.html': OLD_SCRIPTS,
  'gallery/late-script.html': OLD_SCRIPTS,
  'gallery/local-network.html': OTHER_SOURCES,
  'gallery/mixed-content.html': OTHER_SOURCES,
  'gallery/mootools.html': OLD_SCRIPTS,
  'gallery/no-script.html': { 'script-src': "'none'" },
  'gallery/prototype-after.html': OLD_SCRIPTS,
  'gallery/prototype-before.html': OLD_SCRIPTS,
  'gallery/quirks.html': OLD_STYLES,
};

/** The policy of a page or file of the site. @param path below the site's folder, with slashes */
export const pagePolicy = (config: Pick<HubConfig, 'frameAncestors'>, path: string): string =>
  sitePolicy(config, Object.hasOwn(CHANGES, path) ? CHANGES[path] : undefined);
