import { Advice } from '../../../api/advice/index.ts';
import { Agendas, declareApprovalSubjects } from '../../../api/approvals/index.ts';
import { NetworkMeetings, WheelActivities, WheelPlans } from '../../../api/annual-wheel/index.ts';
import type { Context } from '../../../api/context.ts';
import { declareImprovementSubjects } from '../../../api/contingency/index.ts';
import { findingSubject } from '../../../api/inspections/index.ts';
import { freeze } from '../../../api/figures/index.ts';
import { AppointmentProposals } from '../../../api/appointments/index.ts';
import { CouncilOrientations } from '../../../api/governance/index.ts';
import { Measures } from '../../../api/measures/index.ts';
import { Figures } from '../../../api/figures/index.ts';
import { YearlyReports } from '../../../api/reports/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { PolicyComments, draftPolicy } from '../../../api/policy/index.ts';
import type { ListDefinition, ListHandle, Stored } from '../../../api/sharepoint/index.ts';
import { approvalSubjects } from '../../../teams-app/program/approval-subjects.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { anActivity } from '../../unit/annual-wheel/builders.ts';
import { anOpenRound } from '../../unit/awareness/builders.ts';
import { aCentre, aTown, day, person, settle, the } from '../../unit/organisation/builders.ts';
import { aDraft, publish } from '../../unit/policy/builders.ts';
import { servedApi } from '../served-api.ts';
import { peopleOfRecords, phoneOf, scopes, town } from './actors.ts';
import { canary } from './canaries.ts';
import { at, recordsOf, wheelDay } from './centre-records.ts';

/** Two centres and the whole municipality with one of each record, and the unique ones. */
export async function twoCentres() {
  const { context: bare, setNow } = await aTown();
  const context: Context = { ...bare, texts: translator };
  declareObligationSources(context, obligationSources);
  declareApprovalSubjects(context, approvalSubjects);
  declareImprovementSubjects(context, [findingSubject]);
  await settle(context, { centres: [aCentre('it', { position: 3 })], people: peopleOfRecords });
  for (const key of town) await context.list(People).update(key, () => ({ phone: phoneOf(key) }));
  for (const scope of scopes) await recordsOf(context, scope);
  const only = await onesOfAKind(context);
  const { address, close } = await servedApi(context);
  return { context, setNow, ...only, address, close, reset: resetting(context) };
}
export type TwoCentres = Awaited<ReturnType<typeof twoCentres>>;

