import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BelongingsView } from '../../api/ownership/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { PersonPicker } from '../shared/ui/PersonPicker.tsx';
import type { HandOverEverything } from './useHandOverEverything.ts';
import styles from './Succession.module.css';

type Group = BelongingsView['groups'][number];

/** Shown before expanding. */
const few = 5;

/** One kind: its items, their receiver, and exceptions with reasons. */
export function BelongingGroup({ group, form }: { group: Group; form: HandOverEverything }) {
  const [isWhole, setWhole] = useState(false);
  const { kind, items, movable } = group;
  const name = t(`ownership.succession.kind.${kind}`);
  const shown = isWhole ? items : items.slice(0, few);
  return (
    <section className={styles.belongingGroup} aria-label={name}>
      <h3 className={styles.belongingTitle}>
        {name} <span className="quiet">{t('ownership.succession.form.movable', { movable, count: items.length })}</span>
      </h3>
      <ul className={styles.belongingList}>
        {shown.map((item) => (
          <li key={item.key}>
            {item.refusal === undefined ? <Link href={item.path}>{item.title}</Link> : item.title}
            {item.refusal !== undefined && (
              <span className="quiet"> {t('ownership.succession.form.refusedOne', { why: item.refusal })}</span>
            )}
          </li>
        ))}
      </ul>
      {items.length > shown.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('ownership.succession.form.showAll', { count: items.length })}
        </Button>
      )}
      {movable > 0 && <Receiver kind={kind} name={name} form={form} />}
    </section>
  );
}

/** Receiver of the kind: the one for all, one of its own, or none yet. */
function Receiver({ kind, name, form }: { kind: Group['kind']; name: string; form: HandOverEverything }) {
  const [isChoosing, setChoosing] = useState(false);
  const receiver = form.receiverOf(kind);
  const choose = receiver ? t('common.person.change') : t('ownership.succession.form.chooseOne');
  if (isChoosing)
    return (
      <PersonPicker
        label={t('ownership.succession.form.toKind', { kind: name })}
        person={undefined}
        error={undefined}
        optional
        onChoose={(person) => {
          form.choose(kind, person);
          form.leaveOut(kind, false);
          setChoosing(false);
        }}
      />
    );
  return (
    <div className="card-row">
      <span>
        {receiver
          ? t('ownership.succession.form.chosen', { name: receiver.name })
          : t('ownership.succession.form.staysForNow')}
      </span>
      <span className={styles.belongingActs}>
        <Button size="small" aria-label={`${choose}: ${name}`} onClick={() => setChoosing(true)}>
          {choose}
        </Button>
        {receiver && (
          <Button
            size="small"
            aria-label={`${t('ownership.succession.form.stay')}: ${name}`}
            onClick={() => form.leaveOut(kind, true)}
          >
            {t('ownership.succession.form.stay')}
          </Button>
        )}
      </span>
    </div>
  );
}
