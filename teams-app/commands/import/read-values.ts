import { isCentreRole, type AssignableRole } from '../../../api/kernel/index.ts';

/** Yes or no in Danish and English; `undefined` otherwise. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (['ja', 'j', 'yes', 'y', 'true', '1', 'x', 'sand'].includes(word)) return true;
  return ['nej', 'n', 'no', 'false', '0', 'falsk'].includes(word) ? false : undefined;
}

export const readLanguage = (text: string): 'da' | 'en' | undefined => {
  const word = text.toLowerCase();
  if (word.startsWith('da')) return 'da';
  return word.startsWith('en') ? 'en' : undefined;
};

const roleNames: ReadonlyMap<string, AssignableRole> = new Map(
  Object.entries<AssignableRole>({
    byråd: 'cityCouncil',
    byrådet: 'cityCouncil',
    direktion: 'executiveBoard',
    direktionen: 'executiveBoard',
    direktør: 'executiveBoard',
    koncernledelse: 'corporateManagement',
    koncernledelsen: 'corporateManagement',
    informationssikkerhedsudvalget: 'securityCommittee',
    udvalg: 'securityCommittee',
    udvalget: 'securityCommittee',
    ciso: 'ciso',
    informationssikkerhedsteamet: 'securityTeam',
    team: 'securityTeam',
    teamet: 'securityTeam',
    centerchef: 'centreManager',
    isk: 'coordinator',
    informationssikkerhedskoordinator: 'coordinator',
    byrådssekretær: 'councilSecretary',
    revisor: 'auditor',
    dpo: 'auditor',
  }),
);
const codes: readonly AssignableRole[] = [...new Set(roleNames.values())];

export interface WantedRole {
  role: AssignableRole;
  /** For a centre role outside the person's own centre: `ISK (Center for Dagtilbud)`. */
  centre?: string;
  chair: boolean;
}

/**
 * `ISK; ISK (Center for Dagtilbud), Udvalget (formand)`: separated by `;`, `,`, `+` or `/`. Unknown ones come back by
 * name.
 */
export function readRoles(text: string): { roles: WantedRole[]; unknown: string[] } {
  const roles: WantedRole[] = [];
  const unknown: string[] = [];
  for (const part of text.split(/[;,+/](?![^(]*\))/).map((one) => one.trim())) {
    if (part === '') continue;
    const [, name = part, inside] = /^([^(]+?)\s*(?:\((.*)\))?$/.exec(part) ?? [];
    const role = roleNames.get(name.toLowerCase()) ?? codes.find((code) => code.toLowerCase() === name.toLowerCase());
    if (!role) {
      unknown.push(part);
      continue;
    }
    const chair = /^(formand|forperson|chair)$/i.test(inside ?? '');
    roles.push({ role, chair, ...(inside === undefined || chair || !isCentreRole(role) ? {} : { centre: inside }) });
  }
  return { roles, unknown };
}

/** Role names for a message. */
export const knownRoles =
  'Direktionen, Koncernledelsen, Udvalget, CISO, Teamet, Centerchef, ISK, Byrådssekretær, Revisor';
