import { spawn } from 'node:child_process';
import path from 'node:path';
import { Stop } from './progress.mjs';

const running = new Set();

export function runProgram(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, ...options });
    running.add(child);
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      const output = Buffer.concat(chunks).toString();
      if (code === 0) return resolve(output);
      const lines = output.trim().split('\n');
      const end = lines.length > 60 ? [...lines.slice(0, 20), '…', ...lines.slice(-40)].join('\n') : lines.join('\n');
      const call = [command, ...args].map((part) => path.basename(part)).join(' ');
      reject(Object.assign(new Stop(`${end}\n${call} ended with ${signal ?? code}.`), { output }));
    });
  });
}

export function killPrograms() {
  for (const child of running) child.kill('SIGKILL');
}
