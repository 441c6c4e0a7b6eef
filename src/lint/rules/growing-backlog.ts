import {maxFlow} from '../../numeric/max-flow.js';
import {kindOf} from '../../scenario/channels.js';
import type {Scenario} from '../../scenario/scenario.js';
import type {Finding} from '../finding.js';
import {intervalLoads} from '../interval-loads.js';
import {expectedContacts, handleSeconds, isDeferred, mayServe, type Outlook} from '../outlook.js';
import {contactsText, hoursText, listText} from '../words.js';

/** More than this part of the work left over is an excess; below it is rounding. */
const TOLERANCE = 1e-9;

/**
 * LNT016: deferred work that is more, over the whole horizon, than the time that agents have for it beside those who wait on
 * the line. Hours in which there is more than the agents can do are no matter: the backlog carries them over.
 */
export function growingBacklog(outlook: Outlook): readonly Finding[] {
  const {scenario} = outlook;
  const work = scenario.contactTypes.map((_, type) => deferredSeconds(outlook, type));
  if (work.every(seconds => seconds === 0)) return [];
  const live = scenario.contactTypes.map(() => 0);
  const time = scenario.groups.map(() => 0);
  const fits = (type: number, group: number): boolean => mayServe(scenario, type, group);
  for (const {span, agents, loads} of intervalLoads(outlook)) {
    const {served} = maxFlow(loads, agents, fits);
    served.forEach((load, type) => (live[type] += takesTime(scenario, type) ? load * (span[1] - span[0]) : 0));
    agents.forEach((count, group) => (time[group] += count * (span[1] - span[0])));
  }
  const {served, short} = maxFlow(
    work.map((seconds, type) => seconds + live[type]),
    time,
    fits,
  );
  const growing = work.flatMap((seconds, type) => (seconds > 0 && short[type] ? [type] : []));
  if (growing.length === 0) return [];
  const sumOf = (seconds: (type: number) => number): number => growing.reduce((sum, type) => sum + seconds(type), 0);
  const asked = sumOf(type => work[type]);
  const done = sumOf(type => served[type] - live[type]);
  if (asked - done <= TOLERANCE * asked) return [];
  const names = growing.map(type => scenario.contactTypes[type].name);
  const left = sumOf(type => ((work[type] - served[type] + live[type]) / work[type]) * contactsOf(outlook, type));
  const one = names.length === 1;
  return [
    {
      code: 'LNT016',
      path: ['contacts', names[0], 'arrivals'],
      says:
        `${listText(names, 'and')} ${one ? 'asks' : 'ask'} for ${hoursText(asked)} of work, and the agents who may do it have ${hoursText(done)} for it ` +
        `beside the other contacts: about ${contactsText(left)} are left when the run ends`,
      mend: `give ${hoursText(asked - done)} more of agents who may serve ${listText(names, 'or')}, or expect a backlog that grows without end`,
    },
  ];
}

/** Seconds that the deferred contacts of a type ask of the quickest group that may serve it; 0 where nobody may. */
function deferredSeconds({scenario, end, manned}: Outlook, type: number): number {
  const contactType = scenario.contactTypes[type];
  if (!isDeferred(contactType.channel)) return 0;
  const factors = scenario.groups.flatMap(({skills}, group) => {
    const skill = skills.find(candidate => candidate.contactType === type);
    return skill !== undefined && manned[group].length > 0 && mayServe(scenario, type, group)
      ? [skill.handleTimeFactor]
      : [];
  });
  if (factors.length === 0) return 0;
  const {intervalSeconds} = scenario.clock;
  let seconds =
    contactType.backlog.reduce((sum, {contacts}) => sum + contacts, 0) * handleSeconds(scenario, contactType, 0);
  for (let from = 0; from < end; from += intervalSeconds) {
    const contacts = expectedContacts(contactType, [from, Math.min(end, from + intervalSeconds)]);
    if (contacts > 0) seconds += contacts * handleSeconds(scenario, contactType, from);
  }
  return seconds * Math.min(...factors);
}

const contactsOf = ({scenario, end}: Outlook, type: number): number =>
  expectedContacts(scenario.contactTypes[type], [0, end]) +
  scenario.contactTypes[type].backlog.reduce((sum, {contacts}) => sum + contacts, 0);

/** Not where deferred work is held together with the contacts of the type: then both are worked on at once. */
function takesTime({groups, contactTypes}: Scenario, type: number): boolean {
  const {channel} = contactTypes[type];
  return !groups.some(({together}) =>
    (together ?? []).some(
      mixture =>
        mixture.some(part => part.channel === channel) && mixture.some(part => kindOf(part.channel) === 'deferred'),
    ),
  );
}
