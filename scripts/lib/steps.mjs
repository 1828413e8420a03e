/** Runs named steps, two at a time, each in a process group of its own, and adds up what they counted. */
import { spawn } from 'node:child_process';
import { root } from './system.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command program and arguments, run in the root
 * @property {Record<string, string>} [env] beside the environment of the run
 * @property {readonly string[]} [needs] names of steps that must have passed
 * @property {boolean} [counts] true where the output ends in `N passed, N failed, N skipped`; else the step is one test
 * @property {number} [minutes] after which it is given up; default 10
 * @property {boolean} [shows] true where the output is worth reading when all is well
 */

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} seconds
 * @property {string} output
 */

const CLOSING = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

/** @returns {Pick<Result, 'passed' | 'failed' | 'skipped'>} */
export function countOf(step, output, ok) {
  if (!step.counts) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const closing = [...output.matchAll(CLOSING)].at(-1);
  // Whoever did not get to the end has not passed.
  if (!closing) return { passed: 0, failed: 1, skipped: 0 };
  const [passed, failed, skipped] = [closing[1], closing[2], closing[3] ?? 0].map(Number);
  return { passed, failed: ok ? failed : Math.max(failed, 1), skipped };
}

const running = new Set();

function stopAll() {
  for (const child of running) {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopAll();
    process.exit(1);
  });
}

/** @returns {Promise<Result>} */
function run(step) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const [program, ...args] = step.command;
    let output = '';
    // A group of its own, so that browsers and servers go with the step that started them.
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...step.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const take = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    const kill = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    };
    const minutes = step.minutes ?? 10;
    const limit = setTimeout(() => {
      take(`\nGiven up after ${minutes} minutes.\n`);
      kill('SIGKILL');
    }, minutes * 60_000);
    const finish = (ok) => {
      clearTimeout(limit);
      running.delete(child);
      kill('SIGKILL');
      resolve({ name: step.name, ...countOf(step, output, ok), seconds: (performance.now() - begun) / 1000, output });
    };
    child.on('error', (error) => {
      take(`${error.message}\n`);
      finish(false);
    });
    child.on('exit', (code) => {
      // What a killed child still had to say has to be read before the step is judged; a stray grandchild may hold the pipe.
      const closed = setTimeout(() => finish(code === 0), 2000);
      child.on('close', () => {
        clearTimeout(closed);
        finish(code === 0);
      });
    });
  });
}

/**
 * @param {readonly Step[]} steps in the order in which they are worth starting
 * @param {{lanes: number, onStart?: (step: Step) => void, onEnd: (step: Step, result: Result) => void}} options
 * @returns {Promise<Result[]>}
 */
export async function runSteps(steps, { lanes, onStart, onEnd }) {
  const results = new Map();
  const waiting = [...steps];
  const names = new Set(steps.map(({ name }) => name));
  const isReady = (step) => (step.needs ?? []).every((name) => !names.has(name) || results.has(name));

  const lane = async () => {
    for (;;) {
      const index = waiting.findIndex(isReady);
      if (index < 0) {
        if (waiting.length === 0) return;
        // What is left waits for a step that another lane runs.
        await new Promise((resolve) => setTimeout(resolve, 50));
        continue;
      }
      const [step] = waiting.splice(index, 1);
      const blocked = (step.needs ?? []).find((name) => results.get(name)?.failed > 0);
      onStart?.(step);
      const result = blocked
        ? { name: step.name, passed: 0, failed: 1, skipped: 0, seconds: 0, output: `Not run: ${blocked} failed.\n` }
        : await run(step);
      results.set(step.name, result);
      onEnd(step, result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return steps.map(({ name }) => results.get(name));
}
