import type { TestCard, TestView } from '../../../api/contingency/contract.ts';
import { dayAndTime, t, textOf } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Person } from '../../shared/ui/Person.tsx';
import styles from './Tests.module.css';

const missed = (cards: readonly TestCard[]): TestCard[] => cards.filter(({ status }) => status === 'missed');
const whyOf = ({ state, code }: TestCard): string =>
  (code === undefined ? undefined : textOf(`deliveries.reason.${code}`)) ??
  textOf(`deliveries.reason.${state}`) ??
  t('deliveries.reason.other');

/** Delivery of one person's invitation; nothing if none is due. */
function statusOf(card: TestCard): string | undefined {
  switch (card.status) {
    case 'got':
      return t('contingencyTests.about.got');
    case 'coming':
      return card.at === undefined
        ? t('contingencyTests.about.coming')
        : t('contingencyTests.about.comingAt', dayAndTime(card.at));
    case 'missed':
      return whyOf(card);
    case 'none':
      return undefined;
  }
}

/** Participants, the leader first; for the test's managers also the delivery of invitations. */
export function TestPeople({ test }: { test: TestView }) {
  const { leader, people } = test;
  const cards = test.cards?.invitation ?? [];
  const [first, ...others] = [leader, ...people.filter(({ id }) => id !== leader.id)];
  return (
    <>
      <Unreached cards={cards} />
      <ul className={styles.testPeople}>
        {[first, ...others].map((person) => {
          const card = cards.find(({ id }) => id === person.id);
          const status = card && statusOf(card);
          return (
            <li key={person.id}>
              <Person person={person}>
                {person.id === leader.id && <p className="quiet">{t('contingencyTests.about.leads')}</p>}
                {status !== undefined && (
                  <p className={card?.status === 'missed' ? styles.testMissed : 'quiet'}>{status}</p>
                )}
              </Person>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Unreached({ cards }: { cards: readonly TestCard[] }) {
  const count = missed(cards).length;
  return count > 0 && <Notice tone="warning">{t('contingencyTests.about.unreached', { count })}</Notice>;
}

/** How many have got an inject, and who has not. */
export function InjectReach({ cards }: { cards: readonly TestCard[] | undefined }) {
  const asked = cards?.filter(({ status }) => status !== 'none') ?? [];
  if (asked.length === 0) return null;
  const got = asked.filter(({ status }) => status === 'got').length;
  return (
    <div className="quiet">
      <p>
        {got === asked.length
          ? t('contingencyTests.about.reached')
          : t('contingencyTests.about.reachedSome', { got, count: asked.length })}
      </p>
      {missed(asked).map((card) => (
        <p key={card.id} className={styles.testMissed}>
          {t('contingencyTests.about.missing', { name: card.name, why: whyOf(card) })}
        </p>
      ))}
    </div>
  );
}
