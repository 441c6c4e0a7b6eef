import {describe, expect, it} from 'vitest';
import {lint} from '../../src/lint/lint.js';
import type {ChannelCapacity} from '../../src/scenario/scenario.js';
import {centerWith, constant, steady, type CenterSketch} from '../support/center.js';

const DAY = 86_400;
const come = {arrivals: steady(6 / 3600, DAY), talk: constant(60)};
const says = (sketch: CenterSketch, code: string) =>
  lint(centerWith(sketch))
    .filter(finding => finding.code === code)
    .map(finding => `${finding.path.join('.')}: ${finding.says}`);
const holds = (channel: ChannelCapacity['channel'], interruptedBy: ChannelCapacity['interruptedBy'] = []) => ({
  ...{channel, atOnce: 2, interruptedBy, restartSeconds: 0},
});

describe('preferring the last agent', () => {
  const prefer = {routing: {lastAgentSeconds: 30}};
  const back = {comesBack: {probability: 0.2, after: constant(3600), as: 1}};

  it('is for nothing where no customer who was served comes again', () => {
    const redials = {...come, redial: {probability: 0.5, after: constant(60), atMost: 2, as: 0}};
    expect(says({types: {help: redials}, groups: {team: {skills: {help: 1}}}, ...prefer}, 'LNT012')).toEqual([
      'routing.prefer-last-agent: nobody is ever asked first as the last agent: no contact type has transfers or comes back once it is answered',
    ]);
  });

  it('is for nothing where nobody may serve both legs', () => {
    const types = {help: {...come, ...back}, mail: {channel: 'email' as const}};
    const apart = {team: {skills: {help: 1}}, desk: {skills: {mail: 1}}};
    expect(says({types, groups: apart, ...prefer}, 'LNT012')).toEqual([
      expect.stringContaining('no group may serve both a contact and what becomes of it'),
    ]);
    expect(says({types, groups: {team: {skills: {help: 1, mail: 1}}}, ...prefer}, 'LNT012')).toEqual([]);
    expect(says({types, groups: apart}, 'LNT012')).toEqual([]);
    const quiet = {after: constant(30), for: constant(60), atMost: null, backTo: 'own-agent' as const};
    const notes = {notes: {...come, channel: 'messaging' as const, goesQuiet: quiet}};
    expect(says({types: notes, groups: {team: {skills: {notes: 1}}}, ...prefer}, 'LNT012')).toEqual([]);
  });
});

describe('what an agent may hold', () => {
  const types = {calls: come, chats: {...come, channel: 'chat' as const}, mails: {...come, channel: 'email' as const}};

  it('needs a skill', () => {
    const team = {skills: {calls: 1}, capacity: [holds('chat')]};
    expect(says({types, groups: {team}}, 'LNT013')).toEqual([
      'agents.team.capacity.chat: team may hold 2 of chat at once, but has no skill for a contact type of chat',
    ]);
    expect(says({types, groups: {team: {...team, skills: {calls: 1, chats: 1}}}}, 'LNT013')).toEqual([]);
  });

  it('gives way only to what comes to the group', () => {
    const desk = {skills: {mails: 1}, capacity: [holds('email', ['voice', 'chat'])]};
    expect(says({types, groups: {desk}}, 'LNT014')).toEqual([
      'agents.desk.capacity.email: email of desk is to be interrupted by voice and chat, but no contacts of these channels come to desk',
    ]);
    const able = {...desk, skills: {mails: 1, calls: 1, chats: 1}};
    expect(says({types, groups: {desk: able}}, 'LNT014')).toEqual([]);
    const noCalls = {...types, calls: {}};
    expect(says({types: noCalls, groups: {desk: able}}, 'LNT014')).toEqual([
      expect.stringContaining('by voice, but no contacts of this channel come to desk'),
    ]);
  });
});

describe('silences', () => {
  it('end within what is simulated', () => {
    const notes = (seconds: number) => ({
      ...come,
      channel: 'messaging' as const,
      goesQuiet: {after: constant(30), for: constant(seconds), atMost: null, backTo: 'own-agent' as const},
    });
    const groups = {team: {skills: {notes: 1}}};
    expect(says({types: {notes: notes(2 * DAY)}, groups}, 'LNT015')).toEqual([
      'contacts.notes.goes-quiet.for: customers of notes fall silent for 48h on average, and only 24h are simulated: most of them are not seen again',
    ]);
    expect(says({types: {notes: notes(3600)}, groups}, 'LNT015')).toEqual([]);
  });
});
