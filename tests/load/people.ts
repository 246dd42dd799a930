import { z } from 'zod';
import type { DeskProcess } from './desk-process.ts';

const people = z.array(z.object({ id: z.string(), roles: z.array(z.string()) }));

interface SignedIn {
  everybody: string[];
  ciso: string;
  /** Everybody with a role. */
  holding(role: string): string[];
}

/** People who can sign in, by the program. `ciso` publishes and sees all of the coverage. */
export async function readPeople(program: { address: string }): Promise<SignedIn> {
  const response = await fetch(`${program.address}/emulator/people`);
  const found = people.parse(await response.json());
  const ciso = found.find(({ roles }) => roles.includes('ciso'));
  if (!ciso) throw new Error('nobody is ciso');
  return {
    everybody: found.map(({ id }) => id),
    ciso: ciso.id,
    holding: (role) => found.filter(({ roles }) => roles.includes(role)).map(({ id }) => id),
  };
}

/** Calls the program's API as a person; throws on anything but success. */
export async function askProgram(
  program: { address: string },
  token: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(program.address + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as unknown;
}

export const tokensOf = async (desk: DeskProcess, ids: readonly string[]): Promise<string[]> => {
  const tokens: string[] = [];
  for (const id of ids) tokens.push(await desk.personToken(id));
  return tokens;
};
