import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { paragraphsOf } from '../../../api/difference/index.ts';
import { todayOf } from '../../../api/kernel/index.ts';
import { declareObligationSources, obligationsOf } from '../../../api/obligations/index.ts';
import {
  answerComment,
  answersKind,
  commentOnPolicy,
  commentsSource,
  draftPolicy,
  editDraft,
  PolicyComments,
  publishPolicy,
  removeComment,
  resolveComment,
} from '../../../api/policy/index.ts';
import { commentsView } from '../../../api/policy/comment-views.ts';
import { commentsView as shape } from '../../../api/policy/contract.ts';
import { versionFor } from '../../../api/policy/policy-views.ts';
import { versionDifference } from '../../../api/policy/version-difference.ts';
import { planDigests } from '../../../api/reminders/index.ts';
import { ReminderPages } from '../../../api/reminders/page-list.ts';
import { digestCardFor } from '../../../bot/index.ts';
import { cut } from '../../../tab/shared/paragraphs.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { textsOf } from '../bot/lint-card.ts';
import { aTown, day, person, refusal, the } from '../organisation/builders.ts';
import { sendWaiting } from '../reminders/builders.ts';
import { aDraft, publish, reason } from './builders.ts';

const paragraph = 'Pas på data.';
const ask = { text: 'Hvem gør det?', paragraph };

async function commented() {
  const world = await aTown();
  const { context } = world;
  const { key } = await draftPolicy(context, the(context, 'ciso'), aDraft());
  const comment = await commentOnPolicy(context, the(context, 'committee'), key, ask);
  const seen = (who = 'ciso') =>
    shape.parse(commentsView(context, the(context, who), versionFor(context, the(context, who), key)));
  return { ...world, key, comment, seen };
}

describe('a comment', () => {
  it('reaches whoever wrote the draft, is answered, and is owed no more', async () => {
    const { context, key, comment, seen } = await commented();
    const owed = () => commentsSource.work(context, todayOf(context.clock));
    expect(owed()).toMatchObject([
      { kind: 'answerComments', subject: { key }, responsible: { personId: 'ciso' }, state: 'open' },
    ]);
    const answer = { versionKey: key, key: comment.key, text: 'Det gør centerchefen.' };
    expect(await refusal(() => answerComment(context, the(context, 'committee'), answer))).toBe(
      'policy.mayNotAnswerComment',
    );
    await answerComment(context, the(context, 'ciso'), answer);
    await answerComment(context, the(context, 'ciso'), answer);
    expect(owed()).toEqual([]);
    expect(seen('committee').comments[0]).toMatchObject({
      answer: { by: { id: 'ciso' }, text: 'Det gør centerchefen.' },
      abilities: { answer: false },
    });
    await resolveComment(context, the(context, 'ciso'), { versionKey: key, key: comment.key, resolved: true });
    expect(seen('committee').comments[0]).toMatchObject({ resolved: { by: { id: 'ciso' } } });
    const acts = context.list(AuditEntries).all();
    expect(acts.map(({ title }) => title)).toEqual(['commentOnPolicy', 'answerComment', 'resolveComment']);
    expect(JSON.stringify(acts)).not.toContain('centerchefen');
  });

  it('of one’s own on one’s own draft is owed by nobody', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await draftPolicy(context, ciso, aDraft());
    await commentOnPolicy(context, ciso, key, { text: 'Husk bilaget' });
    expect(commentsSource.work(context, todayOf(context.clock))).toEqual([]);
  });
});

