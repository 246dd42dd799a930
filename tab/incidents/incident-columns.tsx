import { asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import type { Column } from '../shared/ui/DataTable.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Collect } from '../governance/parts/Collect.tsx';
import { PhoneLink } from '../contingency/shared/parts/PhoneLink.tsx';
import { useIncidentActs, type Incident } from './useIncidents.ts';
import personStyles from '../shared/ui/Person.module.css';
import styles from './Incidents.module.css';

/** What, who, state, and the button of the next step. */
export const incidentColumns = (isWorked: boolean): Column<Incident>[] => [
  { key: 'what', title: t('common.word.what'), cell: (incident) => <What incident={incident} /> },
  { key: 'who', title: t('common.word.who'), cell: (incident) => <Who incident={incident} /> },
  {
    key: 'when',
    title: t('incidents.alarm.when'),
    short: true,
    cell: ({ reportedAt }) => asMoment(reportedAt),
  },
  { key: 'standing', title: t('common.word.status'), cell: (incident) => <Status incident={incident} /> },
  ...(isWorked
    ? [{ key: 'act', title: t('common.word.nextStep'), cell: (incident: Incident) => <Acts incident={incident} /> }]
    : []),
];

const What = ({ incident: { kind, text } }: { incident: Incident }) => (
  <div>
    <p className={personStyles.personName}>{t(`incidents.kind.${kind}.name`)}</p>
    {text && (
      <p className={`${personStyles.personRole} ${styles.incidentWords}`} data-part="person-role">
        {text}
      </p>
    )}
  </div>
);

const Who = ({ incident: { reportedBy, centre, phone } }: { incident: Incident }) => (
  <div>
    <p className={personStyles.personName}>{reportedBy.name}</p>
    <p className={personStyles.personRole} data-part="person-role">
      {[reportedBy.jobTitle, centre?.title].filter(Boolean).join(', ')}
    </p>
    {phone && <PhoneLink phone={phone} look={styles.incidentPhone} />}
  </div>
);

const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join(', ');

function stateText({ state, takenBy, takenAt, closedBy, closedAt }: Incident): string {
  if (state === 'closed')
    return t('incidentPages.state.closed', { name: closedBy?.name ?? '', moment: closedAt ? asMoment(closedAt) : '' });
  if (state === 'taken')
    return t('incidentPages.state.taken', { name: takenBy?.name ?? '', moment: takenAt ? asMoment(takenAt) : '' });
  return t('incidentPages.state.open');
}

const Status = ({ incident }: { incident: Incident }) => (
  <div>
    <p className={incident.state === 'open' ? styles.incidentOpen : undefined}>{stateText(incident)}</p>
    {incident.told.length > 0 && (
      <p className={personStyles.personRole} data-part="person-role">
        {t('incidentPages.told', { names: names(incident.told) })}
      </p>
    )}
    {incident.missed.length > 0 && (
      <p className={personStyles.personRole} data-part="person-role">
        {t('incidentPages.missed', { names: names(incident.missed) })}
      </p>
    )}
    {incident.notifyBy && (
      <p className={personStyles.personRole} data-part="person-role">
        {t('incidentPages.notifyBy', { moment: asMoment(incident.notifyBy) })}
      </p>
    )}
    <Collect
      what={{ incident: incident.key }}
      title={`${t(`incidents.kind.${incident.kind}.name`)}, ${asMoment(incident.reportedAt)}`}
      size="small"
    />
  </div>
);

function Acts({ incident }: { incident: Incident }) {
  const acts = useIncidentActs(incident);
  const { name } = incident.reportedBy;
  return (
    <div className={styles.incidentActs}>
      {incident.can.take && (
        <ActButton
          appearance="primary"
          busy={acts.taking}
          busyText={t('incidents.alarm.take')}
          label={t('incidentPages.takeThis', { name })}
          onClick={acts.take}
        >
          {t('incidents.alarm.take')}
        </ActButton>
      )}
      {incident.can.close && (
        <ActButton
          busy={acts.closing}
          busyText={t('incidentPages.close')}
          label={t('incidentPages.closeThis', { name })}
          onClick={acts.close}
        >
          {t('incidentPages.close')}
        </ActButton>
      )}
      <ActFailed error={acts.error} />
    </div>
  );
}
