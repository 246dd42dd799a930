import { Button } from '@fluentui/react-components';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Blank } from '../../shared/ui/Failed.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { useWidth } from '../../shared/ui/useWidth.ts';
import { AsOf, Viewed } from '../../shared/ui/Viewed.tsx';
import { RisksNav } from '../../shared/navigation/RisksNav.tsx';
import { RegisterCards } from './RegisterCards.tsx';
import { RegisterGrid } from './RegisterGrid.tsx';
import { RegisterTools } from './RegisterTools.tsx';
import { useRegister, type Register } from './useRegister.ts';
import { useFirstWindow, type RegisterAnswer } from './useRegisterRows.ts';
import styles from './Register.module.css';

/** Below this width each risk is a card. */
const tablePixels = 640;

/** Every risk of the latest assessments: search, filters, order, groups and columns. */
export function RegisterPage() {
  const register = useRegister();
  const first = useFirstWindow(register.query, register.centre.known);
  return (
    <Viewed view={first}>
      {(answer) => (
        <Page
          title={titleOf(answer, register)}
          above={t('riskOverview.register.title')}
          lead={t('riskOverview.register.lead')}
        >
          <RisksNav />
          {answer.total === 0 && !register.isFiltered ? (
            <Blank
              title={t('riskOverview.register.empty.title')}
              text={t('riskOverview.register.empty.text')}
              actions={
                <ButtonLink to="/risks/assets" appearance="primary">
                  {t('riskOverview.register.empty.act')}
                </ButtonLink>
              }
            />
          ) : (
            <Rows register={register} first={answer} busy={first.isPlaceholderData} />
          )}
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function titleOf({ total }: RegisterAnswer, { isFiltered }: Register): string {
  if (!isFiltered) return t('riskOverview.register.answer', { count: total });
  return total === 0 ? t('riskOverview.register.none') : t('riskOverview.register.found', { count: total });
}

function Rows({ register, first, busy }: { register: Register; first: RegisterAnswer; busy: boolean }) {
  const { element, width } = useWidth<HTMLDivElement>(tablePixels);
  const narrow = width < tablePixels;
  const List = narrow ? RegisterCards : RegisterGrid;
  return (
    <div className="section" ref={element}>
      <RegisterTools register={register} first={first} narrow={narrow} />
      <p className="hidden" role="status">
        {t('common.table.found', { count: first.total })}
      </p>
      {first.total === 0 ? (
        <Blank
          title={t('riskOverview.register.none')}
          text={t('riskOverview.register.nothingText')}
          actions={<Button onClick={register.clear}>{t('riskOverview.register.clear')}</Button>}
        />
      ) : (
        <div className={styles.registerFrame} aria-busy={busy}>
          <List register={register} first={first} />
        </div>
      )}
    </div>
  );
}
