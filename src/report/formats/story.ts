import {Ansis} from 'ansis';
import type {
  Answer,
  Count,
  GroupScene,
  LegStory,
  LegTurn,
  Person,
  Scene,
  Story,
  Widening,
} from '../../experiment/trace/story.js';
import type {Clock} from '../../scenario/scenario.js';
import {wallTime} from '../../scenario/wall-time.js';
import {duration, thousands} from '../numbers.js';
import type {Page} from './terminal.js';
import {displayWidth, harmless, wrap} from './text-width.js';

/** Something that happened, in words. */
export interface Told {
  /** On the wall clock of the scenario: `08:30:05`, with the date where the horizon has several days. */
  readonly time: string;
  readonly says: string;
}

/** Longer lines of prose are hard to read, however wide the window. */
const WIDEST = 110;

/** Stories for the terminal, one after the other. */
export function storiesText(stories: readonly Story[], clock: Clock, {width, color}: Page): string {
  const style = new Ansis(color ? 1 : 0);
  return stories
    .map(story => {
      const lines = told(story, clock).flatMap(({time, says}) => {
        const indent = displayWidth(time) + 2;
        return wrap(harmless(says), Math.min(width, WIDEST) - indent).map((line, index) =>
          index === 0 ? `${style.dim(time)}  ${line}` : ' '.repeat(indent) + line,
        );
      });
      return [style.bold(harmless(`Contact ${thousands(story.number)}: ${story.contactType}`)), ...lines].join('\n');
    })
    .join('\n\n');
}

/** A contact's story, step by step in order of time. */
export function told(story: Story, clock: Clock): readonly Told[] {
  return story.legs
    .flatMap((leg, index) => legSteps(leg, index === 0 ? null : story.legs[index - 1]))
    .map((step, order) => ({...step, order}))
    .sort((a, b) => a.at - b.at || a.order - b.order)
    .map(({at, says}) => ({time: timeText(clock, at), says}));
}

interface Step {
  readonly at: number;
  readonly says: string;
}

function legSteps(leg: LegStory, before: LegStory | null): Step[] {
  const {metBotAt, scene, outcome} = leg;
  const came = comes(leg, before);
  if (metBotAt === null) return stepsFromQueue(leg, sentence(came));
  const end = endOf(leg);
  if (scene === null && outcome === 'blocked')
    return [{at: metBotAt, says: `${sentence(came)} No port of the bot is free: blocked.`}];
  const meets = {at: metBotAt, says: sentence(`${came}${came.includes(',') ? ',' : ''} and meets the bot`)};
  if (scene === null) return [meets, ...end];
  return [meets, ...stepsFromQueue(leg, 'The bot hands it over.')];
}

/** @param came how it comes to its queue, in a sentence */
function stepsFromQueue(leg: LegStory, came: string): Step[] {
  const {scene, answer, offeredAt, widenings} = leg;
  const end = endOf(leg);
  if (answer !== null && answer.at === offeredAt)
    return [
      {
        at: offeredAt,
        says: `${came} ${sentence(`${agentText(answer)}${servedBefore(leg)} is free and takes it at once`)}`,
      },
      ...turns(leg),
      ...end,
    ];
  if (leg.outcome === 'closed' || leg.outcome === 'blocked')
    return [{at: offeredAt, says: `${came} ${end.map(({says}) => says).join(' ')}`}];
  return [
    {
      at: offeredAt,
      says: [
        came,
        ...(scene === null ? [] : [mayTake(scene), ...sceneText(scene, leg.rings[0]?.at === offeredAt)]),
        ...(leg.knows === null
          ? []
          : [sentence(`${agentText(leg.knows)}, who served the customer before, is asked first`)]),
        ...hears(leg),
      ].join(' '),
    },
    ...widenings.map(widening => ({at: widening.at, says: widened(widening, offeredAt)})),
    ...leg.rings.map(ring => ({at: ring.at, says: sentence(`rings at ${agentText(ring)}, who does not answer`)})),
    ...(answer === null ? [] : [{at: answer.at, says: answered(answer, leg)}]),
    ...turns(leg),
    ...end,
  ];
}

