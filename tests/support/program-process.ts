import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { startedFile } from './started-file.ts';

/** The program as a separate process, on another process's desk. */
export interface ProgramProcess {
  /** `http://127.0.0.1:PORT` */
  address: string;
  pid: number;
  /** Seconds from process start to listening. */
  startSeconds: number;
  /** `kill -9`: nothing is written any more. */
  kill(): Promise<void>;
  /** SIGTERM: completes running work first. */
  stop(): Promise<void>;
  /** The end of its output on both streams. */
  written(): string;
  /** Calls a module loaded with `--import`, over the channel of parent and child. */
  ask(question: string): Promise<unknown>;
}

const root = join(import.meta.dirname, '../..');

/**
 * Starts `teams-app/main.ts`, or another file of the program, and waits until it listens. Throws with its output when
 * it ends before.
 */
export async function startProgramProcess(
  env: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
  file = startedFile('main'),
): Promise<ProgramProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, file], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      OPEN: '0',
      LOG_LEVEL: 'error',
      SEND_RATE: 'unlimited',
      PERSON_LIMITS: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit');
  let written = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      written = (written + chunk.toString()).slice(-20_000);
      const found = /^Sikkerhedshjulet: +(http:\/\/[^/\s]+)/m.exec(written)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    void ended.then(() => reject(new Error(`The program ended before it listened:\n${written}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    address,
    pid: child.pid ?? 0,
    startSeconds: (performance.now() - began) / 1000,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    written: () => written,
    ask: async (question) => {
      const answered = once(child, 'message');
      child.send(question);
      return z.array(z.unknown()).parse(await answered)[0];
    },
  };
}
