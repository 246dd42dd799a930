import { Button } from '@fluentui/react-components';
import { appChatLink } from '../shared/teams/app-link.ts';
import { openLink } from '../shared/teams/host.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';

/** Where an accident is reported: the chat, which answers what to do first. */
export const AccidentCard = () => (
  <section className="card" aria-labelledby="accident-title">
    <h2 className="card-title" id="accident-title">
      {t('incidentPages.report.title')}
    </h2>
    <p className="card-text">{t('incidentPages.report.text')}</p>
    <div className="card-foot">
      <Button onClick={() => openLink(appChatLink())}>{t('incidentPages.report.write')}</Button>
      <ButtonLink to="/incidents">{t('incidentPages.report.own')}</ButtonLink>
    </div>
  </section>
);
