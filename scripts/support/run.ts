import { spawn } from 'node:child_process';

/** Runs a program to its end, quietly; when it fails, throws with all that it printed. */
export function run(program: string, args: string[], env: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    let printed = '';
    child.stdout.on('data', (bytes) => (printed += bytes));
    child.stderr.on('data', (bytes) => (printed += bytes));
    child.once('error', reject);
    child.once('exit', () => process.off('exit', kill));
    child.once('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} ended with ${signal ?? code}:\n${printed}`)),
    );
  });
}
