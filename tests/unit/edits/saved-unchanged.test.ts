import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Advice } from '../../../api/advice/advice-list.ts';
import { changeAdvice } from '../../../api/advice/advice.ts';
import { NetworkMeetings, WheelActivities } from '../../../api/annual-wheel/index.ts';
import { ruleNow } from '../../../api/annual-wheel/activity.ts';
import { changeActivity } from '../../../api/annual-wheel/save-activity.ts';
import { changeMeeting } from '../../../api/annual-wheel/meetings/save-meeting.ts';
import { Agendas } from '../../../api/approvals/index.ts';
import { changeAgenda, makeAgenda } from '../../../api/approvals/agendas/save-agenda.ts';
import { assetBody } from '../../../api/assets/contract.ts';
import { Assets, changeAsset } from '../../../api/assets/index.ts';
import { CourseRounds, Courses } from '../../../api/awareness/index.ts';
import { saveCourse } from '../../../api/awareness/save-course.ts';
import { saveRound } from '../../../api/awareness/save-round.ts';
import type { Context } from '../../../api/context.ts';
import { ContingencyTests, Downtimes, Improvements } from '../../../api/contingency/index.ts';
import { reportDowntime } from '../../../api/contingency/downtime/report-downtime.ts';
import { changeDowntime } from '../../../api/contingency/downtime/change-downtime.ts';
import { changeTest } from '../../../api/contingency/exercises/plan-test.ts';
import { changeImprovement } from '../../../api/contingency/exercises/save-improvement.ts';
import { AssetRecovery } from '../../../api/critical-services/index.ts';
import { keepSettings } from '../../../api/critical-services/keep-settings.ts';
import { settingsNow } from '../../../api/critical-services/settings.ts';
import { saveRecovery } from '../../../api/critical-services/save-recovery.ts';
import { setVital } from '../../../api/critical-services/set-vital.ts';
import { chooseLimit } from '../../../api/figures/settings/choose-limit.ts';
import { addSubject, changeSubject, writeIntro } from '../../../api/governance/orientation/collect-subjects.ts';
import { CouncilOrientations } from '../../../api/governance/orientation/orientation-list.ts';
import { findingBody, movePlanBody } from '../../../api/inspections/contract.ts';
import { InspectionFindings, Inspections } from '../../../api/inspections/index.ts';
import { changeFinding, explainFinding } from '../../../api/inspections/findings/save-finding.ts';
import { movePlan } from '../../../api/inspections/programme/plan-inspection.ts';
import { asAppError, localDate, timeZone, type Actor, type LocalDate } from '../../../api/kernel/index.ts';
import { Measures } from '../../../api/measures/measure-list.ts';
import { changeMeasure } from '../../../api/measures/propose-measure.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { areasOf } from '../../../api/procedures/areas.ts';
import { saveArea } from '../../../api/procedures/save-area.ts';
import { cadenceOf, reminderKinds } from '../../../api/reminders/cadences.ts';
import { changeCadence } from '../../../api/reminders/change-cadence.ts';
import { chooseWishes } from '../../../api/reminders/choose-wishes.ts';
import { ReminderWishes } from '../../../api/reminders/wishes-list.ts';
import { YearlyReports } from '../../../api/reports/report-list.ts';
import { changeReport, keepTemplate, makeReport } from '../../../api/reports/save-report.ts';
import { retentionOf } from '../../../api/retention/retention-row.ts';
import { setRetention } from '../../../api/retention/set-retention.ts';
import { knownRisks, RiskActions } from '../../../api/risks/index.ts';
import { chooseTreatment } from '../../../api/risks/treatment/choose-treatment.ts';
import { changeAction } from '../../../api/risks/treatment/save-action.ts';
import { controlBody } from '../../../api/standards/contract.ts';
import { changeControl } from '../../../api/standards/save-control.ts';
import { Controls } from '../../../api/standards/standard-list.ts';
import type { ListDefinition, Stored } from '../../../api/sharepoint/index.ts';
import { allLists } from '../../../teams-app/program/lists.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { whatIsKnown } from '../../support/what-is-known.ts';
import { the } from '../organisation/builders.ts';

/** Saves the form of the record at a place among those that it is possible for, as it stands. */
type Save = (context: Context, actor: Actor, place: number) => Promise<unknown> | undefined;

const at = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length];
const among =
  <R extends { key: string }>(
    list: ListDefinition<R>,
    save: (context: Context, actor: Actor, record: Stored<R>) => Promise<unknown>,
    isFit: (record: Stored<R>, context: Context) => boolean = () => true,
  ): Save =>
  (context, actor, place) => {
    const found = context
      .list(list)
      .all()
      .filter((one) => isFit(one, context));
    const record = at(found, place);
    return record && save(context, actor, record);
  };
const isOpen = ({ doneAt, cancelledAt }: { doneAt?: string | undefined; cancelledAt?: string | undefined }) =>
  doneAt === undefined && cancelledAt === undefined;
const timeIn = (moment: string) =>
  new Date(moment).toLocaleTimeString('da-DK', { timeZone, hour: '2-digit', minute: '2-digit' }).replace('.', ':');
