/**
 * Import zones: model <- backend <- internal <- views <- widgets <- define <- loader, index. CONTRIBUTING.md draws them.
 * `npm run lint` runs it; test/package/zones.test.ts plants a violation of each rule.
 */
import { fileURLToPath } from 'node:url';

/**
 * The tags that fetch, one or two a family, and what one of them asks its source. Every other file of a family draws.
 * The small month beside the calendar's title asks by itself: its dots are of months that the calendar does not show, and
 * only wanted while it is open.
 */
const WIDGETS =
  '^src/elements/(backend/|(event-calendar|idea-submission|idea-board|peer-directory|peer-profile|blog-feed)/vr-(event-calendar|idea-submission|idea-board|peer-directory|peer-profile|blog-feed)\\.ts$|event-calendar/(calendar-(source|reader)|vr-event-jump)\.ts$|peer-directory/directory-source\\.ts$|blog-feed/feed-source\\.ts$|idea-board/(board-source|idea-page/(vr-idea-page|idea-page-controller))\\.ts$)';
const DEFINES = '\\.define\\.ts$';
const ELEMENTS = '^src/elements/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    rule(
      'model-is-pure',
      'The model is data and functions: it imports nothing but itself.',
      { path: '^src/model/' },
      { pathNot: '^src/model/' },
    ),
    rule(
      'i18n-is-low',
      'Words need the model, the kinds of errors and Lit, nothing that fetches or draws.',
      { path: '^src/i18n/' },
      {
        pathNot:
          '^src/(i18n|model)/|^src/backend/backend-error\\.ts$|^src/internal/warn\\.ts$|node_modules/(lit|lit-html|lit-element|@lit)/',
      },
    ),
    rule(
      'styles-are-low',
      'Styles need Lit only.',
      { path: '^src/styles/' },
      { pathNot: '^src/styles/|node_modules/(lit|@lit)/' },
    ),
    rule(
      'backend-knows-no-element',
      'How data arrive does not depend on how they are shown.',
      { path: '^src/backend/' },
      {
        path: '^src/(elements|i18n|styles|loader)/|^src/[^/]+\\.ts$|^src/internal/(?!(warn|runtime|version)\\.ts$)|node_modules/(lit|lit-html|lit-element|@lit)/',
      },
    ),
    rule(
      'adapters-load-on-demand',
      'The core names adapters by import() only, so that a page pays for the one it uses.',
      { path: '^src/(backend/[^/]+|internal/.+)\\.ts$' },
      { path: '^src/backend/adapters/', dynamic: false, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'adapters-stand-alone',
      'An adapter never imports another adapter.',
      { path: '^src/backend/adapters/([^/]+)/' },
      { path: '^src/backend/adapters/', pathNot: '^src/backend/adapters/$1/' },
    ),
    rule(
      'adapters-are-isomorphic',
      'An adapter runs in Node too: no contexts, no page.',
      { path: '^src/backend/adapters/' },
      { path: '^src/(backend/(contexts|adapter-registry)\\.ts$|internal/(?!warn\\.ts$))' },
    ),
    rule(
      'internal-knows-no-element',
      'Helpers of elements know no element and no concrete adapter.',
      { path: '^src/internal/' },
      { path: '^src/(elements|loader)/|^src/[^/]+\\.ts$' },
    ),
    rule(
      'views-do-not-fetch',
      'A view draws what it is given and asks by events. It may know the shape of an error and of a port, as types.',
      { path: ELEMENTS, pathNot: [WIDGETS, DEFINES] },
      { path: '^src/(backend/|internal/(query|port)-controller\\.ts$)', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'views-know-no-widget',
      'A view does not know who uses it.',
      { path: ELEMENTS, pathNot: [WIDGETS, DEFINES] },
      { path: WIDGETS, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'widgets-use-ports',
      'A widget asks its port; where the data come from is not its business.',
      { path: WIDGETS, pathNot: ['^src/elements/backend/', DEFINES] },
      { path: '^src/backend/(http|cache|adapter-registry|adapters/)' },
    ),
    rule(
      'families-stand-alone',
      'A family imports itself and what all share. Entries and directory lend each other a part: the import of people is opened in the directory, and an entry is looked at as the directory shows it.',
      {
        path: '^src/elements/([^/]+)/',
        pathNot: '^src/elements/(peer-directory/directory-import|peer-profile/peer-entry/entry-look)\\.ts$',
      },
      { path: '^src/elements/', pathNot: '^src/elements/($1|shared)/' },
    ),
    rule(
      'shared-knows-no-family',
      'What all families share knows none of them.',
      { path: '^src/elements/shared/' },
      { path: '^src/elements/(?!shared/)' },
    ),
    rule(
      'classes-register-nothing',
      'Only define files register, and no class asks for it. A part that a widget loads by import() brings its tags along.',
      {
        path: '^src/',
        pathNot: [
          DEFINES,
          '^src/(define|bausteine|autoload)\\.ts$',
          '^src/loader/',
          '^src/elements/[^/]+/(idea-page/|event-editor/|peer-entry/|post-editor/)?(?!vr-)[^/]+\\.ts$',
        ],
      },
      { path: DEFINES, dynamic: false },
    ),
    rule(
      'define-files-hold-no-logic',
      'A define file imports its class, define-element, its children and the root that parks requests.',
      { path: DEFINES },
      {
        pathNot: `${DEFINES}|^src/elements/.*/vr-[^/]+\\.ts$|^src/internal/(define-element|platform-guard|context-root)\\.ts$`,
      },
    ),
    rule(
      'loader-loads-on-demand',
      'The loader names tags by import() only.',
      { path: '^src/(loader/|autoload\\.ts$)' },
      { path: ELEMENTS, dynamic: false },
    ),
    rule(
      'doctor-draws-alone',
      'The doctor speaks where the library itself cannot start: it needs neither Lit nor an element.',
      { path: '^src/doctor/' },
      {
        path: '^src/(elements|styles|loader)/|^src/[^/]+\\.ts$|node_modules/(lit|lit-html|lit-element|@lit)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'doctor-comes-on-wish',
      'Nothing of the doctor is loaded until somebody asks for it.',
      { path: '^src/', pathNot: '^src/doctor/' },
      { path: '^src/doctor/', dynamic: false, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'index-has-no-effect',
      'Importing the index registers nothing.',
      { path: '^src/index\\.ts$' },
      { path: `${DEFINES}|^src/(loader/|define|autoload|bausteine)` },
    ),
    rule(
      'frames-talk-by-messages',
      'The script of a page with frames needs nothing but the emergency stop; the one inside starts the loader by import() and reads through the backend.',
      { path: '^src/frame/' },
      {
        path: '^src/',
        pathNot: '^src/(frame/|backend/(open-backend|ports)\\.ts$|internal/page-switch\\.ts$|autoload\\.ts$)',
      },
    ),
    rule(
      'frames-start-the-loader-later',
      'Where nothing may start, the loader is not even loaded; and no page pays for frames that it does not have.',
      { path: '^src/' },
      {
        path: '^src/(frame/(?!protocol)[^/]+|autoload)\\.ts$',
        pathNot: '^src/frame/(height|surroundings|wordpress)\\.ts$',
        dynamic: false,
      },
    ),
    rule(
      'sources-come-first',
      'The library does not know what is built with it.',
      { path: '^src/' },
      { path: '^(demo|stories|test|scripts)/' },
    ),
    rule(
      'hub-uses-model-and-backend',
      'The hub gathers with the adapters and computes with the model; elements are for pages.',
      { path: '^demo/hub/' },
      { path: '^src/(?!model/|backend/)|^src/backend/contexts\\.ts$|^(stories|test)/|node_modules/(lit|@lit)/' },
    ),
    rule(
      'site-uses-the-build',
      'The demo site uses the library as a page does.',
      { path: '^demo/site/' },
      { path: '^(demo/hub|stories|test)/' },
    ),
    rule('nobody-imports-tests', 'Tests and stories are ends.', { path: '^demo/' }, { path: '^(test|stories)/' }),
    rule('no-node-in-pages', 'The library runs in browsers.', { path: '^src/' }, { dependencyTypes: ['core'] }),
    rule(
      'no-cycles',
      'A circle of imports has no first file to understand. Types may point back.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('all-imports-exist', 'An import that leads nowhere.', { path: '^(src|demo)/' }, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: fileURLToPath(new URL('tsconfig.json', import.meta.url)) },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/|/fixtures/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main'],
    },
  },
};
