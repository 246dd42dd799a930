import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApprovalRequests } from '../../../api/approvals/index.ts';
import { planView } from '../../../api/contingency/contract.ts';
import { ContingencyPlans, ContingencyPlanVersions, OfflinePacks } from '../../../api/contingency/index.ts';
import { CouncilOrientations } from '../../../api/governance/index.ts';
import { InspectionChecklists } from '../../../api/inspections/index.ts';
import { policyVersionView } from '../../../api/policy/contract.ts';
import { PolicyVersions } from '../../../api/policy/index.ts';
import { procedureView } from '../../../api/procedures/contract.ts';
import { Procedures, ProcedureVersions } from '../../../api/procedures/index.ts';
import { Assessments } from '../../../api/risks/index.ts';
import type { ListDefinition } from '../../../api/sharepoint/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { wordFile } from '../../support/word-file.ts';
import { startSettledWorld } from '../../support/settled-world.ts';
import type { Answer, JourneyWorld, WorldPerson } from '../../support/world.ts';

/** That many at once, each a separate press. */
const presses = Array.from({ length: 15 }, (_, place) => place + 1);
let world: JourneyWorld;
let ciso: WorldPerson;
let team: WorldPerson;
beforeAll(async () => {
  world = await startSettledWorld({ PEOPLE: '80' });
  ciso = await world.personWith('ciso');
  team = (await world.people()).find(({ name }) => name === 'Rasmus Krogh Damgaard')!;
});
afterAll(() => world.close());

const writer = (place: number) => (place % 2 === 0 ? ciso : team);
const atOnce = (press: (place: number) => Promise<Answer>) => Promise.all(presses.map(press));
const done = (answers: readonly Answer[]) => answers.filter(({ status }) => status === 200);
/** Codes of the refusals; other failures by status. */
const refusals = (answers: readonly Answer[]): string[] => [
  ...new Set(
    answers
      .filter(({ status }) => status !== 200)
      .map(({ status, body }) => `${status} ${/"code":"([\w.]+)"/.exec(JSON.stringify(body))?.[1]}`),
  ),
];
const all = <R extends { key: string }>(list: ListDefinition<R>) => world.program.context.list(list).all();

/** Parent of a number, in each numbered list. */
const numbers: Record<string, () => string[]> = {
  PolicyVersions: () => all(PolicyVersions).flatMap(({ state, number }) => (state === 'discarded' ? [] : [number])),
  ProcedureVersions: () => all(ProcedureVersions).map(({ procedureKey, number }) => `${procedureKey} ${number}`),
  ContingencyPlanVersions: () => all(ContingencyPlanVersions).map(({ planKey, number }) => `${planKey} ${number}`),
  OfflinePacks: () => all(OfflinePacks).map(({ centreId, number }) => `${centreId} ${number}`),
  Assessments: () => all(Assessments).map(({ assetKey, number }) => `${assetKey} ${number}`),
  InspectionChecklists: () => all(InspectionChecklists).map(({ checklistKey, number }) => `${checklistKey} ${number}`),
  CouncilOrientations: () => all(CouncilOrientations).map(({ number }) => String(number)),
  ApprovalRequests: () =>
    all(ApprovalRequests).map(({ subjectKind, subjectKey, round }) => `${subjectKind} ${subjectKey} ${round}`),
};
const taken = (): string[] =>
  Object.entries(numbers).flatMap(([list, of]) =>
    of().flatMap((number, place, every) => (every.indexOf(number) < place ? [`${list}: ${number}`] : [])),
  );
/** Open requests about any version of one document: at most one at a time is in approval. */
const openAbout = (subjectKeys: readonly string[]): number =>
  all(ApprovalRequests).filter(({ state, subjectKey }) => state === 'open' && subjectKeys.includes(subjectKey)).length;

it('every list that numbers something is walked', () => {
  const numbering = allLists.filter(({ columns }) => 'number' in columns || 'round' in columns).map(({ name }) => name);
  expect(numbering.toSorted()).toEqual(Object.keys(numbers).toSorted());
});