const inUse = ({ state }: { state: string }) => state !== 'retired';

/** All but a critical service, of which saving it as it stands says that its figures still hold. */
const saves: Readonly<Record<string, Save>> = {
  improvement: among(
    Improvements,
    (context, actor, { key, title, ownerId, due, note }) =>
      changeImprovement(context, actor, key, { title, ownerId, due, note }),
    isOpen,
  ),
  riskAction: among(
    RiskActions,
    (context, actor, { key, riskKey, title, ownerId, due, cost, effect }) =>
      changeAction(context, actor, riskKey, key, {
        ...{ title, ownerId, due, effect },
        ...(cost === undefined ? {} : { cost }),
      }),
    (one, context) => isOpen(one) && knownRisks(context).has(one.riskKey),
  ),
  treatment: (context, actor, place) => {
    const known = at([...knownRisks(context).values()], place);
    const { treatment, treatmentNote: note, target } = known?.risk ?? {};
    return known && treatment && chooseTreatment(context, actor, known.key, { treatment, note: note ?? '', target });
  },
  asset: among(
    Assets,
    (context, actor, asset) => changeAsset(context, actor, asset.key, assetBody.parse(asset)),
    inUse,
  ),
  recovery: among(AssetRecovery, (context, actor, { key, changedAt, ...recovery }) =>
    saveRecovery(context, actor, key, { ...recovery, expected: changedAt }),
  ),
  /** Another reason, or another note, is a change, but of nothing that counts. */
  vitalReason: among(
    AssetRecovery,
    (context, actor, { key, vital }) => setVital(context, actor, key, { is: vital?.is === true, reason: 'Sagt igen' }),
    ({ vital }) => vital !== undefined,
  ),
  recoveryNote: among(AssetRecovery, (context, actor, { key, changedAt, ...recovery }) =>
    saveRecovery(context, actor, key, { ...recovery, note: `${recovery.note} Mere`, expected: changedAt }),
  ),
  continuity: (context, actor) => keepSettings(context, actor, settingsNow(context)),
  inspection: among(
    Inspections,
    (context, actor, inspection) => movePlan(context, actor, inspection.key, movePlanBody.parse(inspection)),
    ({ state }) => state === 'planned',
  ),
  finding: among(
    InspectionFindings,
    (context, actor, finding) => changeFinding(context, actor, finding.key, findingBody.parse(finding)),
    ({ closedAt }) => closedAt === undefined,
  ),
  cause: among(
    InspectionFindings,
    (context, actor, { key, cause }) => explainFinding(context, actor, key, cause),
    ({ closedAt }) => closedAt === undefined,
  ),
  control: among(
    Controls,
    (context, actor, control) => changeControl(context, actor, control.key, controlBody.parse(control)),
    inUse,
  ),
  measure: among(Measures, (context, actor, measure) => changeMeasure(context, actor, measure.key, measure)),
  activity: among(
    WheelActivities,
    (context, actor, activity) => {
      const { rule, startsOn, basis, endsOn, scope } = ruleNow(activity);
      return changeActivity(context, actor, activity.key, { ...activity, rule, startsOn, basis, endsOn, scope });
    },
    ({ closedOn }) => closedOn === undefined,
  ),
  meeting: among(NetworkMeetings, (context, actor, { key, minutesLink = '', ...meeting }) =>
    changeMeeting(context, actor, key, { ...meeting, agenda: [...meeting.agenda], minutesLink }),
  ),
  agenda: among(
    Agendas,
    (context, actor, agenda) => changeAgenda(context, actor, agenda.key, agenda),
    ({ state }) => state !== 'closed',
  ),
  test: among(
    ContingencyTests,
    (context, actor, { key, plannedAt, ...test }) =>
      changeTest(context, actor, key, {
        ...{ ...test, injects: [...test.injects], criteria: [...test.criteria] },
        ...{ participantIds: [...test.participantIds], on: localDate(plannedAt), time: timeIn(plannedAt) },
      }),
    ({ state }) => state === 'planned',
  ),
  downtime: among(
    Downtimes,
    (context, actor, downtime) => changeDowntime(context, actor, downtime.key, downtime),
    ({ state }) => state === 'running',
  ),
  course: among(Courses, (context, actor, course) => saveCourse(context, actor, course, course.key)),
  round: among(
    CourseRounds,
    (context, actor, round) => saveRound(context, actor, round, round.key),
    ({ history }) => history === undefined,
  ),
  cadence: (context, actor, place) => {
    const kind = at(reminderKinds(context), place) ?? '';
    return changeCadence(context, actor, kind, cadenceOf(context, kind));
  },
  limit: (context, actor) => chooseLimit(context, actor, 'incidents', 7),
  retention: (context, actor, place) => {
    const row = at(retentionOf(context).rows, place);
    return row && setRetention(context, actor, row.kind, { days: row.leastDays + 10, isOn: false });
  },
  advice: among(Advice, (context, actor, { key, askedBy, answer }) =>
    changeAdvice(context, actor, key, { askedById: askedBy, answer }),
  ),
  report: among(YearlyReports, (context, actor, { key, texts, off, decisions, changedAt }) =>
    changeReport(context, actor, key, {
      ...{ texts: [...texts], off: [...off], decisions: [...decisions] },
      expected: changedAt,
    }),
  ),
  reportTemplate: among(YearlyReports, (context, actor, { key, template }) =>
    keepTemplate(context, actor, key, template),
  ),
  orientationIntro: among(CouncilOrientations, (context, actor, { intro }) => writeIntro(context, actor, intro)),
  orientationSubject: among(CouncilOrientations, (context, actor, { subjects: [subject] }) =>
    changeSubject(context, actor, subject?.key ?? '', { title: subject?.title ?? '', text: subject?.text ?? '' }),
  ),
  wishes: among(ReminderWishes, (context, actor, { wishes }) => chooseWishes(context, actor, wishes)),
  area: (context, actor, place) => {
    const area = at(areasOf(context, 'da'), place);
    return area && saveArea(context, actor, area.key, area);
  },
};

