import type { MeView } from '../../api/organisation/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ChatButton, Person } from '../shared/ui/Person.tsx';

function nobodyText({ centre, managers: [manager] }: MeView): string {
  if (!centre) return t('home.isk.noCentre');
  return manager ? t('home.isk.none', { manager: manager.name }) : t('home.isk.noneNoManager');
}

/** Who is my ISK, and my manager (R16). */
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
      <p className="card-text">{me.coordinators.length > 0 ? t('home.isk.text') : nobodyText(me)}</p>
      {me.managers.length > 0 && me.coordinators.length > 0 && (
        <p className="card-more">
          {t('home.isk.manager')}: {me.managers.map((manager) => manager.name).join(', ')}
        </p>
      )}
    </section>
  );
}
