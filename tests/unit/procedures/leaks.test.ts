import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withdrawApproval } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { AppError } from '../../../api/kernel/index.ts';
import {
  allProcedures,
  discardDraft,
  procedureRoutes,
  ProcedureVersions,
  putFile,
  renewProcedure,
  retireProcedure,
  saveDraft,
  submitProcedure,
} from '../../../api/procedures/index.ts';
import type { Endpoint } from '../../../api/http/endpoint.ts';
import { the } from '../organisation/builders.ts';
import { aDraft, aGuideline, aLibrary, approved, drafted, openRequest, voted } from './a-library.ts';

/** A one-pixel picture: a file without text, so that a thousand runs start no threads. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const steps = [
  'save',
  'file',
  'submit',
  'approve',
  'return',
  'reject',
  'withdraw',
  'discard',
  'renew',
  'retire',
] as const;
type Step = (typeof steps)[number];

/** Performs it if possible; a unique word is in everything written. */
async function take(context: Context, key: string, step: Step, word: string): Promise<void> {
  const writer = the(context, allProcedures(context).get(key)?.procedure.kind === 'guideline' ? 'team' : 'isk-nord');
  const acts: Record<Step, () => Promise<unknown>> = {
    save: () =>
      saveDraft(
        context,
        writer,
        key,
        aDraft({ title: word, text: `## ${word}`, summary: word, mustAcknowledge: true }),
      ),
    file: () => putFile(context, writer, key, { fileName: `${word}.png`, bytes: picture }),
    submit: () => submitProcedure(context, writer, key),
    approve: () => approved(context, key),
    return: () => voted(context, key, 'askChanges'),
    reject: () => voted(context, key, 'reject'),
    withdraw: () => withdrawApproval(context, writer, { requestKey: openRequest(context, key).key, reason: 'x' }),
    discard: () => discardDraft(context, writer, key),
    renew: () => renewProcedure(context, writer, key, word),
    retire: () => retireProcedure(context, writer, key, word),
  };
  try {
    await acts[step]();
  } catch (thrown) {
    const isPlain = thrown instanceof Error && thrown.message.startsWith('nothing is');
    if (!(thrown instanceof AppError) && !isPlain) throw thrown;
  }
}

const secret = /hemmelig\d+/g;

/** Every secret word readable by a person on any route open to their role. */
async function wordsRead(context: Context, who: string): Promise<Set<string>> {
  const found = new Set<string>();
  const versions = context.list(ProcedureVersions).all();
  for (const { name, endpoint, allow, run } of procedureRoutes) {
    if (!name.startsWith('GET ') || name.includes('.xlsx')) continue;
    if (allow !== 'everyone' && !the(context, who).roles.some(({ role }) => allow.includes(role))) continue;
    const queries =
      name === 'GET /api/procedures' ? [{}, { q: 'hemmelig' }, { state: 'draft' }, { state: 'retired' }] : [{}];
    const params = name.includes(':procedureKey')
      ? versions.map(({ key, procedureKey }) => ({ procedureKey, versionKey: key }))
      : [{}];
    for (const query of queries)
      for (const one of params) {
        const text = await answerOf(() =>
          run(context, the(context, who), { params: one, query: parsed(endpoint, query), body: undefined }, nothing),
        );
        for (const [word] of text.matchAll(secret)) found.add(word);
      }
  }
  return found;
}
const nothing = { graph: () => expect.fail('nobody asks Graph') };
const parsed = ({ query }: Endpoint, given: unknown): unknown => query?.parse(given);
async function answerOf(run: () => unknown): Promise<string> {
  try {
    return JSON.stringify(await run());
  } catch (thrown) {
    if (thrown instanceof AppError) return '';
    throw thrown;
  }
}

const someSteps = fc.array(fc.tuple(fc.nat(1), fc.constantFrom(...steps)), { minLength: 4, maxLength: 24 });

describe('whatever is written, decided, sent back, renewed or retired', () => {
  it('nobody else reads a word of it but of what is in force for them', async () => {
    await fc.assert(
      fc.asyncProperty(someSteps, async (taken) => {
        const { context } = await aLibrary();
        const keys = [
          await drafted(context, { title: 'hemmelig0' }),
          await aGuideline(context, { title: 'hemmelig1' }),
        ];
        for (const [index, [which, step]] of taken.entries())
          await take(context, keys[which] ?? '', step, `hemmelig${index + 2}`);
        const inForce = (kinds: readonly string[]) =>
          [...allProcedures(context).values()]
            .flatMap(({ procedure, current }) =>
              current && kinds.includes(procedure.kind)
                ? [
                    ...`${current.version.title} ${current.version.summary} ${current.version.file?.name}`.matchAll(
                      secret,
                    ),
                  ]
                : [],
            )
            .map(([word]) => word);
        for (const [who, kinds] of [
          ['anne', ['procedure', 'guideline']],
          ['board', ['procedure', 'guideline']],
          ['bo', ['guideline']],
          ['isk-syd', ['guideline']],
          ['manager-syd', ['guideline']],
        ] as const) {
          const mayRead = new Set(inForce(kinds));
          const read = await wordsRead(context, who);
          const leaked = [...read].filter((word) => !mayRead.has(word));
          const lost = [...mayRead].filter((word) => !read.has(word));
          expect([who, leaked, lost]).toEqual([who, [], []]);
        }
      }),
      { numRuns: 40 },
    );
  });
});