describe('an answer', () => {
  const days = ['24', '25', '26', '27', '30'].map((day) => `2026-11-${day}`);

  it('is told to whoever commented by the card of the next day, once, and to nobody else', async () => {
    const { context, key, comment, setNow } = await commented();
    declareObligationSources(context, obligationSources);
    await answerComment(context, the(context, 'ciso'), { versionKey: key, key: comment.key, text: 'Centerchefen.' });
    const told: string[] = [];
    for (const day of days) {
      setNow(`${day}T09:00:00.000Z`);
      await planDigests(context);
      await sendWaiting(context);
    }
    for (const { day, people } of context.list(ReminderPages).all())
      for (const { person, lines } of people)
        told.push(...lines.flatMap((line) => (line.key.includes('answers') ? [`${day} ${person}`] : [])));
    expect(told).toEqual(['2026-11-25 committee']);
    const shown = { ...context, texts: translator };
    declareObligationSources(shown, obligationSources);
    const card = textsOf(digestCardFor(shown, day('2026-11-25'), person('committee')));
    expect(card.join('\n')).toContain('Se svaret på din kommentar til Informationssikkerhedspolitik 1.0');
  });

  it('is news for a week, until the comment is seen to, and while the draft is one', async () => {
    const { context, key, comment, setNow } = await commented();
    declareObligationSources(context, obligationSources);
    const owed = (who = 'committee') => obligationsOf(context, person(who)).filter(({ kind }) => kind === answersKind);
    expect(owed()).toEqual([]);
    const about = { versionKey: key, key: comment.key };
    await answerComment(context, the(context, 'ciso'), { ...about, text: 'Centerchefen.' });
    expect(owed()).toMatchObject([
      { subject: { key }, state: 'open', due: '2026-12-01', path: `/policy/versions/${key}` },
    ]);
    expect(owed('ciso')).toEqual([]);
    await resolveComment(context, the(context, 'committee'), { ...about, resolved: true });
    expect(owed()).toEqual([]);
    await resolveComment(context, the(context, 'committee'), { ...about, resolved: false });
    setNow('2026-12-01T09:00:00.000Z');
    expect(owed()).toHaveLength(1);
    setNow('2026-12-02T09:00:00.000Z');
    expect(owed()).toEqual([]);
    // Another answer is news again.
    await answerComment(context, the(context, 'ciso'), { ...about, text: 'Centerchefen og ISK.' });
    expect(owed()).toMatchObject([{ due: '2026-12-09' }]);
    await publishPolicy(context, the(context, 'ciso'), { versionKey: key, reason });
    expect(owed()).toEqual([]);
  });
});