const CAUSES: Readonly<Record<LegStory['cause'], string>> = {
  first: 'comes in',
  redial: 'tries again',
  transfer: 'is transferred',
  comeback: 'comes back, unresolved',
  deflection: 'changes the channel',
  callback: 'is to be called back from now on',
};

function comes({cause, contactType}: LegStory, before: LegStory | null): string {
  const now = before === null || before.contactType === contactType ? '' : `, now as ${contactType}`;
  const first = cause === 'transfer' && before?.handedOver === true && before.answer !== null ? before.answer : null;
  return `${CAUSES[cause]}${now}${first === null ? '' : `, with ${agentText(first)} still on the line`}`;
}

/** What is said to who has to wait. */
function hears({announced, callbackOffered, outcome}: LegStory): string[] {
  return [
    ...(announced === null ? [] : [sentence(`it is told to expect ${duration(announced)}`)]),
    ...(callbackOffered && outcome !== 'balked'
      ? [sentence(`it is offered a callback, and ${outcome === 'calledBack' ? 'accepts' : 'would rather wait'}`)]
      : []),
  ];
}

function widened({at, scene, leaving}: Widening, offeredAt: number): string {
  const wait = `after ${duration(at - offeredAt)} of waiting`;
  const out = `${leaving.join(' and ')} no longer ${leaving.length === 1 ? 'takes' : 'take'} it`;
  if (scene.groups.length === 0) return sentence(`${wait} ${out}`);
  const more = `${wait} more agents may take it: ${groupsText(scene.groups)}`;
  return sentence(leaving.length === 0 ? more : `${more}; ${out}`);
}

function mayTake({groups}: Scene): string {
  return groups.length === 0 ? 'No agent may take it yet.' : sentence(`it may be taken by ${groupsText(groups)}`);
}

/** What keeps the agents busy, and who waits already. */
function sceneText({groups, busyWith, waiting}: Scene, rings: boolean): string[] {
  if (groups.length === 0) return [];
  const busy = groups.reduce((sum, group) => sum + group.busy, 0);
  const idle = groups.reduce((sum, group) => sum + group.idle, 0);
  const waits = total(waiting);
  return [
    ...(busy === 0 ? [] : [sentence(`they are busy with ${countsText(busyWith)}`)]),
    ...(idle === 0 || rings || isExplained(groups)
      ? []
      : [sentence(`${idle} ${idle === 1 ? 'is' : 'are'} idle, but kept back`)]),
    waits === 0
      ? 'Nobody waits before it.'
      : sentence(`${countsText(waiting)} ${waits === 1 ? 'waits' : 'wait'} already`),
  ];
}

/** Do the groups themselves say why who is idle does not take it? */
const isExplained = (groups: readonly GroupScene[]): boolean =>
  groups.every(({idle, keptFor, joins}) => idle === 0 || keptFor.length > 0 || joins !== null);