describe('the policy, written by fifteen at once', () => {
  const draft = (number: string, place: number) => ({
    ...{ title: `Politik ${place}`, number, body: `# Politik ${place}`, summary: `Nyt ${place}`, changeKind: 'minor' },
    effectiveOn: '2027-01-01',
  });
  const begin = (number: string, place: number) =>
    world.as(writer(place), 'POST', '/api/policy/versions', draft(number, place));
  const keys = () => all(PolicyVersions).map(({ key }) => key);
  let drafts: string[];

  it('has one draft of a number, and a number of its own for each who takes one', async () => {
    const same = await atOnce((place) => begin('50.0', place));
    expect(done(same)).toHaveLength(1);
    expect(refusals(same)).toEqual(['409 policy.numberTaken']);
    const own = await atOnce((place) => begin(`20.${place}`, place));
    expect(refusals(own)).toEqual([]);
    drafts = own.map(({ body }) => policyVersionView.parse(body).key);
    expect(taken()).toEqual([]);
  });

  it('has one draft that is renumbered to what all want', async () => {
    const answers = await atOnce((place) =>
      world.save(writer(place), `/api/policy/versions/${drafts[place - 1]}`, draft('30.0', place)),
    );
    expect(done(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(['409 policy.numberTaken']);
    expect(taken()).toEqual([]);
  });

  it('is with the bodies once, whichever of them is sent and the one in force besides', async () => {
    const answers = await Promise.all([
      ...presses.map((place) => world.as(writer(place), 'POST', `/api/policy/versions/${drafts[place - 1]}/submit`)),
      world.as(ciso, 'POST', '/api/policy/reapprove', { note: '' }),
    ]);
    expect(openAbout(keys())).toBe(1);
    expect(done(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(['409 policy.otherIsWaiting']);
    const open = all(ApprovalRequests).find(({ state, subjectKey }) => state === 'open' && keys().includes(subjectKey));
    expect((await world.as(ciso, 'POST', `/api/approvals/${open?.key}/withdraw`)).status).toBe(200);
  });

  it('comes into force with rising numbers, whichever are published at once', async () => {
    const answers = await atOnce((place) =>
      world.as(ciso, 'POST', `/api/policy/versions/${drafts[place - 1]}/publish`, { reason: 'Det haster.' }),
    );
    expect(done(answers).length).toBeGreaterThan(0);
    expect(refusals(answers).filter((code) => code !== '409 policy.numberNotHigher')).toEqual([]);
    const moments = all(PolicyVersions)
      .flatMap(({ number, publishedAt }) =>
        publishedAt === undefined ? [] : [{ number: Number(number), publishedAt }],
      )
      .toSorted((one, other) => one.publishedAt.localeCompare(other.publishedAt));
    // Within a millisecond the higher number is later.
    const falling = moments.filter(
      ({ number, publishedAt }, place) =>
        place > 0 &&
        (moments[place - 1]?.number ?? 0) > number &&
        (moments[place - 1]?.publishedAt ?? '') < publishedAt,
    );
    expect(falling).toEqual([]);
  });
});

describe.each(['procedure', 'guideline'] as const)('a %s in force, changed by fifteen at once', (kind) => {
  let keys: string[];
  let by: WorldPerson[];
  const versionsOf = (key: string | undefined) =>
    all(ProcedureVersions).filter(({ procedureKey }) => procedureKey === key);
  const subjects = (key: string | undefined) => versionsOf(key).map((version) => version.key);
  const read = async (key: string | undefined) =>
    procedureView.parse((await world.as(by[0]!, 'GET', `/api/procedures/${key}`)).body);
  const save = async (key: string | undefined, place: number, seen?: string) => {
    const [latest] = versionsOf(key);
    return world.as(by[place % by.length]!, 'PUT', `/api/procedures/${key}/draft`, {
      ...{ title: latest?.title, area: latest?.areaKey, jobTitles: [], mustAcknowledge: false, reviewMonths: 12 },
      ...{ summary: `Nyt ${place}`, text: `Tekst ${place}`, ...(seen === undefined ? {} : { expected: seen }) },
    });
  };

  beforeAll(async () => {
    const named = (await world.people()).filter(({ name }) =>
      ['Mette Sørensen', 'Hanne Toft Lauridsen'].includes(name),
    );
    by = kind === 'guideline' ? [ciso, team] : named;
    keys = [];
    for (const one of all(Procedures).filter((each) => each.kind === kind && each.retiredAt === undefined)) {
      if (kind === 'procedure' && one.centreId !== 'voksne-og-velfaerd') continue;
      const view = await read(one.key);
      if (view.current && !view.coming) keys.push(one.key);
    }
    expect(keys.length).toBeGreaterThan(1);
  });

  it('begins one next version for those who say what they saw, and tells the others', async () => {
    const seen = (await read(keys[0])).current?.changedAt;
    const answers = await atOnce((place) => save(keys[0], place, seen));
    expect(done(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(['409 procedures.changedMeanwhile']);
    expect(taken()).toEqual([]);
  });

  it('begins none for those who do not say it', async () => {
    const answers = await atOnce((place) => save(keys[1], place));
    expect(refusals(answers)).toEqual(['400 http.newVersion']);
    expect(done(answers)).toEqual([]);
    expect((await read(keys[1])).coming).toBeUndefined();
  });

  it('takes files into one version', async () => {
    const path = `/api/procedures/${keys.at(-1)}/draft/file`;
    const answers = await atOnce((place) =>
      world.upload(by[place % by.length]!, path, `Nr ${place}.docx`, wordFile(`Ord ${place}`)),
    );
    expect(done(answers).length).toBeGreaterThan(0);
    // Too many large files at once are refused, and one that follows another replaces it.
    const expected = ['409 procedures.changedMeanwhile', '429 http.tooMany'];
    expect(refusals(answers).filter((code) => !expected.includes(code))).toEqual([]);
    expect(taken()).toEqual([]);
  });

  it('is with those who decide once, sent or renewed', async () => {
    const answers = await atOnce((place) =>
      place % 2 === 0
        ? world.as(by[0]!, 'POST', `/api/procedures/${keys[0]}/submit`)
        : world.as(by[0]!, 'POST', `/api/procedures/${keys[0]}/renew`, { note: '' }),
    );
    expect(openAbout(subjects(keys[0]))).toBe(1);
    expect(refusals(answers).filter((code) => code !== '409 procedures.isWaiting')).toEqual([]);
    expect(done(answers).length).toBeGreaterThan(0);
    expect(taken()).toEqual([]);
  });
});

describe('a contingency plan in force, changed by fifteen at once', () => {
  let keys: string[];
  const versionsOf = (key: string | undefined) => all(ContingencyPlanVersions).filter(({ planKey }) => planKey === key);
  const read = async (key: string | undefined) =>
    planView.parse((await world.as(ciso, 'GET', `/api/contingency/plans/${key}`)).body);
  const save = (key: string | undefined, place: number, seen?: string) => {
    const [latest] = versionsOf(key);
    return world.as(writer(place), 'PUT', `/api/contingency/plans/${key}/draft`, {
      ...{ title: latest?.title, centreIds: latest?.centreIds, content: latest?.content, summary: `Nyt ${place}` },
      ...{ reviewMonths: 12, testMonths: 12, expected: seen ?? null },
    });
  };

  beforeAll(async () => {
    keys = [];
    for (const { key, retiredAt } of all(ContingencyPlans)) {
      if (retiredAt !== undefined) continue;
      const view = await read(key);
      if (view.current && !view.coming) keys.push(key);
    }
    expect(keys.length).toBeGreaterThan(2);
  });

  it('begins one next version for those who say what they saw, and tells the others', async () => {
    const seen = (await read(keys[0])).current?.changedAt;
    const answers = await atOnce((place) => save(keys[0], place, seen));
    expect(done(answers)).toHaveLength(1);
    expect(refusals(answers)).toEqual(['409 contingency.changedMeanwhile']);
  });

  it('begins one for those who saw no draft too, and tells all but its writer', async () => {
    const answers = await atOnce((place) => save(keys[1], place));
    const { coming } = await read(keys[1]);
    expect(refusals(answers)).toEqual(['409 contingency.changedMeanwhile']);
    expect(new Set(presses.filter((_, at) => answers[at]?.status === 200).map((place) => place % 2)).size).toBe(1);
    expect(done(answers).map(({ body }) => planView.parse(body).coming?.number)).toContain(coming?.number);
    expect(taken()).toEqual([]);
  });

  it('takes every form that it says it has taken into one version', async () => {
    const path = `/api/contingency/plans/${keys[2]}/draft/forms`;
    const before = (await read(keys[2])).current?.forms.length ?? 0;
    const answers = await atOnce((place) =>
      world.upload(writer(place), path, `Nr ${place}.docx`, wordFile(`Ord ${place}`), 'POST'),
    );
    expect(done(answers).length).toBeGreaterThan(1);
    expect(refusals(answers).filter((code) => code !== '429 http.tooMany')).toEqual([]);
    expect((await read(keys[2])).coming?.forms).toHaveLength(before + done(answers).length);
    expect(taken()).toEqual([]);
  });

  it('is with those who decide once, sent or renewed', async () => {
    const answers = await atOnce((place) =>
      place % 2 === 0
        ? world.as(ciso, 'POST', `/api/contingency/plans/${keys[0]}/submit`)
        : world.as(ciso, 'POST', `/api/contingency/plans/${keys[0]}/renew`, { note: '' }),
    );
    expect(openAbout(versionsOf(keys[0]).map(({ key }) => key))).toBe(1);
    expect(refusals(answers).filter((code) => code !== '409 contingency.planWaiting')).toEqual([]);
    expect(done(answers).length).toBeGreaterThan(0);
    expect(taken()).toEqual([]);
  });

  it('stands in one pack of a number, though fifteen ask for it', async () => {
    const { centreId, versionKeys, number } = all(OfflinePacks)[0]!;
    const packed = all(ContingencyPlanVersions).filter(({ key }) => versionKeys.includes(key));
    const reason = { reason: 'Systemet er taget ud af brug.' };
    const retired = [];
    for (const { planKey } of packed.slice(0, -1))
      retired.push((await world.as(ciso, 'POST', `/api/contingency/plans/${planKey}/retire`, reason)).status);
    expect(retired).toContain(200);
    const answers = await atOnce(() => world.as(ciso, 'POST', `/api/contingency/packs/${centreId}/make`));
    expect(refusals(answers)).toEqual([]);
    // The job makes one of its own when it comes by between two of the plans above.
    const made = all(OfflinePacks).filter((pack) => pack.centreId === centreId && pack.number > number);
    expect(made.length).toBeGreaterThanOrEqual(1);
    expect(new Set(made.map(({ contentHash }) => contentHash)).size).toBe(made.length);
    expect(new Set(made.map((pack) => pack.number)).size).toBe(made.length);
    expect(taken()).toEqual([]);
  });
});

it('fifteen subjects that are added at once stand in one orientation of Byrådet', async () => {
  const answers = await atOnce((place) =>
    world.as(writer(place), 'POST', '/api/governance/orientation/subjects', { title: `Emne ${place}` }),
  );
  expect(refusals(answers)).toEqual([]);
  expect(all(CouncilOrientations).map(({ subjects }) => subjects.length)).toEqual([presses.length]);
  expect(taken()).toEqual([]);
});

it('an assessment is begun once, though fifteen begin it', async () => {
  const assetKey = all(Assessments)[0]?.assetKey;
  const answers = await atOnce((place) =>
    world.as(writer(place), 'POST', '/api/risks/assessments', { assetKey, form: place % 3 === 0 ? 'full' : 'quick' }),
  );
  expect(done(answers).length).toBeGreaterThan(0);
  expect(taken()).toEqual([]);
});