describe('commentOnPolicy', () => {
  it('keeps the words of the paragraph, and one comment when it is sent twice', async () => {
    const { context, key, seen } = await commented();
    await commentOnPolicy(context, the(context, 'committee'), key, ask);
    await commentOnPolicy(context, the(context, 'team'), key, { text: 'God tekst' });
    expect(seen()).toMatchObject({
      comments: [
        {
          by: { id: 'committee' },
          text: 'Hvem gør det?',
          paragraph,
          outdated: false,
          abilities: { answer: true, resolve: true, remove: false },
        },
        { by: { id: 'team' }, text: 'God tekst', outdated: false },
      ],
      open: 2,
      abilities: { comment: true },
    });
    expect(seen('committee').comments[0]?.abilities).toEqual({ answer: false, resolve: true, remove: true });
    expect(seen('committee').comments[1]?.abilities).toEqual({ answer: false, resolve: false, remove: false });
    expect(seen('auditor')).toMatchObject({ abilities: { comment: false } });
  });

  it('is outdated when the words of its paragraph are gone, however lines are broken otherwise', async () => {
    const { context, key, seen } = await commented();
    const ciso = the(context, 'ciso');
    await editDraft(context, ciso, key, aDraft({ body: '# Politik\n\nNyt.\n\nPas  på\ndata.' }));
    expect(seen().comments[0]?.outdated).toBe(false);
    await editDraft(context, ciso, key, aDraft({ body: '# Politik\n\nPas godt på data.' }));
    expect(seen().comments[0]?.outdated).toBe(true);
    expect(await refusal(() => commentOnPolicy(context, the(context, 'team'), key, ask))).toBe('policy.paragraphGone');
  });

  it('is seen to and opened again, by the writers of the draft and whoever said it', async () => {
    const { context, key, comment, seen } = await commented();
    const about = { versionKey: key, key: comment.key };
    await resolveComment(context, the(context, 'team'), { ...about, resolved: true });
    await resolveComment(context, the(context, 'ciso'), { ...about, resolved: true });
    expect(seen()).toMatchObject({ open: 0, comments: [{ resolved: { by: { id: 'team' } } }] });
    await resolveComment(context, the(context, 'committee'), { ...about, resolved: false });
    expect(seen()).toMatchObject({ open: 1 });
    expect(seen().comments[0]?.resolved).toBeUndefined();
    const { key: whole } = await commentOnPolicy(context, the(context, 'team'), key, { text: 'God tekst' });
    const others = { versionKey: key, key: whole, resolved: true };
    expect(await refusal(() => resolveComment(context, the(context, 'committee'), others))).toBe(
      'policy.mayNotResolveComment',
    );
    expect(await refusal(() => resolveComment(context, the(context, 'ciso'), { ...others, key: 'none' }))).toBe(
      'policy.noSuchComment',
    );
  });

  it('is taken back by whoever said it alone, and the trail holds ids, never words', async () => {
    const { context, key, comment, seen } = await commented();
    expect(await refusal(() => removeComment(context, the(context, 'ciso'), key, comment.key))).toBe(
      'policy.mayNotRemoveComment',
    );
    await removeComment(context, the(context, 'committee'), key, comment.key);
    await removeComment(context, the(context, 'committee'), key, comment.key);
    expect(seen().comments).toEqual([]);
    const trail = context.list(AuditEntries).all();
    expect(trail.map(({ title }) => title)).toEqual(['commentOnPolicy', 'removeComment']);
    expect(JSON.stringify(trail)).not.toContain('Hvem gør');
    await commentOnPolicy(context, the(context, 'committee'), key, ask);
    expect(context.list(PolicyComments).all()).toHaveLength(1);
  });

  it('is for those who prepare the policy, on drafts', async () => {
    const { context, key, comment } = await commented();
    for (const who of ['auditor', 'management', 'secretary', 'board', 'anne'])
      expect(await refusal(() => commentOnPolicy(context, the(context, who), key, { text: 'Hej' }))).toBe(
        'policy.mayNotComment',
      );
    await publishPolicy(context, the(context, 'ciso'), { versionKey: key, reason });
    const closed = [
      () => commentOnPolicy(context, the(context, 'team'), key, { text: 'Hej' }),
      () => resolveComment(context, the(context, 'team'), { versionKey: key, key: comment.key, resolved: true }),
      () => removeComment(context, the(context, 'committee'), key, comment.key),
    ];
    for (const act of closed) expect(await refusal(act)).toBe('policy.commentsClosed');
  });
});

describe('versionDifference', () => {
  it('is against the version before or the one that is named, and never shows what may not be read', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const first = await publish(context, ciso);
    expect(versionDifference(context, ciso, { versionKey: first.key })).toEqual({ blocks: [] });
    setNow('2026-12-01T09:00:00.000Z');
    const second = await publish(context, ciso, {
      number: '2.0',
      body: '# Politik\n\nPas godt på data.\n\nSpørg ISK.',
    });
    const draft = await draftPolicy(context, ciso, aDraft({ number: '3.0', title: 'Politik' }));
    const anne = the(context, 'anne');
    const found = versionDifference(context, anne, { versionKey: second.key });
    expect(found.against).toEqual({ key: first.key, number: '1.0' });
    expect(found.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['same', '# Politik'],
      ['changed', 'Pas godt på data.'],
      ['added', 'Spørg ISK.'],
    ]);
    const titled = versionDifference(context, ciso, { versionKey: draft.key, against: first.key });
    expect(titled.blocks[0]).toMatchObject({ kind: 'removed', text: '# Informationssikkerhedspolitik' });
    const hidden = { versionKey: second.key, against: draft.key };
    expect(await refusal(() => versionDifference(context, anne, hidden))).toBe('policy.noSuchVersion');
  });
});

describe('paragraphs', () => {
  it('are cut by the tab as by the API', () => {
    const piece = fc.constantFrom('a', ' ', '\n', '\n\n', '\r\n', '\t', '# x', '- y');
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          expect(cut(text)).toEqual(paragraphsOf(text));
        },
      ),
    );
  });
});
