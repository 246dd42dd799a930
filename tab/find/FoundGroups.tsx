import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../shared/texts/texts.ts';
import { Blank } from '../shared/ui/Blank.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { stopMark } from './move-among.ts';
import { mostOfOne, type FoundGroup, type FoundRecord, type FoundView, type useFind } from './useFind.ts';
import styles from './Find.module.css';

/** Search results by kind; their number is announced. */
export function FoundGroups(props: { view: FoundView; find: ReturnType<typeof useFind>; onOpen: () => void }) {
  const { view, find, onOpen } = props;
  const count = view.groups.reduce((sum, { records }) => sum + records.length, 0);
  const more = view.groups.some((group) => group.more);
  return (
    <>
      {view.missing.length > 0 && (
        <Notice tone="warning">
          {t('find.missing', { kinds: view.missing.map((kind) => t(`find.kind.${kind}`)).join(', ') })}
        </Notice>
      )}
      <p className={styles.count} role="status">
        {count > 0 && t(more ? 'find.foundMore' : 'find.found', { count })}
      </p>
      {find.kind && (
        <Button appearance="subtle" size="small" onClick={() => find.choose({ kind: '' })}>
          {t('find.all')}
        </Button>
      )}
      {count === 0 && <Blank title={t('find.nothing', { q: find.q })} text={t('find.nothingText')} />}
      {view.groups.map((group) => (
        <Group key={group.kind} group={group} alone={find.kind !== undefined} onOpen={onOpen}>
          <Button {...stopMark} size="small" onClick={() => find.choose({ kind: group.kind })}>
            {t(`find.more.${group.kind}`)}
          </Button>
        </Group>
      ))}
    </>
  );
}

function Group(props: { group: FoundGroup; alone: boolean; onOpen: () => void; children: ReactNode }) {
  const { kind, records, more } = props.group;
  return (
    <section className={styles.group} aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`} className={styles.heading}>
        {t(`find.kind.${kind}`)}
      </h2>
      <ul className={styles.records}>
        {records.map((record) => (
          <li key={`${record.path} ${record.key}`}>
            <Found record={record} onOpen={props.onOpen} />
          </li>
        ))}
      </ul>
      {more &&
        (props.alone ? <p className={styles.hint}>{t('find.onlyFirst', { count: mostOfOne })}</p> : props.children)}
    </section>
  );
}

/** Kind, owner, and the matching excerpt. */
const Found = ({ record, onOpen }: { record: FoundRecord; onOpen: () => void }) => (
  <Link href={record.path} className={styles.record ?? ''} onClick={onOpen} {...stopMark}>
    <span className={styles.title}>{record.title}</span>
    <span className={styles.about}>{record.about}</span>
    {record.excerpt && <span>{record.excerpt}</span>}
    <span className={styles.where}>{t(`find.in.${record.field}`)}</span>
  </Link>
);
