/**
 * The part of every command that runs on the machine's own Node.js (20.19 or newer) and without any dependency: brings Node.js
 * 24 and the packages, then hands over to a TypeScript entry in Node.js 24, which strips types by itself.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { report, step, Stop } from './progress.mjs';
import { runProgram } from './run-program.mjs';

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');
const isWindows = process.platform === 'win32';
const runtimeFolder = path.join(root, '.data/runtime');
const broughtNode = path.join(runtimeFolder, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node');
const nodeMajor = 24;

/** npm as it was called, or as it lies beside Node.js; run by `node`, so that the version of the machine does not matter. */
function runNpm(node, args, cwd) {
  const env = {
    ...process.env,
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}`,
    // Prisma would fetch a native engine that is never used.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    NODE_ENV: 'development',
  };
  // Settings of the npm that called us, such as --production, are for that call.
  for (const name of Object.keys(env))
    if (/^npm_config_(omit|include|production|prefix|local_prefix)$/i.test(name)) delete env[name];
  const called = process.env.npm_execpath;
  const quiet = [
    ...args,
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--loglevel=error',
    '--ignore-scripts=false',
  ];
  if (called && /\.c?js$/.test(called)) return runProgram(node, [called, ...quiet], { cwd, env });
  return runProgram(isWindows ? 'npm.cmd' : 'npm', quiet, { cwd, env, shell: isWindows });
}

async function findNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= nodeMajor) return process.execPath;
  if (!existsSync(broughtNode)) {
    await step(`Node.js ${nodeMajor} (this machine has ${process.versions.node})`, async () => {
      rmSync(path.join(runtimeFolder, 'node_modules'), { recursive: true, force: true });
      mkdirSync(runtimeFolder, { recursive: true });
      const manifest = { private: true, allowScripts: { node: true } };
      writeFileSync(path.join(runtimeFolder, 'package.json'), JSON.stringify(manifest));
      await runNpm(process.execPath, ['install', `node@${nodeMajor}`], runtimeFolder);
      if (!existsSync(broughtNode))
        throw new Stop(`npm did not bring Node.js ${nodeMajor}. Install it by hand: https://nodejs.org`);
    });
  }
  return broughtNode;
}

async function bringPackages(node) {
  const lock = path.join(root, 'package-lock.json');
  const stampFile = path.join(root, 'node_modules/.sulcus-packages');
  const stamp = `${createHash('sha256').update(readFileSync(lock)).digest('hex')} ${process.platform} ${process.arch}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await step('Packages', async () => {
    try {
      await runNpm(node, ['ci'], root);
    } catch (error) {
      // `npm ci` refuses a lock without the packages of this platform; `npm install` takes what there is and leaves the lock alone.
      if (!/EUSAGE|npm ci.+in sync/.test(error.message)) throw error;
      await runNpm(node, ['install', '--no-save', '--no-package-lock'], root);
    }
    writeFileSync(stampFile, stamp);
  });
}

/** Runs the TypeScript `entry` (below scripts/) in Node.js 24. It ends when this process ends, however that happens. */
function handOver(node, entry) {
  const flags = ['--disable-warning=ExperimentalWarning'];
  const child = spawn(node, [...flags, path.join(root, 'scripts', entry), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    windowsHide: true,
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  // A signal may reach the child by itself too (Ctrl-C goes to the whole group); being told twice is no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.connected && child.send('stop'));
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Brings what is missing, runs the entry and ends with its exit code. */
export async function run(entry) {
  process.chdir(root);
  try {
    const [major, minor] = process.versions.node.split('.').map(Number);
    if (major < 20 || (major === 20 && minor < 19))
      throw new Stop(`Sulcus needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
    const node = await findNode();
    await bringPackages(node);
    process.exitCode = await handOver(node, entry);
  } catch (error) {
    process.exitCode = report(error);
  }
}
