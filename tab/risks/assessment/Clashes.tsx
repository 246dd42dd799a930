import { Button } from '@fluentui/react-components';
import type { AssessedRisk } from '../../../api/risks/contract.ts';
import { asTime, t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { aboutSaid, aboutText, fieldText, valueText } from './field-words.ts';
import { about, type Draft } from './useAssessment.ts';
import styles from './Assessment.module.css';

type Clash = Draft['saving']['clashes'][number];

/** Fields of a risk changed by another since opening: theirs applies until the reader chooses. */
export const Clashes = ({ draft, risk }: { draft: Draft; risk: AssessedRisk }) => (
  <ClashesOf
    draft={draft}
    group={risk.threatKey}
    field={fieldText}
    said={(field, value) => valueText(field, value, risk, draft.view.scale)}
  />
);

/** Fields of the assessment itself. */
export const AboutClashes = ({ draft }: { draft: Draft }) => (
  <ClashesOf draft={draft} group={about} field={aboutText} said={aboutSaid} />
);

interface Words {
  field: (field: string) => string;
  said: (field: string, value: Clash['theirs']) => string;
}

function ClashesOf({ draft, group, field, said }: Words & { draft: Draft; group: string }) {
  const clashes = draft.saving.clashes.filter((clash) => clash.group === group);
  return clashes.map((clash) => (
    <Notice
      key={clash.field}
      tone="warning"
      live
      title={t('riskAssessment.clash.title', { field: field(clash.field) })}
      actions={
        <>
          <Button onClick={() => draft.choose(clash, 'mine')}>{t('riskAssessment.clash.mine')}</Button>
          <Button appearance="primary" onClick={() => draft.choose(clash, 'theirs')}>
            {t('riskAssessment.clash.theirs')}
          </Button>
        </>
      }
    >
      <p>{whoText(clash)}</p>
      <dl className={styles.assessClash}>
        <dt>{t('riskAssessment.clash.theirValue')}</dt>
        <dd>{said(clash.field, clash.theirs)}</dd>
        <dt>{t('riskAssessment.clash.myValue')}</dt>
        <dd>{said(clash.field, clash.mine)}</dd>
      </dl>
    </Notice>
  ));
}

function whoText({ by, at }: Clash): string {
  if (!by) return t('riskAssessment.clash.somebody');
  return at
    ? t('riskAssessment.clash.whoAt', { name: by.name, time: asTime(at) })
    : t('riskAssessment.clash.who', { name: by.name });
}
