import { textKeptDays } from '../../api/incidents/index.ts';
import { Acknowledgements } from '../../api/acknowledgements/index.ts';
import { CalendarFeeds } from '../../api/annual-wheel/index.ts';
import { ApprovalRequests } from '../../api/approvals/index.ts';
import { AuditEntries } from '../../api/audit/index.ts';
import { Completions, Exemptions, MissedCycles } from '../../api/awareness/index.ts';
import { ConversationPages, DeliveryBlocks, forgetConversation, peopleWithChats } from '../../api/deliveries/index.ts';
import type { Context } from '../../api/context.ts';
import { ClosedMonths, everyPartOf, expiredFiles, expireFile } from '../../api/history/index.ts';
import { localDate, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import { Nudges } from '../../api/obligations/index.ts';
import { People } from '../../api/organisation/index.ts';
import { PolicyComments } from '../../api/policy/index.ts';
import { ReminderPages, ReminderWishes } from '../../api/reminders/index.ts';
import { retentionRow, type Expired, type FixedRetention, type RetentionRow } from '../../api/retention/index.ts';
import { absenceRetention } from './absence-retention.ts';
import { SavedViews } from '../../api/risks/index.ts';
import type { ListDefinition } from '../../api/sharepoint/index.ts';
import { pseudonymise } from './pseudonyms.ts';

const [month, year, twoYears, fiveYears, tenYears] = [30, 365, 730, 1_826, 3_653];
const dayOf = (moment: string): LocalDate => localDate(moment as Instant);
const onePerson = (key: string, day: LocalDate, personId = key): Expired => ({
  key,
  day,
  about: { personId: personId as PersonId },
  records: 1,
});

/** People who left before a day, by their key. */
const leavers = (context: Context, before: LocalDate): ReadonlyMap<string, LocalDate> =>
  new Map(
    context
      .list(People)
      .all()
      .flatMap(({ key, leftOn }): [string, LocalDate][] =>
        leftOn !== undefined && leftOn < before ? [[key, leftOn]] : [],
      ),
  );

/** Closed months, as files (decision 21): totals counted from them stay. */
const closed = (
  kind: RetentionRow['kind'],
  usualDays: number,
  lists: readonly ListDefinition<{ key: string }>[],
  besides: Pick<RetentionRow, 'details'> = {},
): RetentionRow =>
  retentionRow({
    kind,
    usualDays,
    leastDays: year,
    lists: [ClosedMonths],
    due: (context, before) =>
      lists.flatMap(({ name }) =>
        expiredFiles(context, name, before).map(({ key, month: of, items }) => ({
          key,
          day: `${of}-01-01`.slice(0, 10) as LocalDate,
          about: { month: of, list: name },
          records: items,
        })),
      ),
    expire: async (context, { key }) => {
      const file = context.list(ClosedMonths).get(key);
      if (file) await expireFile(context, file);
    },
    ...besides,
  });

/** Retention of personal data (9.2): a row per kind, with its default. Nothing is deleted until a kind is enabled. */
export const retentionTable: readonly RetentionRow[] = [
  retentionRow({
    kind: 'leaverPhones',
    usualDays: month,
    leastDays: 1,
    lists: [People],
    due: (context, before) =>
      [...leavers(context, before)].flatMap(([key, day]) =>
        context.list(People).get(key)?.phone === undefined ? [] : [onePerson(key, day)],
      ),
    expire: (context, { key }) => context.list(People).update(key, () => ({ phone: undefined }), 'background'),
  }),
  retentionRow({
    kind: 'leaverChoices',
    usualDays: month,
    leastDays: 1,
    lists: [People, ReminderWishes, CalendarFeeds, SavedViews],
    due: (context, before) => {
      const left = leavers(context, before);
      const of = (list: 'wish' | 'feed' | 'view', key: string, personId: string) => {
        const day = left.get(personId);
        return day === undefined ? [] : [onePerson(`${list} ${key}`, day, personId)];
      };
      return [
        ...context
          .list(ReminderWishes)
          .all()
          .flatMap(({ key }) => of('wish', key, key)),
        ...context
          .list(CalendarFeeds)
          .all()
          .flatMap(({ key }) => of('feed', key, key)),
        ...context
          .list(SavedViews)
          .all()
          .flatMap(({ key, personId, shared }) => (shared ? [] : of('view', key, personId))),
      ];
    },
    expire: (context, { key }) => {
      const [list, of = ''] = key.split(/ (.*)/s);
      if (list === 'wish') return context.list(ReminderWishes).remove(of, 'background');
      return list === 'feed'
        ? context.list(CalendarFeeds).remove(of, 'background')
        : context.list(SavedViews).remove(of, 'background');
    },
  }),
  retentionRow({
    kind: 'leaverChats',
    usualDays: month,
    leastDays: 1,
    lists: [People, ConversationPages],
    due: (context, before) => {
      const left = leavers(context, before);
      return [...peopleWithChats(context)].flatMap((key) => {
        const day = left.get(key);
        return day === undefined ? [] : [onePerson(key, day)];
      });
    },
    expire: (context, { key }) => forgetConversation(context, key as PersonId),
  }),
  retentionRow({
    kind: 'leaverNames',
    usualDays: fiveYears,
    leastDays: year,
    lists: [People],
    most: 50,
    due: (context, before) =>
      [...leavers(context, before)].flatMap(([key, day]) =>
        context.list(People).get(key)?.pseudonymisedOn === undefined ? [onePerson(key, day)] : [],
      ),
    expire: (context, { key }) => pseudonymise(context, key),
  }),
  absenceRetention,
  retentionRow({
    kind: 'nudges',
    usualDays: twoYears,
    leastDays: 62,
    lists: [Nudges],
    due: (context, before) =>
      context
        .list(Nudges)
        .all()
        .flatMap(({ key, at, title, people }) =>
          dayOf(at) < before ? [{ key, day: dayOf(at), about: { title }, records: people.length }] : [],
        ),
    expire: (context, { key }) => context.list(Nudges).remove(key, 'background'),
  }),
  retentionRow({
    kind: 'exemptionReasons',
    usualDays: twoYears,
    leastDays: month,
    lists: [Exemptions],
    due: (context, before) =>
      context
        .list(Exemptions)
        .all()
        .flatMap(({ key, personId, reason, endedOn, until }) => {
          const over = endedOn ?? until;
          return over !== undefined && over < before && reason !== '' ? [onePerson(key, over, personId)] : [];
        }),
    expire: (context, { key }) => context.list(Exemptions).update(key, () => ({ reason: '' }), 'background'),
  }),
  retentionRow({
    kind: 'policyComments',
    usualDays: fiveYears,
    leastDays: year,
    lists: [PolicyComments],
    due: (context, before) =>
      context
        .list(PolicyComments)
        .all()
        .flatMap(({ key, personId, at }) => (dayOf(at) < before ? [onePerson(key, dayOf(at), personId)] : [])),
    expire: (context, { key }) => context.list(PolicyComments).remove(key, 'background'),
  }),
  retentionRow({
    kind: 'voteReasons',
    usualDays: tenYears,
    leastDays: year,
    lists: [ApprovalRequests],
    due: (context, before) =>
      context
        .list(ApprovalRequests)
        .all()
        .flatMap(({ key, title, endedAt, stages }) => {
          const reasons = stages.flatMap(({ votes }) => votes.filter(({ reason }) => reason !== undefined)).length;
          const over = endedAt === undefined ? undefined : dayOf(endedAt);
          return over !== undefined && over < before && reasons > 0
            ? [{ key, day: over, about: { title }, records: reasons }]
            : [];
        }),
    expire: (context, { key }) =>
      context.list(ApprovalRequests).update(
        key,
        ({ stages }) => ({
          stages: stages.map((stage) => ({ ...stage, votes: stage.votes.map(({ reason: _reason, ...vote }) => vote) })),
        }),
        'background',
      ),
  }),
  closed('reminders', twoYears, [ReminderPages]),
  closed('deliveries', twoYears, [DeliveryBlocks]),
  closed('receipts', fiveYears, [Acknowledgements]),
  closed('completions', fiveYears, [Completions, MissedCycles]),
  closed('trail', tenYears, [AuditEntries], {
    // For `isms verify-trail`: entries deleted by retention, and until when.
    details: (context, due) => {
      const gone = everyPartOf(context, AuditEntries.name).filter(({ expiredAt }) => expiredAt !== undefined);
      const now = due.flatMap(({ key }) => context.list(ClosedMonths).get(key) ?? []);
      const all = [...gone, ...now];
      return {
        through:
          all
            .map(({ month: of }) => of)
            .toSorted()
            .at(-1) ?? '',
        total: all.reduce((sum, { items }) => sum + items, 0),
      };
    },
  }),
];
/** Deletion by a feature's rule or a program setting; and data never stored. */
export const fixedRetention: readonly FixedRetention[] = [
  { kind: 'inspectionPhotos', days: ({ organisation }) => organisation.inspectionPhotoDays },
  { kind: 'incidentTexts', days: () => textKeptDays },
  { kind: 'searches', days: () => 0 },
];
