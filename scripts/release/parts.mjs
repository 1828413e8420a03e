import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { packagesByFile } from '../build/licences.mjs';
import { root } from '../lib/system.mjs';
import { purlOf } from './sbom.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const lockOf = () => readJson(join(root, 'package-lock.json')).packages;

/** @returns {import('./sbom.mjs').Part[]} packages whose code the scripts of a build hold, and which scripts */
export function partsOfBuild(dist) {
  const lock = lockOf();
  const files = new Map();
  for (const [file, packages] of packagesByFile(dist)) {
    for (const name of packages) files.set(name, [...(files.get(name) ?? []), file]);
  }
  return [...files].map(([name, holders]) => {
    const path = `node_modules/${name}`;
    const entry = lock[path];
    if (!entry) throw new Error(`${name} is in the build and not in package-lock.json.`);
    return { name, ...partOf(entry), files: holders.sort() };
  });
}

/** What the lock says of a package. */
const partOf = ({ version, license, integrity }) => ({ version, licence: license, integrity });

const nameAt = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Where Node finds a package that another one at `from` asks for, by the lock. */
function resolveIn(lock, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const path = `${folder}${folder && '/'}node_modules/${name}`;
    if (lock[path]) return path;
    if (!folder) return undefined;
  }
}

/** What is started: the hub itself and what its operators run. */
const PROGRAMS = ['demo/hub/main.ts', 'demo/hub/commands/*.ts'];

/** Imports that are there when the file runs: those of types alone are taken off before. */
const IMPORTS = [
  /^\s*(?:import|export)\s+(?!type\s)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm,
  /\bimport\('([^']+)'\)/g,
  /\bnew URL\('([^']+\.ts)', import\.meta\.url\)/g,
];

/** @returns {string[]} packages that the programs of the hub reach, through its files and those of the library */
export function importsOfHub() {
  const builtins = new Set(builtinModules);
  const packages = new Set();
  const seen = new Set();
  const walk = (file) => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, from] of IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)])) {
      if (from.startsWith('.')) walk(join(dirname(file), from));
      else if (!from.startsWith('node:') && !builtins.has(from)) {
        packages.add(from.split('/', from.startsWith('@') ? 2 : 1).join('/'));
      }
    }
  };
  for (const path of globSync(PROGRAMS, { cwd: root })) walk(join(root, path));
  return [...packages].sort();
}

/** @returns {{parts: import('./sbom.mjs').Part[], needs: string[]}} what the hub needs to run, by the lock */
export function partsOfHub() {
  const lock = lockOf();
  const found = new Map();
  const walk = (path, optional) => {
    const known = found.get(path);
    if (known && (!known.optional || optional)) return;
    const entry = lock[path];
    const needs = [];
    found.set(path, { name: nameAt(path), ...partOf(entry), needs, optional });
    const follow = (names, isOptional) => {
      for (const name of Object.keys(names ?? {})) {
        const target = resolveIn(lock, path, name);
        if (!target) {
          if (isOptional) continue;
          throw new Error(`${path} needs ${name}, which package-lock.json lacks.`);
        }
        walk(target, optional || isOptional);
        needs.push(purlOf({ name, version: lock[target].version }));
      }
    };
    follow(entry.dependencies, false);
    follow(entry.optionalDependencies, true);
  };
  const direct = importsOfHub().map((name) => {
    const path = `node_modules/${name}`;
    if (!lock[path]) throw new Error(`The hub imports ${name}, which package-lock.json lacks.`);
    walk(path, false);
    return purlOf({ name, version: lock[path].version });
  });
  // One version may lie in several folders.
  const parts = new Map();
  for (const part of found.values()) {
    const known = parts.get(purlOf(part));
    if (!known || (known.optional && !part.optional)) parts.set(purlOf(part), part);
  }
  return { parts: [...parts.values()], needs: direct };
}
