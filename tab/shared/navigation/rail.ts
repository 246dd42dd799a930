import { DataTrendingFilled, DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { BuildingPeopleFilled, BuildingPeopleRegular } from '@fluentui/react-icons/svg/building-people';
import { CheckmarkStarburstFilled, CheckmarkStarburstRegular } from '@fluentui/react-icons/svg/checkmark-starburst';
import { DocumentTextFilled, DocumentTextRegular } from '@fluentui/react-icons/svg/document-text';
import { DataSunburstFilled, DataSunburstRegular } from '@fluentui/react-icons/svg/data-sunburst';
import { HatGraduationFilled, HatGraduationRegular } from '@fluentui/react-icons/svg/hat-graduation';
import { HeartPulseFilled, HeartPulseRegular } from '@fluentui/react-icons/svg/heart-pulse';
import { HomeFilled, HomeRegular } from '@fluentui/react-icons/svg/home';
import { PlugDisconnectedFilled, PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import { ClipboardSearchFilled, ClipboardSearchRegular } from '@fluentui/react-icons/svg/clipboard-search';
import { ShieldErrorFilled, ShieldErrorRegular } from '@fluentui/react-icons/svg/shield-error';
import {
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
} from '@fluentui/react-icons/svg/clipboard-task-list-ltr';
import { LightbulbFilled, LightbulbRegular } from '@fluentui/react-icons/svg/lightbulb';
import { ServerFilled, ServerRegular } from '@fluentui/react-icons/svg/server';
import { PeopleTeamFilled, PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import type { ComponentType } from 'react';
import type { MeView } from '../../../api/organisation/contract.ts';
import type { TextKey } from '../texts/catalogues.ts';

type Icon = ComponentType<{ className?: string; 'aria-hidden'?: boolean }>;

/** Groups of the rail, from the top: daily use, governance, operations. */
export const navigationGroups = ['daily', 'governance', 'running'] as const;

export interface NavigationEntry {
  path: string;
  group: (typeof navigationGroups)[number];
  text: TextKey;
  icon: Icon;
  iconHere: Icon;
  /** Who sees the entry; everybody when absent. The API enforces permissions; this only hides. */
  sees?: (me: MeView) => boolean;
  /** Paths elsewhere that belong to the entry. */
  also?: readonly string[];
}

/** The rail, in order. A feature joins as one row. */
export const navigation: readonly NavigationEntry[] = [
  { path: '/', group: 'daily', text: 'common.nav.home', icon: HomeRegular, iconHere: HomeFilled, also: ['/tasks'] },
  {
    path: '/policy',
    group: 'daily',
    also: ['/procedures', '/sign-sheets'],
    text: 'common.nav.policy',
    icon: DocumentTextRegular,
    iconHere: DocumentTextFilled,
  },
  {
    path: '/learning',
    group: 'daily',
    text: 'common.nav.learning',
    icon: HatGraduationRegular,
    iconHere: HatGraduationFilled,
  },
  {
    path: '/organisation',
    also: ['/appointments'],
    group: 'daily',
    text: 'common.nav.organisation',
    icon: BuildingPeopleRegular,
    iconHere: BuildingPeopleFilled,
  },
  {
    path: '/centre',
    also: ['/hand-overs', '/incidents'],
    group: 'daily',
    text: 'common.nav.centre',
    icon: PeopleTeamRegular,
    iconHere: PeopleTeamFilled,
    sees: (me) => me.abilities.seeCentres === true,
  },
  {
    path: '/systems',
    group: 'daily',
    text: 'common.nav.systems',
    icon: ServerRegular,
    iconHere: ServerFilled,
    sees: (me) => me.abilities.ownAssets === true,
  },
  {
    path: '/approvals',
    group: 'governance',
    text: 'common.nav.approvals',
    icon: CheckmarkStarburstRegular,
    iconHere: CheckmarkStarburstFilled,
    sees: (me) => me.abilities.seeApprovals === true,
  },
  {
    path: '/risks',
    group: 'governance',
    text: 'common.nav.risks',
    icon: ShieldErrorRegular,
    iconHere: ShieldErrorFilled,
    sees: (me) => me.abilities.seeRisks === true,
  },
  {
    path: '/contingency',
    group: 'governance',
    text: 'common.nav.contingency',
    icon: PlugDisconnectedRegular,
    iconHere: PlugDisconnectedFilled,
    sees: (me) => me.abilities.seeRisks === true,
  },
  {
    path: '/wheel',
    group: 'governance',
    text: 'common.nav.wheel',
    icon: DataSunburstRegular,
    iconHere: DataSunburstFilled,
    sees: (me) => me.abilities.seeWheel === true,
  },
  {
    path: '/inspections',
    group: 'governance',
    text: 'common.nav.inspections',
    icon: ClipboardSearchRegular,
    iconHere: ClipboardSearchFilled,
    sees: (me) => me.abilities.seeRisks === true,
  },
  {
    path: '/standards',
    group: 'governance',
    text: 'common.nav.standards',
    icon: ClipboardTaskListLtrRegular,
    iconHere: ClipboardTaskListLtrFilled,
    sees: (me) => me.abilities.seeRisks === true,
  },
  {
    path: '/measures',
    group: 'governance',
    text: 'common.nav.management',
    icon: LightbulbRegular,
    iconHere: LightbulbFilled,
    sees: (me) => me.abilities.seeMeasures === true,
  },
  {
    path: '/figures',
    group: 'governance',
    text: 'common.nav.figures',
    icon: DataTrendingRegular,
    iconHere: DataTrendingFilled,
    sees: (me) => me.abilities.seeFigures === true,
  },
  {
    path: '/operations',
    group: 'running',
    text: 'common.nav.operations',
    icon: HeartPulseRegular,
    iconHere: HeartPulseFilled,
    sees: (me) => me.abilities.seeOperations,
  },
];
