/** The run in Markdown, with the words that are needed to read its figures. */
import { columnLabel, stepLabel } from './goals.mjs';
import { columnKey } from './calendars.mjs';

const number = (value, digits = 0) =>
  value === undefined
    ? '–'
    : value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

function stepTable({ results, contestants, columns: all }, step, figure) {
  const columns = all.filter(({ spread }) => spread !== 'week');
  const keys = columns.map(columnKey);
  return table(
    ['', ...keys.map(columnLabel)],
    contestants.map(({ name, label }) => [
      label,
      ...keys.map((key) => {
        const cell = results[name]?.[key];
        if (cell?.runs === 0 && cell.failure) return cell.failure;
        return number(cell?.[step][figure]);
      }),
    ]),
  );
}

/** Those who have a week by the hour, shown with it from the beginning. */
function weekTable({ results, contestants, columns }) {
  const keys = columns.map(columnKey).filter((key) => key.endsWith(':week'));
  return table(
    ['', ...keys.flatMap((key) => [`${columnLabel(key)}: CPU, ms`, 'elements'])],
    contestants
      .filter(({ files }) => files.week)
      .map(({ name, label }) => [
        label,
        ...keys.flatMap((key) => {
          const cell = results[name]?.[key];
          if (cell?.runs === 0 && cell.failure) return [cell.failure, ''];
          return [number(cell?.mount.cpu), number(cell?.mount.nodes)];
        }),
      ]),
  );
}

function notes({ results, contestants }) {
  const lines = [];
  for (const { name, label } of contestants) {
    for (const [key, { wrong, errors, failure, runs }] of Object.entries(results[name] ?? {})) {
      const told = [...wrong.map((step) => `shows nothing: ${step}`), ...errors, ...(failure && runs ? [failure] : [])];
      if (told.length > 0) lines.push(`- ${label}, ${columnLabel(key)}: ${told.join('; ')}`);
    }
  }
  return lines;
}

export function report(run) {
  const { meta, verdicts, sizes, contestants, file, rules, peers, feed } = run;
  const parts = [
    '# Bench of the calendar, the search for people and the reader of feeds',
    `Written by \`npm run bench\` on ${meta.date}: ${meta.machine}; Chromium ${meta.chromium} headless, Node ${meta.node}; ${meta.runs} runs a cell (one where it takes over 15 s), interleaved, each in a fresh context without any cache; medians.${meta.throttle > 1 ? ` CPU slowed down ${meta.throttle} times.` : ''}`,
    'CPU is the time of the main thread (CDP, thread ticks) less what idle frames cost. Times on the clock depend on what else the machine does; ratios inside one run do not. Events come as JSON; turning them into what a calendar wants is part of its first month. Each day shows at most three events and "+N". Bare Lit is no product but the floor: no bars, no toolbar, no keyboard.',
    '## Goals',
    table(
      ['', 'goal', 'found', ''],
      verdicts.map(({ what, goal, found, met }) => [what, goal, found, met ? 'met' : '**missed**']),
    ),
  ];
  if (run.results) {
    for (const step of ['mount', 'next', 'list']) {
      parts.push(`## ${stepLabel(step)}: main-thread CPU, ms`, stepTable(run, step, 'cpu'));
    }
    parts.push('## first month: ms on the clock until painted', stepTable(run, 'mount', 'painted'));
    parts.push('## Elements in the month', stepTable(run, 'mount', 'nodes'));
    parts.push('## Elements in the list', stepTable(run, 'list', 'nodes'));
    if (run.columns.some(({ spread }) => spread === 'week')) parts.push('## The week by the hour', weekTable(run));
    const told = notes(run);
    if (told.length > 0) parts.push('### Remarks', told.join('\n'));
  }
  if (sizes) {
    parts.push(
      '## Downloaded until the month stands',
      table(
        ['', 'files', 'minified, kB', 'gzip, kB'],
        contestants
          .filter(({ name }) => sizes[name])
          .map(({ name, label }) => [
            label,
            sizes[name].requests,
            number(sizes[name].bytes / 1000, 1),
            number(sizes[name].gzip / 1000, 1),
          ]),
      ),
    );
  }
  if (file) {
    parts.push(
      '## A calendar file of 10,000 events, 5.8 MB',
      table(
        [
          '',
          'longest task, ms CPU',
          'tasks over 50 ms',
          'main thread, ms CPU',
          'ms on the clock',
          'long tasks seen by the page',
        ],
        file.map(({ label, longest, over, cpu, painted, longTasks }) => [
          label,
          number(longest),
          over,
          number(cpu),
          number(painted),
          number(longTasks),
        ]),
      ),
      'Longest task and tasks over 50 ms are the worst of all runs, from a trace; the page itself sees long tasks by the clock, which on a busy machine counts other programs in.',
    );
  }
  if (peers) {
    const ways = Object.keys(peers.find(({ quality }) => quality)?.quality ?? {});
    parts.push(
      '## Searching 20,000 people in the page',
      'Eight queries typed letter by letter, the others at once; ten hits each. Time on the clock counts the worker in, and the other work of the machine. Found: somebody right among the first ten, %, on a generated corpus with a fixed seed (`test/support/peer-corpus.ts`).',
      table(
        [
          '',
          'main thread a key, ms CPU: median',
          'p95',
          'worst',
          'on the clock, ms: median',
          'p95',
          'ready after, ms',
          ...ways,
        ],
        peers.map(({ label, cpu, ms, opened, quality, gaveUp }) =>
          gaveUp
            ? [label, gaveUp, '', '', '', '', '', ...ways.map(() => '')]
            : [
                label,
                ...cpu.map((value) => number(value, 1)),
                ...ms.map((value) => number(value, 1)),
                number(opened),
                ...ways.map((way) => number(quality[way])),
              ],
        ),
      ),
    );
  }
  if (rules) {
    parts.push(
      '## 1,000 weekly rules over a year',
      table(
        ['', 'occurrences', 'CPU, ms', 'x the floor'],
        rules.map(({ label, occurrences, cpu }) => [
          label,
          number(occurrences),
          number(cpu, 1),
          number(cpu / rules[0].cpu, 1),
        ]),
      ),
    );
  }
  if (feed) {
    parts.push(
      '## A feed of 500 items with full texts, 1.1 MB',
      table(
        ['', 'items', 'CPU, ms: median', 'least', 'gzip, kB'],
        feed.map(({ label, items, cpu, least, gzip }) => [
          label,
          number(items),
          number(cpu, 1),
          number(least, 1),
          gzip ? number(gzip / 1000, 1) : '',
        ]),
      ),
    );
  }
  return `${parts.join('\n\n')}\n`;
}