/** The municipality's unique records. */
async function onesOfAKind(context: Context) {
  const say = (kind: 'measure' | 'policyDraft' | 'comment') => (field: string) => canary('whole', kind, field);
  const ciso = the(context, 'ciso');
  const policy = await publish(context, ciso);
  const unsent = say('policyDraft');
  const draft = await draftPolicy(
    context,
    ciso,
    aDraft({ number: '2.0', title: unsent('title'), body: unsent('body'), summary: unsent('summary') }),
  );
  await context.list(PolicyComments).create({
    ...{ key: 'comment', title: 'Person committee', versionKey: draft.key, personId: person('committee') },
    ...{ at: at('2026-11-20'), text: say('comment')('text'), paragraph: '' },
  });
  const measure = say('measure');
  await context.list(Measures).create({
    ...{ key: 'measure', title: measure('title'), background: measure('background'), costOnce: 1, costYearly: 1 },
    ...{ risk: measure('risk'), recommendation: measure('recommendation'), steps: [], proposedBy: ciso.personId },
    ...{ proposedAt: at('2026-11-01'), changedAt: at('2026-11-01') },
  });
  await freeze(context, 'day', day('2026-10-31'));
  await context.list(YearlyReports).create({
    ...{ key: 'aarsrapport-2026', title: '2026', year: 2026, asOf: day('2026-10-31') },
    ...{ figuresKey: 'day_2026-10-31_whole', texts: [], off: [], decisions: [], madeBy: ciso.personId },
    ...{ madeAt: at('2026-11-01'), changedAt: at('2026-11-01'), changedBy: ciso.personId },
  });
  await context.list(Figures).create({
    ...{ key: 'day_2026-10-31_whole', title: '2026-10-31 whole', kind: 'day', day: day('2026-10-31'), owner: 'whole' },
    ...{ values: {}, edition: 1, frozenAt: at('2026-11-01') },
  });
  await context.list(AppointmentProposals).create({
    ...{ key: 'proposal', title: 'ciso', role: 'ciso', startsOn: day('2027-01-01'), endsOn: day('2028-12-31') },
    ...{ members: [{ personId: person('named-nord'), name: 'Person', chair: false }], reason: 'Ny periode' },
    ...{ proposedBy: ciso.personId, proposedAt: at('2026-11-01'), changedAt: at('2026-11-01') },
    changedBy: ciso.personId,
  });
  await context.list(CouncilOrientations).create({
    ...{ key: 'orientation', title: '1', number: 1, state: 'collecting', intro: '', madeAt: at('2026-11-01') },
    subjects: [
      {
        ...{ key: 'subject', title: 'Emne', text: 'Sagt', addedBy: ciso.personId, addedAt: at('2026-11-01') },
        ...{ changedBy: ciso.personId, changedAt: at('2026-11-01') },
      },
    ],
  });
  await context
    .list(WheelActivities)
    .create(anActivity('wheel-centres', { role: 'coordinator' }, { scope: 'centres', startsOn: wheelDay }));
  await context.list(WheelActivities).create(anActivity('wheel-whole', {}, { startsOn: wheelDay }));
  await context.list(WheelPlans).create({
    ...{ key: 'wheel-plan', title: 'Handleplan', startsOn: day('2027-01-01'), madeBy: ciso.personId },
    madeAt: at('2026-11-01'),
  });
  await context.list(NetworkMeetings).create({
    ...{
      key: 'meeting',
      title: 'Netværksmøde',
      on: day('2026-12-10'),
      startsAt: '10:00',
      minutes: 60,
      place: 'Rådhuset',
    },
    ...{ agenda: ['Nyt'], people: [], calledBy: ciso.personId, calledAt: at('2026-11-01') },
  });
  await context.list(Agendas).create({
    ...{ key: 'agenda', title: 'Møde', body: 'securityCommittee', meetsOn: day('2026-12-10'), note: '' },
    ...{ requestKeys: scopes.map((scope) => `request-${scope}`), state: 'draft', madeBy: ciso.personId },
    madeAt: at('2026-11-20'),
  });
  await context.list(Advice).create({
    ...{
      key: 'advice',
      title: 'Svar',
      askedBy: ciso.personId,
      answer: 'Svar',
      by: ciso.personId,
      at: at('2026-11-20'),
    },
  });
  const { course, round } = await anOpenRound(context);
  return { policy, draft, course, round };
}

type Handle = ListHandle<{ key: string }>;

/** Resets every list to the seed, so that each act meets the same world. */
function resetting(context: Context) {
  const handles: Handle[] = allLists.map((list: ListDefinition<{ key: string }>) => context.list(list));
  const seeded = handles.map((handle) => new Map(handle.all().map((record) => [record.key, record])));
  const bare = ({ item: _item, ...record }: Stored<{ key: string }>): { key: string } => record;
  /** As seeded, or as reset since. */
  const known = handles.map((handle) => new Map(handle.all().map((record) => [record.key, record])));
  const versions = handles.map((handle) => handle.version);
  return async function reset(): Promise<void> {
    for (const [place, handle] of handles.entries()) {
      if (handle.version === versions[place]) continue;
      const asSeeded = known[place] ?? new Map();
      for (const { key } of handle.all()) if (!asSeeded.has(key)) await handle.remove(key);
      for (const [key, record] of seeded[place] ?? []) {
        if (handle.get(key) === asSeeded.get(key)) continue;
        await handle.remove(key);
        asSeeded.set(key, (await handle.create(bare(record))).record);
      }
      versions[place] = handle.version;
    }
  };
}
