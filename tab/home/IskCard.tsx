import type { MeView } from '../../api/organisation/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ChatButton, Person } from '../shared/ui/Person.tsx';

function aboutText(me: MeView): string {
  if (me.coordinators.length === 0) return nobodyText(me);
  const mine = me.coordinators.some((coordinator) => coordinator.id === me.person.id);
  return mine ? t('home.isk.itIsYou') : t('home.isk.text');
}

function nobodyText({ centre, managers: [manager] }: MeView): string {
  if (!centre) return t('home.isk.noCentre');
  return manager ? t('home.isk.none', { manager: manager.name }) : t('home.isk.noneNoManager');
}

/** My ISK and my manager (R16). */
export function IskCard({ me }: { me: MeView }) {
  return (
    <section className="card" aria-labelledby="isk-title">
      <h2 className="card-title" id="isk-title">
        {t('home.isk.title')}
      </h2>
      {me.coordinators.map((coordinator) => (
        <div className="card-row" key={coordinator.id}>
          <Person person={coordinator} />
          {coordinator.mail && coordinator.id !== me.person.id && (
            <ChatButton mail={coordinator.mail} name={coordinator.name} />
          )}
        </div>
      ))}
      <p className="card-text">{aboutText(me)}</p>
      {me.managers.length > 0 && me.coordinators.length > 0 && (
        <p className="card-more">
          {t('home.isk.manager')}: {me.managers.map((manager) => manager.name).join(', ')}
        </p>
      )}
    </section>
  );
}
