import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWatch, type Control, type FieldValues } from 'react-hook-form';
import { asDate, asMoment, asNumber, t } from '../texts/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import { isSame, type FieldOf, type Meaning } from './merge-fields.ts';
import type { EditConflict, Shared } from './useConflict.ts';
import { Choice } from '../ui/Choice.tsx';
import styles from './Conflict.module.css';

interface Props<Values extends FieldValues> {
  state: {
    control: Control<Values>;
    conflict: {
      found: EditConflict<Values> | undefined;
      meaning: Meaning<Values>;
      choose: (field: FieldOf<Values>, whose: 'mine' | 'theirs') => void;
    };
  };
  /** The name of a field. */
  name: (field: FieldOf<Values>) => string;
  /** A field's value in words; a list has a line per item. */
  said: (values: Values, field: FieldOf<Values>) => string;
}

/** An edit conflict: by whom and when, the merged fields, and the rest side by side to choose from. */
export function Conflict<Values extends FieldValues>(props: Props<Values>) {
  const { found } = props.state.conflict;
  const place = useRef<HTMLElement>(null);
  const id = useId();
  useEffect(() => {
    place.current?.focus();
  }, [found?.etag]);
  if (!found) return null;
  const { by, at, taken, merged, both } = found;
  return (
    <section className="card" ref={place} tabIndex={-1} aria-labelledby={id}>
      <h2 className="section-title" id={id}>
        {t('meanwhile.title', { name: by })}
      </h2>
      <Notice tone="warning" live>
        {at && <p>{t('meanwhile.when', { moment: asMoment(at) })}</p>}
        <p>{t(both.length === 0 ? 'meanwhile.nothingToChoose' : 'meanwhile.choose', { count: both.length })}</p>
      </Notice>
      <Named {...props} fields={taken} part="taken">
        {t('meanwhile.taken', { name: by, count: taken.length })}
      </Named>
      <Named {...props} fields={merged} part="merged">
        {t('meanwhile.merged', { count: merged.length })}
      </Named>
      {both.map((field) => (
        <FieldChoice key={field} {...props} field={field} />
      ))}
    </section>
  );
}

/** Fields by name. */
const Named = <Values extends FieldValues>(
  props: Pick<Props<Values>, 'name'> & { fields: readonly FieldOf<Values>[]; part: string; children: ReactNode },
) =>
  props.fields.length > 0 && (
    <div>
      <p>{props.children}</p>
      <ul className={styles.taken} data-part={`meanwhile-${props.part}`}>
        {props.fields.map((field) => (
          <li key={field}>{props.name(field)}</li>
        ))}
      </ul>
    </div>
  );

function FieldChoice<Values extends FieldValues>(props: Props<Values> & { field: FieldOf<Values> }) {
  const group = useId();
  const { state, field, name, said } = props;
  const { found, meaning, choose } = state.conflict;
  const mine = useWatch({ control: state.control, compute: (values: Values) => values });
  if (!found) return null;
  const chosen = isSame(mine, found.values, field, meaning) ? 'theirs' : 'mine';
  const texts = {
    mine: said(chosen === 'mine' ? mine : found.own, field),
    theirs: said(found.values, field),
  };
  const titles = { mine: t('meanwhile.mine'), theirs: t('meanwhile.theirs', { name: found.by }) };
  return (
    <fieldset className={`choices ${styles.choice}`} data-part="meanwhile-choice">
      <legend>{name(field)}</legend>
      {(['mine', 'theirs'] as const).map((whose) => (
        <Choice
          key={whose}
          name={group}
          checked={chosen === whose}
          aria-labelledby={`${group}${whose}`}
          aria-describedby={`${group}${whose}-text`}
          onChange={() => choose(field, whose)}
          title={<span id={`${group}${whose}`}>{titles[whose]}</span>}
          text={
            <span className={styles.text} id={`${group}${whose}-text`}>
              <Said text={texts[whose]} other={texts[whose === 'mine' ? 'theirs' : 'mine']} />
            </span>
          }
        />
      ))}
    </fieldset>
  );
}

/** The value; of several lines those missing in the other version are marked. */
function Said({ text, other }: { text: string; other: string }) {
  if (text.trim() === '') return t('meanwhile.empty');
  const there = new Set(other.split('\n'));
  const lines = text.split('\n');
  const hasShared = lines.some((line) => there.has(line));
  const isOwn = (line: string) => hasShared && !there.has(line);
  return lines.map((line, place) => (
    <span
      key={place}
      className={isOwn(line) ? `${styles.line} ${styles.own}` : styles.line}
      {...(isOwn(line) ? { 'data-own': '' } : {})}
    >
      {line}
    </span>
  ));
}

/** A value in words: a line for each of a list, and what is named by its name. */
export function saidOf(value: unknown): string {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? asDate(value) : value;
  if (typeof value === 'number') return asNumber(value);
  if (typeof value === 'boolean') return t(value ? 'meanwhile.yes' : 'meanwhile.no');
  if (Array.isArray(value)) return value.map(saidOf).filter(Boolean).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  if ('name' in value || 'title' in value) return saidOf('name' in value ? value.name : value.title);
  return Object.values(value).map(saidOf).filter(Boolean).join(' · ');
}

/** The conflict of a form that names its fields. */
export const conflictShown = <Values extends FieldValues>(
  state: Props<Values>['state'],
  { names, said }: Shared<Values>,
) => (
  <Conflict
    state={state}
    name={(field) => names?.[field] ?? field}
    said={(values, field) => said?.(values, field) ?? saidOf(values[field])}
  />
);
