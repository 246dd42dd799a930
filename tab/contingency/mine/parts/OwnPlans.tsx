import type { PocketView } from '../../../../api/contingency/contract.ts';
import { t } from '../../../shared/texts/texts.ts';
import { Blank } from '../../../shared/ui/Blank.tsx';
import { CallList } from '../CallList.tsx';
import { PlanList } from '../PlanList.tsx';

/** The list with contacts, shared by the page and the offline tab. */
export function OwnPlans({ pocket }: { pocket: PocketView }) {
  return (
    <>
      {!pocket.centre && <p>{t('pocket.noCentre')}</p>}
      {pocket.plans.length === 0 ? (
        <Blank title={t('pocket.none.title')} text={t('pocket.none.text')} />
      ) : (
        <PlanList plans={pocket.plans} />
      )}
      <CallList call={pocket.call} />
    </>
  );
}