/** `lyon (5 busy, 1 on a break) or lisbon (3 busy)`. */
function groupsText(groups: readonly GroupScene[]): string {
  const texts = groups.map(groupText);
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

/** `team (5 busy, 2 idle but kept for orders, 1 on a break, 2 off duty)`. */
function groupText({group, idle, busy, onBreak, offDuty, keptFor, joins}: GroupScene): string {
  const parts = [
    ...(busy === 0 ? [] : [`${busy} busy`]),
    ...(idle === 0 ? [] : [`${idle} idle${keptFor.length === 0 ? '' : ` but kept for ${keptFor.join(' and ')}`}`]),
    ...(onBreak === 0 ? [] : [`${onBreak} on a break`]),
    ...(offDuty === 0 ? [] : [`${offDuty} off duty`]),
    ...(joins === null ? [] : [`joins only when ${joins}`]),
  ];
  return `${group} (${parts.length === 0 ? 'nobody' : parts.join(', ')})`;
}

/** Said of an agent who takes a contact and has served its customer before. */
function servedBefore({knows, answer}: LegStory): string {
  return isSame(knows, answer) ? ', who served the customer before,' : '';
}

const isSame = (one: Person | null, other: Person | null): boolean =>
  one !== null && other !== null && one.group === other.group && one.agent === other.agent;

/** What happened between the answer and the end. */
function turns({turns: happened, answer}: LegStory): Step[] {
  let own: Person | null = answer;
  return happened.flatMap((turn, index): Step[] => {
    const before = happened[index - 1];
    const since = before === undefined ? 0 : turn.at - before.at;
    const isOwn = isSame(own, turn);
    if (turn.turn === 'taken-up') own = turn;
    return [{at: turn.at, says: sentence(turnText(turn, since, isOwn))}];
  });
}

function turnText(turn: LegTurn, since: number, isOwn: boolean): string {
  const who = agentText(turn);
  switch (turn.turn) {
    case 'quiet':
      return `the customer falls silent, and ${who} has room for others`;
    case 'back':
      return `the customer is back after ${duration(since)}`;
    case 'taken-up': {
      const wait = since > 0 ? ` after ${duration(since)}` : ' at once';
      return isOwn ? `${who}, who had it, goes on with it${wait}` : `${who} goes on with it${wait}`;
    }
    case 'interrupted':
      return `${who} puts it aside for something more urgent`;
    case 'resumed':
      return `${who} goes on with it after ${duration(since)}`;
    case 'put-back':
      return `${who} leaves, and it goes back to the head of its queue`;
  }
}

function answered(answer: Answer, leg: LegStory): string {
  const {offeredAt} = leg;
  const overtaking = total(answer.overtakenBy);
  return [
    sentence(`${agentText(answer)}${servedBefore(leg)} takes it after ${duration(answer.at - offeredAt)}`),
    ...(overtaking === 0
      ? []
      : [
          sentence(
            `${countsText(answer.overtakenBy)} that came later ${overtaking === 1 ? 'was' : 'were'} taken before it`,
          ),
        ]),
  ].join(' ');
}

const agentText = ({agent, group}: Person): string => `agent ${agent} of ${group}`;

const OUTCOMES: Readonly<Record<LegStory['outcome'], string>> = {
  answered: 'the work on it is done',
  abandoned: 'gives up',
  blocked: 'no line is free: blocked',
  closed: 'its queue is closed',
  balked: 'does not want to wait, and leaves',
  message: 'leaves a message',
  dismissed: 'is sent away, since its queue closes',
  stillWaiting: 'still waits when the run ends',
  contained: 'is served without an agent',
  hungUpInAutomation: 'hangs up before any agent was asked',
  deflected: 'leaves the queue for another channel',
  calledBack: 'leaves a request to be called back',
  unreached: 'does not answer when it is called back',
};

function endOf({outcome, answer, endedAt, offeredAt, metBotAt, scene, transferredTo}: LegStory): Step[] {
  const came = scene === null ? (metBotAt ?? offeredAt) : offeredAt;
  const since = outcome === 'answered' ? (answer?.at ?? offeredAt) : came;
  const after = endedAt > since ? ` after ${duration(endedAt - since)}` : '';
  const sent = transferredTo === null ? '' : `, and it was transferred to ${transferredTo}`;
  return [{at: endedAt, says: sentence(`${OUTCOMES[outcome]}${after}${sent}`)}];
}

const total = (counts: readonly Count[]): number => counts.reduce((sum, {contacts}) => sum + contacts, 0);

/** `5 accounts and 2 cards`. */
function countsText(counts: readonly Count[]): string {
  const texts = counts.map(({contactType, contacts}) => `${thousands(contacts)} ${contactType}`);
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Whole seconds, as a clock on the wall shows them. */
function timeText(clock: Clock, at: number): string {
  const {date, secondOfDay} = wallTime(clock, at);
  const whole = Math.floor(secondOfDay);
  const minutes = formatMinutes(whole);
  return `${clock.days === 1 ? '' : `${date} `}${minutes}:${String(whole % 60).padStart(2, '0')}`;
}

const formatMinutes = (seconds: number): string =>
  `${String(Math.floor(seconds / 3600)).padStart(2, '0')}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;
