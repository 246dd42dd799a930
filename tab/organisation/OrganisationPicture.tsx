import { mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import { useLocation } from 'wouter';
import type { OrganisationView } from '../../api/organisation/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { layoutOf, levels, linesOf, softened, type Box } from './layout.ts';
import { useWidth } from '../shared/ui/useWidth.ts';
import styles from './OrganisationPage.module.css';

type Body = OrganisationView['bodies'][number];
type Centre = OrganisationView['centres'][number];

const padding = 16;

/** Byrådet decides in meetings and has no users here. */
const meets = (role: Body['role']) => role === 'cityCouncil';

/** A body's members, short enough for a box. */
function membersText(role: Body['role'], body: Body | undefined): string {
  const [first, ...others] = body?.members ?? [];
  if (!first) return meets(role) ? t('organisation.meets') : t('organisation.nobody');
  return others.length === 0 ? first.name : t('organisation.members', { count: others.length + 1 });
}
const namesOf = (people: readonly { name: string }[]) =>
  people.map((person) => person.name).join(', ') || t('organisation.nobody');

/** The organisation chart: each box opens its details. The table beside it is equivalent. */
export function OrganisationPicture(props: {
  organisation: OrganisationView;
  chosen: string | undefined;
  onChoose: (role: Body['role']) => void;
}) {
  const { centres, bodies } = props.organisation;
  const { element, width } = useWidth<HTMLDivElement>(900);
  const title = useId();
  const [, goTo] = useLocation();
  const layout = layoutOf(
    width,
    centres.map((centre) => centre.id),
  );
  return (
    <div ref={element} className={styles.organisationPicture}>
      <svg width={layout.width} height={layout.height} role="group" aria-labelledby={title}>
        <title id={title}>{t('organisation.picture')}</title>
        {layout.lines.map((line) => (
          <path key={line} d={line} className={styles.organisationLine} />
        ))}
        {levels.flat().map((role) => {
          const body = bodies.find((known) => known.role === role);
          const box = layout.boxes.get(role);
          const lines = [t(`roles.${role}`), membersText(role, body)];
          return (
            box && (
              <PictureBox
                key={role}
                box={box}
                label={lines.join(' ')}
                pressed={props.chosen === role}
                vacant={!body?.members.length && !meets(role)}
                onPress={() => props.onChoose(role)}
                heading={lines[0] ?? ''}
                more={[lines[1] ?? '']}
              />
            )
          );
        })}
        {centres.map((centre) => {
          const box = layout.boxes.get(centre.id);
          return box && <CentreBox key={centre.id} centre={centre} box={box} goTo={goTo} />;
        })}
      </svg>
    </div>
  );
}

function CentreBox({ centre, box, goTo }: { centre: Centre; box: Box; goTo: (path: string) => void }) {
  const more = [
    `${t('organisation.manager')}: ${namesOf(centre.managers)}`,
    `${t('common.word.isk')}: ${namesOf(centre.coordinators)}`,
  ];
  return (
    <PictureBox
      box={box}
      heading={centre.title}
      more={more}
      label={[centre.title, ...more].join(' ')}
      vacant={centre.coordinators.length === 0}
      link
      onPress={() => goTo(`/organisation/centres/${centre.id}`)}
    />
  );
}

function PictureBox(props: {
  box: Box;
  heading: string;
  more: readonly string[];
  label: string;
  vacant: boolean;
  pressed?: boolean;
  link?: boolean;
  onPress: () => void;
}) {
  const { box, onPress } = props;
  const room = box.width - padding * 2;
  const heading = linesOf(softened(props.heading), room, 2, 7.8);
  const more = props.more.flatMap((text) => linesOf(text, room, 2, 6.9));
  const lineHeight = 19;
  const textTop = box.y + (box.height - (heading.length + more.length) * lineHeight) / 2 + 15;
  return (
    <g
      role={props.link ? 'link' : 'button'}
      tabIndex={0}
      aria-label={props.label}
      {...(props.link ? {} : { 'aria-pressed': props.pressed === true })}
      className={mergeClasses(styles.organisationBox, props.pressed && styles.pressed, props.vacant && styles.vacant)}
      onClick={onPress}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && (event.key !== ' ' || props.link)) return;
        event.preventDefault();
        onPress();
      }}
    >
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="8" />
      <text className={styles.organisationHeading}>
        {heading.map((line, position) => (
          <tspan key={line} x={box.x + padding} y={textTop + position * lineHeight}>
            {`${line} `}
          </tspan>
        ))}
      </text>
      <text className={styles.organisationMore}>
        {more.map((line, position) => (
          <tspan key={line} x={box.x + padding} y={textTop + (heading.length + position) * lineHeight}>
            {`${line} `}
          </tspan>
        ))}
      </text>
    </g>
  );
}
