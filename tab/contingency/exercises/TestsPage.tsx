import { AddRegular } from '@fluentui/react-icons/svg/add';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Choices } from '../../shared/ui/Choices.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { DuePlans } from './DuePlans.tsx';
import { ImprovementList } from './ImprovementList.tsx';
import { TestList } from './TestList.tsx';
import { answerOf, type TestsAnswer } from './test-words.ts';
import { useTests, type Tests } from './useTests.ts';

/** Plans to be tested, and tests planned, running and held, with results. */
export function TestsPage() {
  const tests = useTests();
  return (
    <Viewed view={tests.view}>
      {(answer) => (
        <Page
          title={answerOf(answer)}
          above={t('contingencyTests.sheet.name')}
          actions={
            answer.counts.plans > 0 && (
              <ButtonLink to="/contingency/tests/new" icon={<AddRegular />}>
                {t('contingencyTests.plan')}
              </ButtonLink>
            )
          }
        >
          <ContingencyNav />
          <Choices
            label={t('common.word.show')}
            value={tests.showsImprovements ? 'improvements' : 'tests'}
            options={[
              { value: 'tests', text: t('contingencyTests.sheet.name') },
              { value: 'improvements', text: t('contingencyTests.sheet.improvements') },
            ]}
            onChange={(show) => tests.choose({ show: show === 'tests' ? '' : show, q: '', state: '', sort: '' })}
          />
          {tests.showsImprovements ? <ImprovementList /> : <Parts tests={tests} answer={answer} />}
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function Parts({ tests, answer }: { tests: Tests; answer: TestsAnswer }) {
  if (answer.counts.plans === 0 && answer.tests.length === 0 && !tests.isFiltered)
    return (
      <Blank
        title={t('contingencyTests.empty.title')}
        text={t('contingencyTests.empty.text')}
        actions={
          <ButtonLink to="/contingency/plans" appearance="primary">
            {t('contingencyTests.empty.act')}
          </ButtonLink>
        }
      />
    );
  return (
    <>
      <DuePlans plans={answer.due} />
      <TestList tests={tests} answer={answer} />
    </>
  );
}
