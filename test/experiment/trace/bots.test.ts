import {describe, expect, it} from 'vitest';
import {Stories} from '../../../src/experiment/trace/stories.js';
import {told} from '../../../src/report/formats/story.js';
import type {Automation} from '../../../src/scenario/scenario.js';
import {centerWith, constant} from '../../support/center.js';
import {runDay} from '../../support/small-day.js';

const SILENT: Automation = {time: constant(30), ports: null, contained: 0, hangsUp: 0, comesBack: null};

/** What is told of the first or second of two contacts, who come one second after the other. */
function storyOf(number: number, bot: Partial<Automation>): string[] {
  const scenario = centerWith({types: {help: {automation: {...SILENT, ...bot}}}, groups: {team: {skills: {help: 1}}}});
  const stories = new Stories(scenario, other => other === number);
  runDay(
    scenario,
    [
      {type: 'help', at: 0, talk: 60},
      {type: 'help', at: 1, talk: 60},
    ],
    stories,
  );
  return told(stories.told()[0], scenario.clock).map(({time, says}) => `${time} ${says}`);
}

describe('the story of a contact that meets a bot', () => {
  it('begins there, and goes on where the bot hands it over', () => {
    expect(storyOf(1, {})).toEqual([
      '00:00:00 Comes in and meets the bot.',
      '00:00:30 The bot hands it over. Agent 1 of team is free and takes it at once.',
      '00:01:30 The work on it is done after 1:00.',
    ]);
  });

  it('ends there when the bot serves it, and is told though no agent ever saw it', () => {
    expect(storyOf(1, {contained: 1})).toEqual([
      '00:00:00 Comes in and meets the bot.',
      '00:00:30 Is served without an agent after 0:30.',
    ]);
    expect(storyOf(1, {hangsUp: 1})[1]).toBe('00:00:30 Hangs up before any agent was asked after 0:30.');
  });

  it('is short when all ports are taken', () => {
    expect(storyOf(2, {ports: 1})).toEqual(['00:00:01 Comes in. No port of the bot is free: blocked.']);
  });

  it('goes on when the matter was not solved after all', () => {
    const comesBack = {probability: 1, after: constant(100), as: 0};
    expect(storyOf(1, {contained: 1, comesBack}).slice(0, 3)).toEqual([
      '00:00:00 Comes in and meets the bot.',
      '00:00:30 Is served without an agent after 0:30.',
      '00:02:10 Comes back, unresolved, and meets the bot.',
    ]);
  });
});
