import type { DoctorWords } from '../de/doctor.ts';
import { shortDate } from '../doctor-dates.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const NAMES = { events: 'events', ideas: 'ideas', peers: 'people', posts: 'posts', account: 'accounts' };

const ONE = { events: 'event', ideas: 'idea', peers: 'person', posts: 'post', account: 'account' };

/** What the doctor says to those who put a page together, in English. */
export const en: DoctorWords = {
  lang: 'en',
  kindOfData: NAMES,
  found: (port, count, more, first, zone, past) => {
    const number = `${more ? 'more than ' : ''}${plural(count, ONE[port], NAMES[port])}`;
    if (!first) return number;
    const day = shortDate('en-GB', first, zone);
    if (port === 'posts') return `${number}, the newest of ${day}`;
    return past ? `${number} in the past year, the last on ${day}` : `${number}, the next on ${day}`;
  },
  source: {
    name: (address, kind) => (kind ? `Source ${address} (${kind})` : `Source ${address}`),
    found: (what) => ({ cause: `The source answers: ${what}.`, cure: '' }),
    none: {
      cause: 'No address is given.',
      cure: 'Enter the address of the data, such as https://…/calendar.ics.',
    },
    empty: (what) => ({
      cause: `The source answers, but has no ${what}.`,
      cure: 'Check there whether anything is published, and whether the address leads to the right calendar or blog.',
    }),
    past: (what) => ({
      cause: `The source answers, but has no events to come: ${what}.`,
      cure: 'Check whether the calendar is still kept, and whether the export covers the coming months.',
    }),
    lacks: (what, has) => ({
      cause: `A source of this kind has no ${what}; it has: ${has}.`,
      cure: 'Choose a source that fits the widget, or a widget that fits the source.',
    }),
    unreadable: (count) => ({
      cause: `${plural(count, 'entry', 'entries')} could not be read; the others are shown.`,
      cure: 'Tell those who run the source. The widget lists them under “For editors of this page”.',
    }),
    html: (port) => ({
      cause: 'There is a web page at the address, not the data themselves.',
      cure:
        port === 'posts'
          ? 'Enter the address of the feed (RSS or Atom); it often ends in /feed or .xml.'
          : 'Enter the address of the file. It is often found behind “Subscribe” or “Export”, and often ends in .ics.',
    }),
    csp: (directive, host) => ({
      cause: `The security policy of this page (Content-Security-Policy, directive ${directive}) forbids requests to ${host}.`,
      cure: 'Give this line to the IT that runs this page. It takes the place of the directive of the same name.',
    }),
    cors: (host, origin) => ({
      cause: `The server ${host} answers, but does not allow the page ${origin} to read the answer (CORS).`,
      cure: 'If the address is right, give this header to the IT that runs the source. Or let the hub gather the source.',
    }),
    mixed: (url) => ({
      cause: `This page is loaded encrypted (https), the source is not (${url}). The browser forbids that.`,
      cure: 'Enter the address with https. If nothing comes there, the server of the source needs a certificate.',
    }),
    local: (host) => ({
      cause: `${host} is in the internal network, this page is on the internet. The browser asks for permission, or refuses.`,
      cure: 'Ask IT to make the source available under the address of this page (reverse proxy), or to set this policy for the browsers of the house.',
    }),
  },
  grammar: {
    VR004: {
      cause: 'The address is preceded by a kind of source that does not exist.',
      cure: 'Write one of the kinds that the technical message names, such as icalendar+https://…, or none.',
    },
    VR006: {
      cause: 'The address holds credentials. Everybody who opens the page could read them; it is not used.',
      cure: 'Use a public address, or let the hub gather the source. Change the password if the page has been public.',
    },
    VR007: {
      cause: 'A part of the attribute src is no address.',
      cure: 'Write https://…, webcal://… or a path of this site such as /calendar.ics. Several are parted by a space; a space inside an address is written %20.',
    },
    VR013: {
      cause: 'There are more names (labels) than addresses.',
      cure: 'Give each address one name, parted by semicolons.',
    },
  },
  pageName: 'This page',
  widgetName: (tag, number) => `<${tag}>, number ${number}`,
  page: {
    library: (version, how) => ({ cause: `The widgets run in version ${version}, ${how}.`, cure: '' }),
    builds: {
      modules: 'loaded piece by piece (autoload.js)',
      classic: 'loaded as one file (bausteine.js)',
      own: "in this page's own bundle or by single files",
    },
    noLibrary: {
      cause: 'No script of the library runs on this page; only the links are to be seen.',
      cure: 'Put autoload.js (type="module") or bausteine.js (defer) into the template of the site, once.',
    },
    noLoader: {
      cause: 'The widgets are registered, but nobody looks for mounts and links on this page.',
      cure: 'For <div class="vr-mount"> and <a class="vr-embed"> load autoload.js or bausteine.js.',
    },
    copies: (files) => ({
      cause: `The script is on the page more than once: ${files}. The first one counts, the others are loaded in vain.`,
      cure: 'Load it once a page, best in the template of the site.',
    }),
    versions: (versions) => ({
      cause: `Different versions meet on this page: ${versions}. For each widget the first one counts.`,
      cure: 'Load the same version everywhere, and empty the caches of the site.',
    }),
    taken: (tags) => ({
      cause: `Another script, such as a browser extension, has registered ${tags} before the library.`,
      cure: 'Open the page in a browser without extensions. If it stays so, look for the script on the page.',
    }),
    platform: (who) => ({
      cause: `${who || 'A script of this page'} replaces parts of the browser that widgets need, or the browser is too old. Nothing starts, the links stay.`,
      cure: 'Update or remove the script, or embed by iframe.',
    }),
    switchedOff: {
      cause: 'The emergency stop is on: every widget stays the link that stands in it.',
      cure: 'Take data-vr-disabled off the script tag when the widgets shall run again.',
    },
    lang: {
      cause: 'The page does not say which language it is written in. Widgets speak German then, screen readers guess.',
      cure: 'Set the attribute lang on the element html.',
    },
    notSecure: {
      cause:
        'The page is loaded unencrypted (http). So the share menu of the device is missing, and copying goes the old way by selection. Everything else works.',
      cure: 'Move the page to https as soon as you can; nobody should sign in over http.',
    },
    policy: (directive, blocked) => ({
      cause: `The security policy of this page (Content-Security-Policy, directive ${directive}) has stopped something of the library: ${blocked}.`,
      cure: 'Give this line to the IT that runs this page. It takes the place of the directive of the same name.',
    }),
    trustedTypes: {
      cause:
        'The security policy of this page forbids the Trusted Types policies of the library. Without them no widget draws, the links stay.',
      cure: 'Give this line to the IT that runs this page.',
    },
    nothing: {
      cause: 'There are no widgets on this page.',
      cure: 'Look at the source of the published page: if the system has removed the tag, use <div class="vr-mount"> or a link.',
    },
  },
  rungs: { tag: 'as a tag', mount: 'as a mount (div)', link: 'as a link', frame: 'as a frame (iframe)' },
  ways: {
    property: 'handed over by the page',
    src: (source) => `from its own attribute src: ${source}`,
    id: (source) => `from the named <vr-backend>: ${source}`,
    nearest: (source) => `from the <vr-backend> around it: ${source}`,
    only: (source) => `from the only <vr-backend> of the page: ${source}`,
    script: (source) => `from data-vr-src of the script: ${source}`,
    none: 'from nowhere',
  },
  widget: {
    runs: (rung, way) => ({ cause: `Embedded ${rung}; data ${way}.`, cure: '' }),
    frame: (address) => ({ cause: `Embedded as a frame (iframe): ${address}.`, cure: '' }),
    frameTitle: {
      cause: 'The frame has no name; screen readers say “frame” and nothing more.',
      cure: 'Say by title what it holds.',
    },
    notStarted: {
      cause: 'The tag is on the page, but its file has not arrived; the link in it is to be seen.',
      cure: 'Copy the whole folder of the library to the server, with chunks, and allow it in script-src.',
    },
    unknownTag: (known) => ({
      cause: 'This version does not know this tag; what stands in it is to be seen.',
      cure: `Correct the spelling. There are: ${known}.`,
    }),
    unknownMount: (name, known) => ({
      cause: `data-vr-widget="${name}" names no widget.`,
      cure: `There are: ${known}.`,
    }),
    unnamedMount: {
      cause: 'The mount does not say which widget is to stand here.',
      cure: 'Add data-vr-widget, such as data-vr-widget="event-calendar".',
    },
    linkUnknown: {
      cause: 'The address of this link does not tell which widget is to stand here.',
      cure: 'Add data-vr-widget, or link to /embed/… of the hub.',
    },
    attribute: (name, meant) => ({
      cause: `This widget does not know the attribute ${name}; it does nothing.`,
      cure: meant ? `Probably ${meant} is meant.` : 'Remove it, or look up its name in the documentation.',
    }),
    swallowed: {
      cause:
        'The tag is not closed: what follows it on the page stands inside it. HTML does not know the short form with /> here.',
      cure: 'Write the closing tag.',
    },
    heading: (level, before) => ({
      cause: `The heading of the widget is of level ${level}, the one before of level ${before}. Those who read by headings look for what is missing in between.`,
      cure: 'Set the attribute.',
    }),
    noSource: {
      nothing: {
        cause: 'The widget finds no source: it has no src, and there is no <vr-backend> with such data on the page.',
        cure: 'Give it src="…", or put it into a <vr-backend src="…">.',
      },
      several: {
        cause:
          'There are several <vr-backend> with such data on the page, and none around it; which one is meant is open.',
        cure: 'Name one by backend="#id".',
      },
      id: (name) => ({
        cause: `There is no <vr-backend id="${name}"> on the page.`,
        cure: 'Check the spelling; the id belongs on the <vr-backend>.',
      }),
      script: {
        cause: 'There is a <vr-backend> on the page, but its file is not loaded.',
        cure: 'Load autoload.js, bausteine.js or elements/vr-backend.js.',
      },
    },
    portMissing: (what) => ({
      cause: `The source has no ${what}.`,
      cure: 'Choose a source that fits the widget.',
    }),
  },
  warnings: {
    VR002: {
      cause: 'A tag was registered before, by another copy of the library or by something else. The first one counts.',
      cure: 'Load the library once a page, in one version.',
    },
    VR005: {
      cause: 'An attribute has a value that it does not know; the usual one holds.',
      cure: "Choose a value from the widget's documentation.",
    },
    VR014: {
      cause: 'A file of the library could not be loaded; the link stays.',
      cure: 'Copy the whole folder to the server, with chunks, and allow it in script-src.',
    },
    VR015: {
      cause: 'Pictures of posts are not loaded, since the attribute images does not allow where they come from.',
      cure: 'Set images="listed" and name the servers in image-hosts, if browsers may contact them. Or let the hub fetch the pictures.',
    },
    VR016: {
      cause: 'Pictures of posts have no description and count as decoration.',
      cure: 'Add alternative texts where the posts are written.',
    },
    other: { cause: 'The library tells something in the console.', cure: 'The technical message says what to do.' },
  },
  severity: { fault: 'Fault', hint: 'Hint', ok: 'Fine' },
  text: {
    title: 'Bausteine: check of a page',
    page: 'Page',
    version: 'Version',
    browser: 'Browser',
    cure: 'Cure',
    copy: 'Line',
    technical: 'Technical message',
  },
  panel: {
    title: 'Bausteine on this page',
    checking: 'The page is being checked …',
    summary: (faults, hints, fine) =>
      [
        faults === 0 ? 'No faults' : plural(faults, 'fault', 'faults'),
        hints === 0 ? 'no hints' : plural(hints, 'hint', 'hints'),
        `${fine} fine`,
      ].join(', '),
    again: 'Check again',
    copyAll: 'Copy as text',
    copyLine: (line) => `Copy line: ${line}`,
    copyShort: 'Copy',
    copied: 'Copied.',
    byHand: 'The browser does not allow copying. The text is selected below; copy it with Ctrl+C.',
    textLabel: 'Report as text',
    close: 'Close',
    failed: 'The check broke off. Reload the page and check again.',
    quiet: 'Nothing of this is sent or stored. Addresses are shortened, names do not occur.',
  },
};
