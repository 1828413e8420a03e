import { buildApp } from './app.ts';
import { ConfigError, loadConfig, sourceFolder } from './config/config.ts';
import { DataFolderInUseError } from './database/data-lock.ts';
import { openDatabase } from './database/database.ts';
import { withDemoNetwork } from './seed/seed.ts';

/** Starts the hub: configuration, database, web server; stops in the other order. */
async function start(): Promise<void> {
  const folder = process.cwd();
  const config = withDemoNetwork(loadConfig({ environment: process.env, folder }), Date.now());
  const database = await openDatabase(config);
  let stop = (): Promise<void> => database.close();
  try {
    const app = await buildApp({ config, database, runJobs: true, sourceFolders: [sourceFolder(process.env, folder)] });
    stop = async () => {
      await app.close();
      await database.close();
    };
    // Before the address is told: who reads it may already ask to stop.
    stopOnSignals(stop);
    const address = await app.listen({ host: config.host, port: config.port });
    const shown = config.publicUrl ?? `http://localhost:${new URL(address).port || '80'}`;
    process.stdout.write(
      `${config.title}: ${shown}/ (${database.engine === 'pglite' ? config.dataDir : 'PostgreSQL'})\n`,
    );
    await app.compileSchemas();
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends the process in order when it is asked to. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** Operators get a sentence where we know what is wrong, the stack where we do not. */
function fail(error: unknown): never {
  const known = error instanceof ConfigError || error instanceof DataFolderInUseError;
  const code = (error as NodeJS.ErrnoException).code;
  if (known) process.stderr.write(`${error.message}\n`);
  else if (code === 'EADDRINUSE')
    process.stderr.write('The port is in use by another program. Name another one with PORT.\n');
  else if (code === 'EACCES') process.stderr.write(`The hub may not use this: ${(error as Error).message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

start().catch(fail);