/** With what the seed has none of. */
async function settled() {
  const { context, setNow } = await aSeededTown();
  const roles = context.list(RoleAssignments).all();
  const actor = the(context, roles.find(({ role }) => role === 'ciso')?.personId ?? '');
  await chooseLimit(context, actor, 'incidents', 7);
  for (const row of retentionOf(context).rows)
    await setRetention(context, actor, row.kind, { days: row.leastDays + 10, isOn: false });
  const [system, other] = context
    .list(Assets)
    .all()
    .filter(({ kind, state }) => kind === 'system' && state === 'inUse');
  await reportDowntime(context, actor, { assetKey: system?.key ?? '', note: 'Nede' });
  await setVital(context, actor, other?.key ?? '', { is: true, reason: 'Alle bruger det' });
  const meeting = { title: 'Møde', body: 'securityCommittee', meetsOn: '2026-12-17' as LocalDate } as const;
  await makeAgenda(context, actor, { ...meeting, note: '', requestKeys: [] });
  await makeReport(context, actor, 2026);
  await addSubject(context, actor, { title: 'Emne', text: 'Tekst' });
  await writeIntro(context, actor, 'Til Byrådet');
  await chooseWishes(context, actor, { hour: 9, rhythm: 'daily', weekday: 1, muted: [] });
  for (const kind of reminderKinds(context)) await changeCadence(context, actor, kind, cadenceOf(context, kind));
  return { context, setNow, actor };
}

const stamps = ['item', 'changedAt', 'changedBy', 'savedAt', 'savedBy', 'countsFrom'];
/** What is stored, without stamps. */
function stored(context: Context): Map<string, string> {
  const withoutStamps = (field: string, value: unknown) => (stamps.includes(field) ? undefined : value);
  return new Map(
    allLists.flatMap((list) =>
      context
        .list(list)
        .all()
        .map((record): [string, string] => [`${list.name} ${record.key}`, JSON.stringify(record, withoutStamps)]),
    ),
  );
}
const differences = (now: Map<string, string>, before: Map<string, string>): unknown[] =>
  [...new Set([...now.keys(), ...before.keys()])]
    .filter((what) => now.get(what) !== before.get(what))
    .map((what) => [what, now.get(what), before.get(what)]);

/** Those that write something, though nothing that counts. */
const writing = ['vitalReason', 'recoveryNote'];

const tried = (save: Save | undefined, context: Context, actor: Actor, place: number): Promise<string> =>
  Promise.resolve(save?.(context, actor, place)).then(
    () => 'saved',
    (thrown: unknown) => asAppError(thrown).code,
  );

describe('a form that is saved as it stands', () => {
  it.each(Object.keys(saves).filter((name) => !writing.includes(name)))('writes nothing: %s', async (name) => {
    const { context, actor, setNow } = await settled();
    const outcomes = new Set<string>();
    const saveAll = async () => {
      for (let place = 0; place < 40; place += 1) outcomes.add(await tried(saves[name], context, actor, place));
    };
    // The first time completes what the seed has left out of the trail and the wheel.
    await saveAll();
    const before = stored(context);
    setNow('2026-11-26T10:00:00.000Z');
    await saveAll();
    expect(differences(stored(context), before)).toEqual([]);
    expect([...outcomes]).toContain('saved');
  });

  it('changes nothing that is owed or counted, on the day or later', async () => {
    const save = fc.record({
      name: fc.constantFrom(...Object.keys(saves)),
      place: fc.nat({ max: 99 }),
      after: fc.constantFrom(0, 0, 1, 5, 30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(save, { minLength: 3, maxLength: 12 }), async (chosen) => {
        const [saved, untouched] = [await settled(), await settled()];
        let day = Date.parse('2026-11-24T10:00:00.000Z');
        for (const { name, place, after } of chosen) {
          day += after * 86_400_000;
          for (const { setNow } of [saved, untouched]) setNow(new Date(day).toISOString());
          await tried(saves[name], saved.context, saved.actor, place);
        }
        expect(differences(await whatIsKnown(saved.context), await whatIsKnown(untouched.context))).toEqual([]);
      }),
      { numRuns: 2 },
    );
  });
});
