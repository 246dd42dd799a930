import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ArrowRightRegular } from '@fluentui/react-icons/svg/arrow-right';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useSearchParams } from 'wouter';
import type { AssessedRisk } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { Choices } from '../../shared/ui/Choices.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { AddThreatDialog, RemoveThreat } from './OwnThreat.tsx';
import { SaveNote } from './SaveLine.tsx';
import { ThreatList } from './ThreatList.tsx';
import { ThreatPanel } from './ThreatPanel.tsx';
import { TypedTable } from './TypedTable.tsx';
import type { Draft } from './useAssessment.ts';
import styles from './Assessment.module.css';

/** The selected threat, and the view: both are in the address, so that a finding can link to its threat. */
function useLook(risks: readonly AssessedRisk[]) {
  const [search, setSearch] = useSearchParams();
  const found = risks.findIndex(({ threatKey }) => threatKey === search.get('threat'));
  const change = (values: Record<string, string>) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(values)) next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return {
    position: Math.max(0, found),
    asTable: search.get('as') === 'table',
    to: (threatKey: string) => change({ threat: threatKey, as: 'one' }),
    as: (as: 'one' | 'table') => change({ as }),
  };
}

/** The threats: one at a time with the list, or all as a table. */
export function ThreatsPart({ draft, onEnd }: { draft: Draft; onEnd: () => void }) {
  const { risks } = draft.view;
  const look = useLook(risks);
  const [adding, setAdding] = useState(false);
  const risk = risks[look.position];
  const add = (
    <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
      {t('riskAssessment.own.add')}
    </Button>
  );
  return (
    <>
      {risk ? (
        <>
          <div className="card-row">
            <Choices
              label={t('common.viewAs')}
              value={look.asTable ? 'table' : 'one'}
              onChange={look.as}
              options={[
                { value: 'one', text: t('riskAssessment.oneAtATime') },
                { value: 'table', text: t('riskAssessment.typed.view') },
              ]}
            />
            {add}
          </div>
          {look.asTable ? (
            <TypedTable draft={draft} onOpen={look.to} />
          ) : (
            <OneThreat draft={draft} position={look.position} risk={risk} onGo={look.to} onEnd={onEnd} />
          )}
        </>
      ) : (
        <Blank title={t('riskAssessment.noThreats')} text={t('riskAssessment.noThreatsText')} actions={add} />
      )}
      <AddThreatDialog view={draft.view} open={adding} onClose={() => setAdding(false)} onAdded={look.to} />
    </>
  );
}

interface One {
  draft: Draft;
  position: number;
  risk: AssessedRisk;
  onGo: (threatKey: string) => void;
  onEnd: () => void;
}

function OneThreat({ draft, position, risk, onGo, onEnd }: One) {
  const { risks } = draft.view;
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const previous = risks[position - 1]?.threatKey;
  const next = risks[position + 1]?.threatKey;
  const go = (threatKey: string | undefined) => {
    if (threatKey === undefined) return;
    moved.current = true;
    onGo(threatKey);
  };
  const goOn = () => (next === undefined ? onEnd() : go(next));
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [risk.threatKey]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.shiftKey) go(previous);
    else goOn();
  };
  return (
    <div className={styles.assessWork} onKeyDown={onKeyDown}>
      <ThreatList risks={risks} here={risk.threatKey} onGo={go} />
      <section className={`card ${styles.assessThreat}`} aria-labelledby="assess-threat">
        <div>
          <p className="quiet">
            {t('riskAssessment.threat.place', { number: position + 1, count: risks.length })}
            {risk.catalogue && ` · ${risk.catalogue}`}
            {risk.own && ` · ${t('riskAssessment.own.mark')}`}
          </p>
          <h2 className="section-title" id="assess-threat" ref={heading} tabIndex={-1}>
            {risk.title}
          </h2>
          {risk.description && <p className="section-text">{risk.description}</p>}
        </div>
        <ThreatPanel key={risk.threatKey} draft={draft} risk={risk} />
        {risk.own && <RemoveThreat view={draft.view} risk={risk} />}
        <div className={styles.assessSteer}>
          <Button icon={<ArrowLeftRegular />} disabledFocusable={previous === undefined} onClick={() => go(previous)}>
            {t('riskAssessment.previous')}
          </Button>
          <Button appearance="primary" icon={<ArrowRightRegular />} iconPosition="after" onClick={goOn}>
            {next === undefined ? t('riskAssessment.toEnd') : t('riskAssessment.next')}
          </Button>
          <SaveNote draft={draft} />
          <span className="quiet for-keys">{t('riskAssessment.keys')}</span>
        </div>
      </section>
    </div>
  );
}
