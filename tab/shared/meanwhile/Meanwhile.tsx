import { useEffect, useId, useRef } from 'react';
import { asMoment, t } from '../texts/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import { isSame, type FieldOf, type Meaning } from './merge-fields.ts';
import type { MeanwhileState } from './useMeanwhile.ts';
import { Choice } from '../ui/Choice.tsx';
import styles from './Meanwhile.module.css';

interface Words<Values> {
  meaning: Meaning<Values>;
  /** The name of a field. */
  name: (field: FieldOf<Values>) => string;
  /** What a field says, in words; a list has a line for each. */
  said: (values: Values, field: FieldOf<Values>) => string;
}

interface Props<Values> extends Words<Values> {
  state: MeanwhileState<Values>;
  /** What the form holds now. */
  mine: Values;
}

/** Somebody else has saved meanwhile: who and when, what was taken over, and the rest side by side to choose from. */
export function Meanwhile<Values>(props: Props<Values>) {
  const { meanwhile } = props.state;
  const place = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    place.current?.focus();
  }, [meanwhile?.at]);
  if (!meanwhile) return null;
  const { by, at, taken, both } = meanwhile;
  return (
    <section className="card" ref={place} tabIndex={-1} aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {t('meanwhile.title', { name: by })}
      </h2>
      <Notice tone="warning" live>
        <p>{t('meanwhile.when', { moment: asMoment(at) })}</p>
        <p>{t(both.length === 0 ? 'meanwhile.nothingToChoose' : 'meanwhile.choose', { count: both.length })}</p>
      </Notice>
      {taken.length > 0 && (
        <div>
          <p>{t('meanwhile.taken', { name: by, count: taken.length })}</p>
          <ul className={styles.meanwhileTaken} data-part="meanwhile-taken">
            {taken.map((field) => (
              <li key={field}>{props.name(field)}</li>
            ))}
          </ul>
        </div>
      )}
      {both.map((field) => (
        <FieldChoice key={field} {...props} field={field} />
      ))}
    </section>
  );
}

function FieldChoice<Values>({ state, mine, field, name, said, meaning }: Props<Values> & { field: FieldOf<Values> }) {
  const group = useId();
  const { meanwhile } = state;
  if (!meanwhile) return null;
  const chosen = isSame(mine, meanwhile.values, field, meaning) ? 'theirs' : 'mine';
  const texts = {
    mine: said(chosen === 'mine' ? mine : meanwhile.own, field),
    theirs: said(meanwhile.values, field),
  };
  const titles = { mine: t('meanwhile.mine'), theirs: t('meanwhile.theirs', { name: meanwhile.by }) };
  return (
    <fieldset className={`choices ${styles.meanwhileChoice}`} data-part="meanwhile-choice">
      <legend>{name(field)}</legend>
      {(['mine', 'theirs'] as const).map((whose) => (
        <Choice
          key={whose}
          name={group}
          checked={chosen === whose}
          aria-labelledby={`${group}${whose}`}
          aria-describedby={`${group}${whose}-text`}
          onChange={() => state.choose(field, whose)}
          title={<span id={`${group}${whose}`}>{titles[whose]}</span>}
          text={
            <span className={styles.meanwhileText} id={`${group}${whose}-text`}>
              <Said text={texts[whose]} other={texts[whose === 'mine' ? 'theirs' : 'mine']} />
            </span>
          }
        />
      ))}
    </fieldset>
  );
}

/** The words; of several lines those that the other version has not stand out. */
function Said({ text, other }: { text: string; other: string }) {
  if (text.trim() === '') return t('meanwhile.empty');
  const there = new Set(other.split('\n'));
  const lines = text.split('\n');
  const hasShared = lines.some((line) => there.has(line));
  const isOwn = (line: string) => hasShared && !there.has(line);
  return lines.map((line, place) => (
    <span
      key={place}
      className={isOwn(line) ? `${styles.meanwhileLine} ${styles.meanwhileOwn}` : styles.meanwhileLine}
      {...(isOwn(line) ? { 'data-own': '' } : {})}
    >
      {line}
    </span>
  ));
}
