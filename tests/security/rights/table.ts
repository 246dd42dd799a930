import type { Step } from './walk.ts';
import { actorNames, scopes, type ActorName, type Scope } from './actors.ts';

const columns: Readonly<Record<Scope, string>> = { nord: 'own centre', syd: 'other centre', whole: 'the whole' };
const everybody = actorNames.length;
const groups: readonly (readonly [name: string, members: readonly ActorName[]])[] = [
  ['whole', ['securityTeam', 'ciso', 'securityCommittee', 'auditor', 'corporateManagement', 'executiveBoard']],
  ['centre', ['coordinator', 'centreManager']],
];

/** `whole, centre, owner`: groups admitted in full, else the names; `–` nobody. */
function named(let_in: readonly ActorName[]): string {
  if (let_in.length === 0) return '–';
  if (let_in.length === everybody) return 'everyone';
  const words: string[] = [];
  let left = [...let_in];
  for (const [name, members] of groups)
    if (members.every((one) => left.includes(one))) {
      words.push(name);
      left = left.filter((one) => !members.includes(one));
    }
  return [...words, ...left].join(', ');
}

/** Refused is 403, and 404 for an existing record. */
const isIn = ({ status }: Step): boolean => status !== 403 && status !== 404;

/** A line a route: actors admitted to the own centre's record, another's and the whole municipality's. */
export function tableOf(steps: readonly Step[]): string[] {
  const rows = [...Map.groupBy(steps, ({ name }) => name)].map(([name, all]) => [
    `\`${name}\``,
    ...scopes.map((scope) => {
      const asked = all.filter((step) => step.scope === scope);
      return asked.length === 0 ? '' : named(asked.filter(isIn).map(({ actor }) => actor));
    }),
  ]);
  return padded([['route', ...scopes.map((scope) => columns[scope])], ...rows]);
}

/** As the formatter writes it, so that they agree. */
function padded([head = [], ...rows]: readonly string[][]): string[] {
  const widths = head.map((_, place) => Math.max(...[head, ...rows].map((row) => row[place]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
