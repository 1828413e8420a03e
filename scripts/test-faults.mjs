/**
 * Submissions through a faulty network to a hub whose process is killed on the way: how many are lost, how many doubled?
 * On the embedded database, on PostgreSQL where it can be had, and a share from tabs of a real browser that are closed in
 * the middle. Ends with 1 where anything is.
 *
 *   npm run test:faults                          1,000 submissions a database, 40 in the browser
 *   npm run test:faults -- 200                   fewer
 *   npm run test:faults -- 1000 --seed=5         another course of faults
 *   npm run test:faults -- --only=pglite         one part: pglite, postgres, browser
 */
import { runBrowserFaults } from '../test/faults/support/browser-run.ts';
import { runFaults } from '../test/faults/support/fault-run.ts';
import { postgresMissing, startPostgres } from '../test/hub/support/postgres.ts';

const words = process.argv.slice(2);
const option = (name) => words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const submissions = Number(words.find((word) => /^\d+$/.test(word)) ?? 1000);
const seed = Number(option('seed') ?? 1);
const only = option('only');
const kills = Math.max(1, Math.round(submissions / 125));

let isBad = false;

/** @param {string} where @param {import('../test/faults/support/fault-run.ts').FaultReport} report */
function tell(where, report) {
  const { lost, doubled, mistaken, refused, faults } = report;
  const happened = Object.entries(faults).map(([name, count]) => `${count} ${name}`);
  console.log(`\n${where}, seed ${seed}, ${report.seconds.toFixed(0)} s`);
  console.log(`  ${report.submissions} submitted, ${report.sent} told as arrived, in ${report.tries} tries`);
  console.log(`  ${happened.join(', ')}`);
  console.log(`  ${report.kills} × server killed, ${report.reloads} × tab closed, ${report.signIns} × signed in`);
  console.log(
    `  ${lost.length} lost, ${doubled.length} doubled, ${mistaken.length} under a wrong name, ${refused.length} refused`,
  );
  for (const [name, list] of Object.entries({ lost, doubled, mistaken, refused }))
    for (const line of list.slice(0, 10)) console.log(`    ${name}: ${line}`);
  isBad ||= lost.length + doubled.length + mistaken.length + refused.length > 0 || report.sent < report.submissions;
}

const onProgress = (done) => {
  if (done % 100 === 0) console.log(`  ${done} done`);
};

if (!only || only === 'pglite') {
  tell('Embedded database', await runFaults({ submissions, kills, seed, onProgress }));
}
if (!only || only === 'postgres') {
  const missing = postgresMissing();
  if (missing) console.log(`\nPostgreSQL is left out: ${missing}`);
  else {
    const server = await startPostgres();
    try {
      const databaseUrl = await server.createDatabase();
      tell('PostgreSQL', await runFaults({ submissions, kills, seed, databaseUrl, onProgress }));
    } finally {
      server.stop();
    }
  }
}
if (!only || only === 'browser') {
  tell('Browser', await runBrowserFaults({ submissions: Math.min(40, submissions), kills: 1, seed, onProgress }));
}
process.exitCode = isBad ? 1 : 0;
