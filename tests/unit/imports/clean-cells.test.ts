import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { importAssets } from '../../../api/assets/import/import-assets.ts';
import { Assets } from '../../../api/assets/index.ts';
import { importCompletions } from '../../../api/awareness/import/import-completions.ts';
import { Completions } from '../../../api/awareness/index.ts';
import { importStandard } from '../../../api/standards/import/import-standard.ts';
import { Requirements, Standards } from '../../../api/standards/standard-list.ts';
import { translator } from '../../../api/texts/translate.ts';
import { readCentres } from '../../../teams-app/commands/import-centres.ts';
import { readPeople } from '../../../teams-app/commands/import/read-people.ts';
import { readTable } from '../../../api/files/tables/index.ts';
import { aMapping, csv } from '../assets/builders.ts';
import { anOpenRound } from '../awareness/builders.ts';
import { aTown, the } from '../organisation/builders.ts';

/** Shows nothing at all. */
const nothing = '\u200b\u2060';
/** As a hidden character writes it, and what is meant. */
const turned = 'Løn\u202e\u0007system';
const plain = 'Lønsystem';
const inLines = 'Løn\r\nog\u2028 personale';
const inOne = 'Løn og personale';

const town = async () => {
  const { context } = await aTown();
  context.texts = translator;
  return { context, ciso: the(context, 'ciso') };
};
const bytesOf = (...rows: string[][]) => readTable(Buffer.from(csv(...rows).base64, 'base64'));
const libraryOf = (name: string, ...titles: string[]) => ({
  fileName: 'krav.yaml',
  base64: Buffer.from(
    stringify({
      objects: {
        framework: {
          name,
          ref_id: 'EGEN',
          requirement_nodes: titles.map((title, place) => ({
            urn: `urn:egen:${place}`,
            ref_id: `1.${place}\u202e`,
            assessable: true,
            name: title,
          })),
        },
      },
    }),
  ).toString('base64'),
});

/**
 * Each import: the texts it takes in from the two names, and how many rows it leaves out for a name that shows nothing.
 */
const imports: Record<string, () => Promise<{ taken: readonly string[]; leftOut: number }>> = {
  async assets() {
    const { context, ciso } = await town();
    const rows = [['Na\u0007vn'], [turned], [inLines], [nothing, 'x']];
    const answer = await importAssets(context, ciso, { ...csv(...rows), mapping: aMapping({ title: 'Navn' }) });
    const titles = context
      .list(Assets)
      .all()
      .map(({ title }) => title);
    return { taken: titles, leftOut: answer.leftOut };
  },
  async 'standards from a table'() {
    const { context, ciso } = await town();
    const rows = [
      ['Nr.\u0000', 'Titel'],
      ['1\u202e', turned],
      ['2', inLines],
      ['3', nothing],
    ];
    const answer = await importStandard(context, ciso, { ...csv(...rows), title: 'Egne krav' });
    const found = context.list(Requirements).all();
    expect(found.map(({ ref }) => ref)).toEqual(['1', '2']);
    return { taken: found.map(({ title }) => title), leftOut: answer.problems.length };
  },
  async 'standards from a library'() {
    const { context, ciso } = await town();
    const given = libraryOf(`Egne\u202e\nkrav`, turned, 'Løn og\u2028 personale', nothing);
    const answer = await importStandard(context, ciso, given);
    expect(
      context
        .list(Standards)
        .all()
        .map(({ title }) => title),
    ).toEqual(['Egne krav']);
    const found = context.list(Requirements).all();
    expect(found.map(({ ref }) => ref)).toEqual(['1.0', '1.1']);
    return { taken: found.map(({ title }) => title), leftOut: answer.problems.length };
  },
  async completions() {
    const { context, ciso } = await town();
    const { course } = await anOpenRound(context);
    const done = '2026-11-20';
    const rows = [
      ['Brugernavn\u202e', 'Dato'],
      ['an\u0007ne', done],
      ['b\u2066o', `${done}\u0000`],
      [nothing, done],
    ];
    const mapping = { person: 'Brugernavn', completedOn: 'Dato' };
    const answer = await importCompletions(context, ciso, { ...csv(...rows), courseKey: course.key, mapping });
    const people = context
      .list(Completions)
      .all()
      .map(({ personId }) => personId);
    expect(answer.problems.map(({ code }) => code)).toEqual(['noPerson']);
    return { taken: people.map((id) => ({ anne: plain, bo: inOne })[String(id)] ?? id), leftOut: answer.problemCount };
  },
  async 'people of the desk'() {
    const rows = [
      ['Navn', 'E-mail', 'Afdeling'],
      [turned, 'a@x.example', 'Løn'],
      [inLines, 'b@x.example', 'Løn'],
    ];
    const { people, problems } = readPeople(await bytesOf(...rows, [nothing, 'c@x.example', 'Løn']));
    return { taken: people.map(({ name }) => name), leftOut: problems.length };
  },
  async centres() {
    const rows = [
      ['Center', 'Afdeling'],
      [turned, 'Løn'],
      [inLines, 'Personale'],
    ];
    const centres = readCentres(await bytesOf(...rows)).map(({ title }) => title);
    const wrong = await bytesOf(...rows, [nothing, 'Drift']);
    expect(() => readCentres(wrong)).toThrow('Row 4: fill in both columns.');
    return { taken: centres, leftOut: 1 };
  },
};

describe('a file that is imported has its texts cleaned as those of a request, before they are judged', () => {
  it.each(Object.keys(imports))('%s', async (name) => {
    const { taken, leftOut } = (await imports[name]?.()) ?? { taken: [], leftOut: 0 };
    expect(taken).toEqual([plain, inOne]);
    expect(leftOut).toBe(1);
  });
});
