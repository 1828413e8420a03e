import { createHash } from 'node:crypto';

/** A CycloneDX 1.6 bill of materials, the same bytes for the same parts. */

/** https://spdx.org/licenses/ names without spaces; what holds AND, OR or WITH is an expression. */
const isExpression = (licence) => /\s/.test(licence);

/** @returns {object[]} `licenses` of a component; empty where the package names none */
const licencesOf = (licence) => {
  if (!licence) return [];
  return isExpression(licence) ? [{ expression: licence.replace(/^\((.*)\)$/, '$1') }] : [{ license: { id: licence } }];
};

/** https://github.com/package-url/purl-spec: the scope is a name space, its `@` is written as %40. */
export const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** npm's own name of a tarball's hash, `sha512-<base64>`, as CycloneDX writes it. */
function hashesOf(integrity) {
  const match = /^sha(256|384|512)-([A-Za-z0-9+/=]+)$/.exec(integrity ?? '');
  return match ? [{ alg: `SHA-${match[1]}`, content: Buffer.from(match[2], 'base64').toString('hex') }] : [];
}

const orNothing = (key, list) => (list.length > 0 ? { [key]: list } : {});

/**
 * @typedef {object} Part
 * @property {string} name on npm
 * @property {string} version
 * @property {string} [licence] SPDX id or expression
 * @property {string} [integrity] of the package on npm, `sha512-…`
 * @property {readonly string[]} [files] that hold its code
 * @property {readonly string[]} [needs] purls of the parts that it needs itself
 * @property {boolean} [optional] true where not every installation has it
 */

/** @param {Part} part */
function componentOf(part) {
  const purl = purlOf(part);
  const [group, name] = part.name.startsWith('@') ? part.name.split('/') : [undefined, part.name];
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version: part.version,
    scope: part.optional ? 'optional' : 'required',
    ...orNothing('hashes', hashesOf(part.integrity)),
    ...orNothing('licenses', licencesOf(part.licence)),
    purl,
    ...(part.files && { evidence: { occurrences: part.files.map((location) => ({ location })) } }),
  };
}

/** A name for these contents (RFC 9562, version 8: made by us), so that two runs give one document. */
function serialNumberOf(contents) {
  const hex = createHash('sha256').update(JSON.stringify(contents)).digest('hex');
  const variant = ((parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const byRef = (a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1);

/**
 * @param {object} options
 * @param {{name: string, version: string, licence: string, type: 'library' | 'application', description: string}} options.of
 * @param {readonly Part[]} options.parts
 * @param {readonly string[]} [options.needs] purls of the parts that it asks for itself; default: all
 * @param {Date} options.date
 * @returns {object} the document
 */
export function billOfMaterials({ of, parts, needs, date }) {
  const components = parts.map(componentOf).sort(byRef);
  // What is not on npm has no address there.
  const purl = of.type === 'library' ? purlOf(of) : undefined;
  const own = purl ?? `${of.name}@${of.version}`;
  const [group, name] = of.name.startsWith('@') ? of.name.split('/') : [undefined, of.name];
  const dependencies = [
    { ref: own, dependsOn: [...(needs ?? components.map(({ purl }) => purl))].sort() },
    ...parts
      .map((part) => ({ ref: purlOf(part), ...(part.needs?.length > 0 && { dependsOn: [...part.needs].sort() }) }))
      .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  ];
  const contents = {
    metadata: {
      timestamp: date.toISOString().replace('.000Z', 'Z'),
      component: {
        type: of.type,
        'bom-ref': own,
        ...(group && { group }),
        name,
        version: of.version,
        description: of.description,
        licenses: licencesOf(of.licence),
        ...(purl && { purl }),
      },
    },
    components,
    dependencies,
  };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumberOf(contents),
    version: 1,
    ...contents,
  };
}
